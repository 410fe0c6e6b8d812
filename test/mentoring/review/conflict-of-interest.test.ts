import assert from 'node:assert/strict';
import {
  type ConflictOfInterest,
  conflictsNow,
  passed,
} from '../../../bot/mentoring/review/conflict-of-interest.ts';

const declared: ConflictOfInterest = { kind: 'appraiser', declaredBy: 'mentor', since: 1 };
const found: ConflictOfInterest = { kind: 'line management', since: 1 };

describe('The conflict wall', () => {
  it('sees what the directory says now, and what either has declared and not taken back', () => {
    assert.deepEqual(conflictsNow({ lineManagement: 'unknown', declared: [] }), []);
    assert.deepEqual(conflictsNow({ lineManagement: 'manages', declared: [declared] }), [
      'line management',
      'appraiser',
    ]);
    assert.deepEqual(
      conflictsNow({ lineManagement: 'does not', declared: [{ ...declared, passedAt: 2 }] }),
      [],
    );
  });

  it('takes what the directory said once for true until it says otherwise', () => {
    assert.deepEqual(conflictsNow({ lineManagement: 'unknown', declared: [found] }), ['line management']);
    assert.deepEqual(conflictsNow({ lineManagement: 'does not', declared: [found] }), []);
  });

  it('lets only whoever said it say that it has passed', () => {
    assert.equal(passed(declared, 'mentee', 5), undefined);
    assert.equal(passed(declared, 'directory', 5), undefined);
    assert.equal(passed(declared, 'mentor', 5)?.passedAt, 5);
    assert.equal(passed(found, 'mentee', 5), undefined);
    assert.equal(passed(found, 'directory', 5)?.passedAt, 5);
    assert.equal(passed({ ...declared, passedAt: 2 }, 'mentor', 5), undefined);
  });
});
