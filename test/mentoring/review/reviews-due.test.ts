import assert from 'node:assert/strict';
import fc from 'fast-check';
import { morningOf, needless, newReview, type Review } from '../../../bot/mentoring/review/review.ts';
import { datesEvery, reviewOn, reviewsStanding } from '../../../bot/mentoring/review/reviews-due.ts';
import { zone } from '../../../bot/mentoring/zone.ts';

const agreed = { dates: ['2027-06-01', '2027-03-01', '2027-03-01'], activeOn: '2026-12-03' };
const at = (day: string, known: readonly Review[] = []) =>
  reviewsStanding(agreed, known, morningOf(day, zone), zone);

describe('The reviews of a contract', () => {
  it('come due at 9am on the agreed dates, on the clocks of the United Kingdom', () => {
    assert.equal(new Date(morningOf('2027-06-01', zone)).toISOString(), '2027-06-01T08:00:00.000Z');
    assert.deepEqual(at('2027-02-28'), { nextOn: '2027-03-01', settled: [] });
    assert.equal(at('2027-03-01').open?.dueOn, '2027-03-01');
    assert.equal(at('2027-03-01').nextOn, '2027-06-01');
  });

  it('are never open two at a time: a later date takes the place of one that was never settled', () => {
    const early = reviewOn('2027-03-01', [], zone);
    assert.equal(at('2027-06-01', [early]).open?.dueOn, '2027-06-01');
    const settled = needless(early, 1);
    assert.deepEqual(at('2027-05-01', [settled]), { nextOn: '2027-06-01', settled: [settled] });
  });

  it('put a conflict first, until it is settled', () => {
    const conflict = newReview({ id: 'conflict-1', kind: 'conflict', dueOn: '2027-02-01' }, zone);
    assert.equal(at('2027-03-02', [conflict]).open?.id, 'conflict-1');
    assert.equal(at('2027-03-02', [needless(conflict, 1)]).open?.dueOn, '2027-03-01');
  });

  it('leave out dates up to the day on which it was signed', () => {
    const dates = { dates: ['2026-12-03', '2026-11-01'], activeOn: '2026-12-03' };
    assert.deepEqual(reviewsStanding(dates, [], morningOf('2027-01-01', zone), zone), { settled: [] });
  });

  it('at so many months keep the day, up to the end', () => {
    assert.deepEqual(datesEvery('2027-01-31', 1, '2027-04-01'), ['2027-01-31', '2027-02-28', '2027-03-31']);
    assert.deepEqual(datesEvery('2027-01-31', 0), ['2027-01-31']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), months => {
        const dates = datesEvery('2027-01-31', months);
        assert.ok(dates.length > 0 && dates.length <= 25);
        assert.deepEqual([...dates].sort(), dates);
      }),
    );
  });
});
