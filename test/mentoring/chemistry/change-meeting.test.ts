import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  accepted,
  anotherTimeAsked,
  booked,
  ending,
  hasEnded,
  movedTo,
} from '../../../bot/mentoring/chemistry/change-meeting.ts';
import { type Meeting, meetingInterval, meetingStages } from '../../../bot/mentoring/chemistry/meeting.ts';
import { meetingFor, meetingsFor } from '../../../bot/mentoring/chemistry/meeting-for.ts';
import { isRefusal, type Refusal } from '../../../bot/mentoring/refusal.ts';

const person = (objectId: string) => ({ tenantId: 'trust', objectId });
const start = Date.parse('2026-12-03T16:00:00Z');
const event = { id: 'event', iCalUId: 'uid' };
const base = {
  id: 'meeting',
  pairId: 'pair',
  mentee: { person: person('mentee'), name: 'Sam Okoro', address: 'sam@example.nhs.uk' },
  mentor: {
    person: person('mentor'),
    name: 'Priya Varghese',
    address: 'priya@example.nhs.uk',
    profileId: 'p',
  },
  mode: 'online',
} as const;

const interval = fc
  .integer({ min: 0, max: 500 })
  .map(halfHours => meetingInterval(start + halfHours * 30 * 60_000));

/** Meetings as they can be: with an event where they are in calendars, without a time where times are proposed. */
const meeting: fc.Arbitrary<Meeting> = fc
  .record({
    stage: fc.constantFrom(...meetingStages),
    interval,
    proposed: fc.array(interval, { minLength: 1, maxLength: 3 }),
    isAskedFirst: fc.boolean(),
  })
  .map(({ stage, interval, proposed, isAskedFirst }) => {
    if (stage === 'proposed') return { ...base, stage, proposed };
    const inCalendars = stage === 'waiting' || stage === 'agreed' || (stage === 'moving' && !isAskedFirst);
    return { ...base, stage, interval, ...(inCalendars ? { event } : {}) };
  });

type Act = (meeting: Meeting) => Meeting | Refusal;
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>(accepted),
  fc.constant<Act>(anotherTimeAsked),
  interval.map(
    (to): Act =>
      each =>
        hasEnded(each) || each.stage === 'reserving' || !each.interval
          ? { refused: 'not yet' }
          : movedTo(each, to),
  ),
  fc
    .record({
      by: fc.constantFrom('mentee' as const, 'mentor' as const),
      how: fc.constantFrom('cancelled' as const, 'not now' as const),
    })
    .map(
      ({ by, how }): Act =>
        each =>
          ending(each, by, how),
    ),
);

describe('A meeting, whatever the two do', () => {
  it('that has ended stays as it is', () => {
    fc.assert(
      fc.property(meeting, fc.array(acts, { maxLength: 8 }), (first, all) => {
        let now = first;
        for (const act of all) {
          const after = act(now);
          if (hasEnded(now)) assert.ok(isRefusal(after) || after === now);
          now = isRefusal(after) ? now : after;
        }
      }),
    );
  });

  it('is agreed or waiting only with its event and its time', () => {
    fc.assert(
      fc.property(meeting, fc.array(acts, { maxLength: 8 }), (first, all) => {
        let now = first;
        for (const act of all) {
          const after = act(now);
          now = isRefusal(after) ? now : after;
          if (now.stage === 'agreed' || now.stage === 'waiting') assert.ok(now.event && now.interval);
          assert.equal(
            now.event === undefined,
            first.event === undefined,
            'no event comes or goes by words alone',
          );
        }
      }),
    );
  });

  it('is the mentor’s to refuse, and only until it has been agreed', () => {
    fc.assert(
      fc.property(meeting, each => {
        assert.ok(isRefusal(ending(each, 'mentee', 'not now')));
        if (each.stage === 'agreed') assert.ok(isRefusal(ending(each, 'mentor', 'not now')));
      }),
    );
  });

  it('that is being put into calendars can only come into them or come to nothing', () => {
    fc.assert(
      fc.property(acts, act => {
        const reserving: Meeting = { ...base, stage: 'reserving', interval: meetingInterval(start) };
        assert.ok(isRefusal(act(reserving)));
        assert.equal(booked(reserving, event).stage, 'waiting');
      }),
    );
  });

  it('offers each of the two only what the rules then allow', () => {
    fc.assert(
      fc.property(
        meeting,
        interval,
        fc.constantFrom('mentee' as const, 'mentor' as const),
        (each, { start: now }, side) => {
          const seen = meetingFor(person(side), each, now);
          if (!seen) return assert.ok(each.stage === 'reserving' || each.stage === 'released');
          for (const act of seen.can) {
            if (act === 'accept') assert.ok(each.stage === 'asked' || !isRefusal(accepted(each)));
            if (act === 'cancel') assert.ok(!isRefusal(ending(each, side, 'cancelled')));
            if (act === 'not now') assert.ok(!isRefusal(ending(each, side, 'not now')));
            if (act === 'move' && side === 'mentor') assert.ok(!isRefusal(anotherTimeAsked(each)));
          }
        },
      ),
    );
  });

  it('is in one list of a person’s meetings, and strangers have none', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 6 }), interval, (all, { start: now }) => {
        const numbered = all.map((each, at) => ({ ...each, id: `meeting-${at}` }));
        const { next, waitingForYou, waitingForOthers, upcoming, past } = meetingsFor(
          person('mentee'),
          numbered,
          now,
        );
        const listed = [...(next ? [next] : []), ...waitingForYou, ...waitingForOthers, ...upcoming, ...past];
        const shown = numbered.filter(each => each.stage !== 'reserving' && each.stage !== 'released');
        assert.deepEqual(listed.map(seen => seen.meeting.id).sort(), shown.map(each => each.id).sort());
        assert.deepEqual(meetingsFor(person('stranger'), numbered, now).past, []);
      }),
    );
  });
});
