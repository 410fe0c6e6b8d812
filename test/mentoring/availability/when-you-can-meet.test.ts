import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intersect, merge } from '../../../bot/mentoring/availability/interval.ts';
import {
  narrow,
  nightsThisWeek,
  type WhenYouCanMeet,
} from '../../../bot/mentoring/availability/when-you-can-meet.ts';
import { at, london, minute } from './people-who-meet.ts';

const hour = 60 * minute;
const wednesday = { start: at('2026-11-25T00:00:00Z'), end: at('2026-11-26T00:00:00Z') };

describe('When you can meet', () => {
  it('leaves Outlook as it is when nothing was said', () => {
    const free = [wednesday];
    assert.equal(narrow(free, undefined, london), free);
    assert.deepEqual(narrow(free, {}, london), free);
  });

  it('narrows to the days and hours that were said', () => {
    const said: WhenYouCanMeet = { days: ['Wednesday'], earliestMinute: 600, latestMinute: 720 };
    const week = [{ start: at('2026-11-23T00:00:00Z'), end: at('2026-11-30T00:00:00Z') }];
    assert.deepEqual(narrow(week, said, london), [
      { start: wednesday.start + 10 * hour, end: wednesday.start + 12 * hour },
    ]);
  });

  it('leaves no time on a day whose hours exclude each other', () => {
    assert.deepEqual(narrow([wednesday], { earliestMinute: 900, latestMinute: 600 }, london), []);
  });

  it('keeps the days of a night worker to between sleep and the next shift, until Sunday', () => {
    const said = nightsThisWeek(at('2026-11-25T09:00:00Z'), london);
    assert.deepEqual(said, { nights: { from: '2026-11-25', until: '2026-11-29' }, validUntil: '2026-11-29' });
    const free = [{ start: at('2026-11-29T00:00:00Z'), end: at('2026-12-01T00:00:00Z') }];
    assert.deepEqual(narrow(free, said, london), [
      { start: at('2026-11-29T14:00:00Z'), end: at('2026-11-29T19:00:00Z') },
      { start: at('2026-11-30T00:00:00Z'), end: at('2026-12-01T00:00:00Z') },
    ]);
  });

  it('means this one day when it is said on a Sunday', () => {
    assert.deepEqual(nightsThisWeek(at('2026-11-29T12:00:00Z'), london).nights, {
      from: '2026-11-29',
      until: '2026-11-29',
    });
  });

  it('counts no longer after its last day', () => {
    const said: WhenYouCanMeet = { earliestMinute: 900, validUntil: '2026-11-24' };
    assert.deepEqual(narrow([wednesday], said, london), [wednesday]);
  });

  it('never gives time that was not free before', () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 3_000 }))
      .map(([from, length]) => ({
        start: at('2027-03-24T00:00:00Z') + from * minute,
        end: at('2027-03-24T00:00:00Z') + (from + length) * minute,
      }));
    const dates = fc.constantFrom('2027-03-25', '2027-03-28', '2027-04-01');
    const said = fc.record(
      {
        days: fc.subarray(['Monday', 'Thursday', 'Sunday'] as const),
        earliestMinute: fc.integer({ min: 0, max: 1440 }),
        latestMinute: fc.integer({ min: 0, max: 1440 }),
        nights: fc.record({ from: dates, until: dates }),
        validUntil: dates,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 8 }).map(merge), said, (free, words) => {
        const left = narrow(free, words, london);
        assert.deepEqual(intersect(left, free), [...left]);
      }),
    );
  });
});
