import assert from 'node:assert/strict';
import fc from 'fast-check';
import { meetingStages } from '../../../bot/mentoring/chemistry/meeting.ts';
import {
  isWorthSaying,
  latestUse,
  remindersFor,
} from '../../../bot/mentoring/reminders/meeting-reminders.ts';
import { aMeeting, from } from '../../support/meetings.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const monday = Date.parse('2026-11-23T10:00:00Z');
const seen = (meeting: Parameters<typeof remindersFor>[0], now = monday) =>
  remindersFor(meeting, now).map(({ kind, to, at }) => [kind, to, new Date(at).toISOString()]);

describe('What the two of a meeting are reminded of', () => {
  it('both at 10am on the working day before they meet', () => {
    assert.deepEqual(seen(aMeeting()), [
      ['meeting-ahead', 'mentee', '2026-12-02T10:00:00.000Z'],
      ['meeting-ahead', 'mentor', '2026-12-02T10:00:00.000Z'],
    ]);
    const onMonday = seen(aMeeting({ at: '2026-11-30T09:00:00Z' }));
    assert.deepEqual(onMonday[0], ['meeting-ahead', 'mentee', '2026-11-27T10:00:00.000Z']);
  });

  it('the mentor after one working day of a request, whether asked first, to pick a time, or in the calendar already', () => {
    const answer = ['answer-awaited', 'mentor', '2026-11-24T10:00:00.000Z'];
    assert.deepEqual(seen(aMeeting({ stage: 'asked' })), [answer]);
    const proposed = aMeeting({ stage: 'proposed', at: null, proposed: [from('2026-12-03T09:00:00Z')] });
    assert.deepEqual(seen(proposed), [answer]);
    assert.deepEqual(seen(aMeeting({ stage: 'waiting' })).at(-1), answer);
    const friday = Date.parse('2026-11-27T15:00:00Z');
    assert.deepEqual(seen(aMeeting({ stage: 'asked' }), friday), [
      ['answer-awaited', 'mentor', '2026-11-30T15:00:00.000Z'],
    ]);
  });

  it('the mentee after one working day when another time is asked for', () => {
    assert.deepEqual(seen(aMeeting({ stage: 'moving' })), [
      ['time-awaited', 'mentee', '2026-11-24T10:00:00.000Z'],
    ]);
  });

  it('nobody of what is over, called off or still being put into the calendars', () => {
    for (const stage of ['reserving', 'released', 'cancelled', 'not now'] as const)
      assert.deepEqual(seen(aMeeting({ stage })), [], stage);
    assert.deepEqual(seen(aMeeting({ at: '2026-11-20T09:00:00Z' })), []);
  });

  it('never of what has passed, nor later than an hour before they meet, and what is wanted is worth saying then', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...meetingStages),
        fc.integer({ min: 0, max: 40 * 24 }),
        fc.integer({ min: 0, max: 10 * day }),
        (stage, hours, later) => {
          const start = monday + hours * hour;
          const meeting = aMeeting({ stage, at: new Date(start).toISOString() });
          for (const { kind, at } of remindersFor(meeting, monday)) {
            assert.ok(at > monday);
            assert.ok(at <= (kind === 'meeting-ahead' ? start - hour : start));
            assert.ok(isWorthSaying(kind, meeting, at));
            const isLate = at + later > (latestUse(kind, meeting) ?? Number.POSITIVE_INFINITY);
            assert.equal(isWorthSaying(kind, meeting, at + later), !isLate);
            assert.ok(!isWorthSaying(kind, { ...meeting, stage: 'cancelled' }, at));
          }
        },
      ),
    );
  });
});
