import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalBytes, type Plain } from '../../../bot/mentoring/contract/canonical-bytes.ts';

/** Of few characters, among them those of the encoding itself, so that two values meet often. */
const word = fc.string({ unit: fc.constantFrom('a', 's', 'n', 'o', '1', '2', ':', 'é'), maxLength: 4 });
const { plain } = fc.letrec<{ plain: Plain }>(tie => ({
  plain: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.boolean(),
    fc.integer({ min: -12, max: 112 }),
    fc.array(tie('plain'), { maxLength: 3 }),
    fc.dictionary(word, tie('plain'), { maxKeys: 3 }),
  ),
}));

describe('The bytes that are hashed', () => {
  const hex = (value: Plain) => Buffer.from(canonicalBytes('part', value)).toString('hex');

  it('are these, so that anybody can write them again', () => {
    const value = { b: 'é', a: ['x', 12, true] };
    assert.equal(
      Buffer.from(canonicalBytes('part', value)).toString('utf8'),
      'a3:s23:mentoring contract partn1:1o2:s1:aa3:s1:xn2:12ts1:bs2:é',
    );
  });

  it('are never the same for two different values', () => {
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const isSame = hex(one) === hex(other);
        assert.equal(isSame, sorted(one) === sorted(other));
      }),
      { numRuns: 3000 },
    );
  });

  it('do not depend on the order in which an object was written', () => {
    assert.equal(hex({ a: '1', b: '2' }), hex({ b: '2', a: '1' }));
    assert.equal(hex({ a: '1', b: undefined }), hex({ a: '1' }));
  });

  it('tell a part from a version and a record with the same content', () => {
    const bytes = (['part', 'version', 'record', 'draft'] as const).map(of => canonicalBytes(of, 'x'));
    assert.equal(new Set(bytes.map(each => Buffer.from(each).toString('hex'))).size, 4);
  });

  it('are refused to what has none of its own', () => {
    assert.throws(() => canonicalBytes('part', '\ud800'), RangeError);
    assert.throws(() => canonicalBytes('part', 1.5), RangeError);
    assert.throws(() => canonicalBytes('part', Number.NaN), RangeError);
  });
});

/** Another way of writing the same, to hold it against. */
function sorted(value: Plain): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : Object.is(each, -0)
        ? 0
        : each,
  );
}
