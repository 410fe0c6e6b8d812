import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Attendance, freeTogether } from '../../../bot/mentoring/availability/free-time.ts';
import { slotsIn } from '../../../bot/mentoring/availability/slots.ts';
import { wallTime } from '../../../bot/mentoring/availability/wall-day.ts';
import { at, hours, london, minute } from './people-who-meet.ts';

const quarter = 15 * minute;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const windowStarts = fc.constantFrom(
  at('2026-10-24T00:00:00Z'),
  at('2027-03-27T00:00:00Z'),
  at('2026-12-02T13:00:00Z'),
);

function attendance(windowStart: number): fc.Arbitrary<Attendance> {
  const busy = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 9 })).map(([from, quarters]) => {
      const start = windowStart + from * quarter;
      return { start, end: start + quarters * quarter };
    }),
    { maxLength: 12 },
  );
  const workingHours = fc
    .record({
      days: fc.subarray([...weekdays], { minLength: 3 }),
      startMinute: fc.integer({ min: 0, max: 20 }).map(hour => hour * 60),
      length: fc.integer({ min: 2, max: 23 }).map(hour => hour * 60),
      timeZone: fc.constantFrom('Europe/London', 'Europe/Lisbon', 'Asia/Kathmandu'),
    })
    .map(({ days, startMinute, length, timeZone }) =>
      hours({ days, startMinute, endMinute: (startMinute + length) % 1440, timeZone }),
    );
  return fc.record({ busy, workingHours });
}

function worksAt(instant: number, person: Attendance): boolean {
  const { days, startMinute, endMinute, timeZone } = person.workingHours ?? hours();
  const now = wallTime(instant, timeZone);
  const yesterday = weekdays[(weekdays.indexOf(now.day) + 6) % 7] ?? 'Monday';
  if (endMinute > startMinute)
    return days.includes(now.day) && now.minute >= startMinute && now.minute < endMinute;
  return (
    (days.includes(now.day) && now.minute >= startMinute) ||
    (days.includes(yesterday) && now.minute < endMinute)
  );
}

describe('Free time of two people', () => {
  it('is what asking quarter by quarter would give, over clock changes and in other zones', () => {
    const cases = windowStarts.chain(start =>
      fc.tuple(fc.constant(start), attendance(start), attendance(start)),
    );
    fc.assert(
      fc.property(cases, ([start, one, other]) => {
        const window = { start, end: start + 2 * 24 * 60 * minute };
        const free = freeTogether([one, other], [], { window, zone: london });
        for (let now = start; now < window.end; now += quarter) {
          const expected = [one, other].every(
            person => worksAt(now, person) && !person.busy.some(busy => busy.start <= now && now < busy.end),
          );
          const found = free.some(each => each.start <= now && now < each.end);
          assert.equal(found, expected, new Date(now).toISOString());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives slots that a clock on the wall shows on the hour or half hour, each once', () => {
    fc.assert(
      fc.property(windowStarts, fc.integer({ min: 0, max: 90 }), (start, later) => {
        const window = { start: start + later * minute, end: start + 3 * 24 * 60 * minute };
        const slots = slotsIn([window], { window, zone: london, minutes: 30, wish: undefined });
        for (const slot of slots) {
          const shown = wallTime(slot.start, london);
          assert.deepEqual([shown.on, shown.minute, shown.day], [slot.on, slot.minute, slot.day]);
          assert.equal(slot.minute % 30, 0);
          assert.equal(wallTime(slot.end, london).minute, (slot.minute + 30) % 1440);
        }
        assert.equal(new Set(slots.map(slot => `${slot.on} ${slot.minute}`)).size, slots.length);
      }),
      { numRuns: 60 },
    );
  });
});
