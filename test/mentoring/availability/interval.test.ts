import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Interval,
  intersect,
  merge,
  overlaps,
  subtract,
} from '../../../bot/mentoring/availability/interval.ts';

const anInterval = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));
const intervals = fc.array(anInterval, { maxLength: 14 });

function minutesOf(list: readonly Interval[]): Set<number> {
  return new Set(
    list.flatMap(each => Array.from({ length: each.end - each.start }, (_, at) => each.start + at)),
  );
}

function isSortedAndApart(list: readonly Interval[]): boolean {
  return list.every((each, index) => each.start < each.end && (list[index - 1]?.end ?? -1) < each.start);
}

describe('Intervals', () => {
  it('do not clash when one ends as the other starts', () => {
    assert.equal(overlaps({ start: 9, end: 10 }, { start: 10, end: 11 }), false);
    assert.equal(overlaps({ start: 9, end: 11 }, { start: 10, end: 12 }), true);
    assert.equal(overlaps({ start: 9, end: 12 }, { start: 10, end: 11 }), true);
  });

  it('merge into a sorted union of what is apart, whatever their order and overlap', () => {
    fc.assert(
      fc.property(intervals, list => {
        const union = merge(list);
        assert.ok(isSortedAndApart(union));
        assert.deepEqual([...minutesOf(union)].sort(), [...minutesOf(list)].sort());
      }),
    );
  });

  it('subtract and intersect minute by minute', () => {
    fc.assert(
      fc.property(intervals, intervals, (some, others) => {
        const [a, b] = [merge(some), merge(others)];
        const left = subtract(a, b);
        const both = intersect(a, b);
        assert.deepEqual(minutesOf(left), new Set([...minutesOf(a)].filter(each => !minutesOf(b).has(each))));
        assert.deepEqual(minutesOf(both), new Set([...minutesOf(a)].filter(each => minutesOf(b).has(each))));
        assert.ok(left.every(each => each.start < each.end) && both.every(each => each.start < each.end));
      }),
    );
  });
});
