import assert from 'node:assert/strict';
import { ending } from '../../bot/mentoring/chemistry/change-meeting.ts';
import { meetingInterval, minutesOf } from '../../bot/mentoring/chemistry/meeting.ts';
import { meetingFor } from '../../bot/mentoring/chemistry/meeting-for.ts';
import { remindersFor } from '../../bot/mentoring/reminders/meeting-reminders.ts';
import { mayBookSession } from '../../bot/mentoring/sessions/may-book-session.ts';
import { aMeeting, priya, sam } from '../support/meetings.ts';

const now = Date.parse('2026-11-30T09:00:00Z');
const start = Date.parse('2026-12-10T09:00:00Z');
const byMentor = aMeeting({
  kind: 'session',
  minutes: 60,
  organiser: 'mentor',
  stage: 'waiting',
  at: '2026-12-10T09:00:00Z',
});

describe('A session', () => {
  it('is for two who go on', () => {
    assert.equal(mayBookSession({ goesOnSince: '2026-11-30T09:00:00.000Z' }), true);
    for (const pair of [{}, undefined]) assert.equal(mayBookSession(pair), false);
  });

  it('is as long as it says, a chemistry meeting 30 minutes', () => {
    assert.deepEqual([minutesOf(byMentor), minutesOf(aMeeting())], [60, 30]);
    assert.equal(meetingInterval(start, 45).end, start + 45 * 60_000);
  });

  it('is answered by whoever did not book it, with yes, another time or no; the other moves it', () => {
    const [mentee, mentor] = [sam, priya].map(person => meetingFor(person, byMentor, now));
    assert.deepEqual([mentee?.waitsFor, mentee?.can], ['me', ['accept', 'move', 'cancel']]);
    assert.deepEqual([mentor?.waitsFor, mentor?.iOrganise, mentor?.can], ['other', true, ['move', 'cancel']]);
  });

  it('is not said "not now" to, which is the answer to a first request', () => {
    assert.deepEqual(ending({ ...byMentor, organiser: 'mentee' }, 'mentor', 'not now'), {
      refused: 'not found',
    });
  });

  it('reminds whoever is to answer, and both a working day before', () => {
    const to = remindersFor(byMentor, now).map(reminder => [reminder.kind, reminder.to]);
    assert.deepEqual(to, [
      ['meeting-ahead', 'mentee'],
      ['meeting-ahead', 'mentor'],
      ['answer-awaited', 'mentee'],
    ]);
    const moving = remindersFor({ ...byMentor, stage: 'moving' }, now);
    assert.deepEqual(
      moving.map(({ kind, to: side }) => [kind, side]),
      [['time-awaited', 'mentor']],
    );
  });
});
