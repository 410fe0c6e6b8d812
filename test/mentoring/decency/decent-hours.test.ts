import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wallDays, wallTime } from '../../../bot/mentoring/availability/wall-day.ts';
import type { WhenYouCanMeet } from '../../../bot/mentoring/availability/when-you-can-meet.ts';
import { nextDecentTime, timeToTell } from '../../../bot/mentoring/decency/decent-hours.ts';
import { days } from '../../../bot/mentoring/people/mentor-profile.ts';

const zone = 'Europe/London';
const minute = 60_000;
const hour = 60 * minute;
const at = (instant: string) => Date.parse(instant);
const says = (instant: string, said?: WhenYouCanMeet) =>
  new Date(nextDecentTime(at(instant), said, zone)).toISOString();

const instants = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
const said: fc.Arbitrary<WhenYouCanMeet | undefined> = fc.option(
  fc.record(
    {
      days: fc.subarray([...days], { minLength: 1 }),
      earliestMinute: fc.integer({ min: 0, max: 719 }),
      latestMinute: fc.integer({ min: 720, max: 1440 }),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);

describe('A decent time to tell somebody what can wait', () => {
  it('is now in office hours, and 8am on the next working day otherwise', () => {
    assert.equal(says('2026-11-26T10:30:00Z'), '2026-11-26T10:30:00.000Z');
    assert.equal(says('2026-11-26T03:00:00Z'), '2026-11-26T08:00:00.000Z');
    assert.equal(says('2026-11-26T18:00:00Z'), '2026-11-27T08:00:00.000Z');
    assert.equal(says('2026-11-27T19:00:00Z'), '2026-11-30T08:00:00.000Z');
  });

  it('is by the clock on the wall, in summer too', () => {
    assert.equal(says('2026-07-01T03:00:00Z'), '2026-07-01T07:00:00.000Z');
    assert.equal(says('2026-03-28T12:00:00Z'), '2026-03-30T07:00:00.000Z');
  });

  it('keeps to the days and hours that somebody gave', () => {
    const weekend: WhenYouCanMeet = { days: ['Saturday', 'Sunday'], earliestMinute: 10 * 60 };
    assert.equal(says('2026-11-26T12:00:00Z', weekend), '2026-11-28T10:00:00.000Z');
  });

  it('is between sleep and the way to work for whoever works nights, at the weekend too', () => {
    const nights: WhenYouCanMeet = {
      nights: { from: '2026-11-23', until: '2026-11-29' },
      validUntil: '2026-11-29',
    };
    assert.equal(says('2026-11-26T09:00:00Z', nights), '2026-11-26T14:00:00.000Z');
    assert.equal(says('2026-11-28T20:00:00Z', nights), '2026-11-29T14:00:00.000Z');
    assert.equal(says('2026-11-29T20:00:00Z', nights), '2026-11-30T08:00:00.000Z');
  });

  it('is never before it is wanted, always decent, and the first that is', () => {
    fc.assert(
      fc.property(instants, said, (wanted, pattern) => {
        const found = nextDecentTime(wanted, pattern, zone);
        assert.ok(found >= wanted);
        assert.ok(isDecent(found, pattern), new Date(found).toISOString());
        const earlier = Math.max(wanted, found - minute);
        // A time that the clock leaves out in spring is an hour later.
        const [day] = wallDays({ start: found, end: found + 1 }, zone);
        const leavesOut = day !== undefined && day.end - day.start < 24 * hour;
        assert.ok(found === wanted || leavesOut || !isDecent(earlier, pattern) || earlier === found);
        assert.equal(nextDecentTime(found, pattern, zone), found);
        assert.ok(found - wanted <= 8 * 24 * hour);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives way only to what would come too late', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 100 * hour }), said, (wanted, left, pattern) => {
        const decent = nextDecentTime(wanted, pattern, zone);
        const told = timeToTell(wanted, wanted + left, pattern, zone);
        assert.equal(told, decent > wanted + left ? wanted : decent);
      }),
    );
  });
});

function isDecent(instant: number, pattern: WhenYouCanMeet = {}): boolean {
  const { day, minute: ofDay } = wallTime(instant, zone);
  const allowed = pattern.days ?? days.slice(0, 5);
  const { earliestMinute = 8 * 60, latestMinute = 18 * 60 } = pattern;
  return allowed.includes(day) && ofDay >= earliestMinute && ofDay < latestMinute;
}
