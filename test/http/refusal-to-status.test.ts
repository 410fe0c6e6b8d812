import assert from 'node:assert/strict';
import { problemCodes } from '../../bot/http/contract.ts';
import { Problem } from '../../bot/http/problem.ts';

describe('A problem', () => {
  it('has a status and a plain sentence, whatever its code', () => {
    for (const code of problemCodes) {
      const { status, view } = new Problem(code);
      assert.ok(status >= 400 && status <= 503, code);
      assert.match(view.say, /^[A-Z][^!]*\.$/, code);
      assert.doesNotMatch(view.say, /please|sorry|oops/i, code);
      assert.equal(view.problem, code);
    }
  });

  it('is "not found" for what is not there, and a conflict for what stands otherwise now', () => {
    assert.equal(new Problem('not found').status, 404);
    assert.equal(new Problem('already cancelled').status, 409);
    assert.equal(new Problem('time taken').status, 409);
  });
});
