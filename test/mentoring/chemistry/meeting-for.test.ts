import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Meeting, meetingStages } from '../../../bot/mentoring/chemistry/meeting.ts';
import { meetingFor, meetingsFor } from '../../../bot/mentoring/chemistry/meeting-for.ts';
import { aMeeting, from, priya, sam, stranger } from '../../support/meetings.ts';

const now = Date.parse('2026-12-01T12:00:00Z');

describe('A meeting, for one of its two people', () => {
  it('is nothing to anybody else', () => {
    assert.equal(meetingFor(stranger, aMeeting(), now), undefined);
    assert.equal(meetingFor({ ...sam, tenantId: 'other trust' }, aMeeting(), now), undefined);
  });

  it('is nothing yet while it is being put together, and nothing when that came to nothing', () => {
    assert.equal(meetingFor(sam, aMeeting({ stage: 'reserving' }), now), undefined);
    assert.equal(meetingFor(sam, aMeeting({ stage: 'released' }), now), undefined);
  });

  it('waits for the mentor until they have answered', () => {
    for (const stage of ['asked', 'waiting', 'proposed'] as const) {
      const meeting = aMeeting({ stage, proposed: [from('2026-12-03T09:00:00Z')] });
      assert.equal(meetingFor(priya, meeting, now)?.waitsFor, 'me', stage);
      assert.equal(meetingFor(sam, meeting, now)?.waitsFor, 'other', stage);
    }
  });

  it('waits for the mentee once another time was asked for', () => {
    const meeting = aMeeting({ stage: 'moving' });
    assert.equal(meetingFor(sam, meeting, now)?.waitsFor, 'me');
    assert.equal(meetingFor(priya, meeting, now)?.waitsFor, 'other');
  });

  it('lets the mentor accept, move or say not now, and the mentee move or cancel', () => {
    const meeting = aMeeting({ stage: 'waiting' });
    assert.deepEqual(meetingFor(priya, meeting, now)?.can, ['accept', 'move', 'not now']);
    assert.deepEqual(meetingFor(sam, meeting, now)?.can, ['move', 'cancel']);
  });

  it('lets the one who is to choose a time do so', () => {
    const proposed = [from('2026-12-03T09:00:00Z')];
    const byMentor = aMeeting({ stage: 'proposed', at: null, proposed });
    const byMentee = aMeeting({ stage: 'moving', proposed });
    assert.deepEqual(meetingFor(priya, byMentor, now)?.can, ['pick a time', 'not now']);
    assert.deepEqual(meetingFor(sam, byMentee, now)?.can, ['pick a time', 'cancel']);
  });

  it('can no longer be changed once it has begun, and is past at its end', () => {
    const meeting = aMeeting({ at: '2026-12-01T11:45:00Z' });
    const during = meetingFor(sam, meeting, now);
    assert.deepEqual([during?.can, during?.isPast], [[], false]);
    assert.equal(meetingFor(sam, meeting, Date.parse('2026-12-01T12:15:00Z'))?.isPast, true);
  });

  it('waits for nobody when its times went by without an answer', () => {
    const proposed = [from('2026-12-01T10:00:00Z'), from('2026-12-01T11:00:00Z')];
    const seen = meetingFor(priya, aMeeting({ stage: 'proposed', at: null, proposed }), now);
    assert.deepEqual([seen?.isPast, seen?.waitsFor, seen?.can], [true, 'nobody', []]);
  });
});

describe('The meetings of a person', () => {
  it('begin with the next one that has its time, whoever it waits for', () => {
    const later = aMeeting({ at: '2026-12-10T09:00:00Z' });
    const sooner = aMeeting({ stage: 'waiting', at: '2026-12-04T09:00:00Z' });
    const moving = aMeeting({ stage: 'moving', at: '2026-12-02T09:00:00Z' });
    const mine = meetingsFor(priya, [later, sooner, moving], now);
    assert.equal(mine.next?.meeting.id, sooner.id);
    assert.deepEqual(ids(mine.upcoming), [later.id]);
    assert.deepEqual(ids(mine.waitingForOthers), [moving.id]);
  });

  it('end with those that are over, newest first, and those that were called off', () => {
    const older = aMeeting({ at: '2026-11-03T09:00:00Z' });
    const newer = aMeeting({ at: '2026-11-24T09:00:00Z' });
    const calledOff = aMeeting({ stage: 'cancelled', at: '2026-12-08T09:00:00Z' });
    assert.deepEqual(ids(meetingsFor(sam, [older, calledOff, newer], now).past), [
      calledOff.id,
      newer.id,
      older.id,
    ]);
  });

  it('tell who my mentors and mentees are, one row for each pair, those with a meeting ahead first', () => {
    const past = aMeeting({ pairId: 'a', at: '2026-11-03T09:00:00Z' });
    const again = aMeeting({ pairId: 'a', at: '2026-12-03T09:00:00Z' });
    const behind = aMeeting({ pairId: 'b', at: '2026-11-10T09:00:00Z' });
    const asMentor = aMeeting({ pairId: 'c', mentee: priya, mentor: sam });
    const refused = aMeeting({ pairId: 'd', stage: 'not now' });
    const mine = meetingsFor(sam, [past, behind, again, asMentor, refused], now);
    assert.deepEqual(
      mine.mentors.map(one => [one.pairId, one.latest.meeting.id]),
      [
        ['a', again.id],
        ['b', behind.id],
      ],
    );
    assert.deepEqual(
      mine.mentees.map(one => one.pairId),
      ['c'],
    );
  });

  it('are each in exactly one list, and nothing that is over can be acted on', () => {
    fc.assert(
      fc.property(fc.array(anyMeeting(), { maxLength: 12 }), fc.constantFrom(sam, priya), (meetings, who) => {
        const mine = meetingsFor(who, meetings, now);
        const lists = [
          ...(mine.next ? [mine.next] : []),
          ...mine.waitingForYou,
          ...mine.waitingForOthers,
          ...mine.upcoming,
          ...mine.past,
        ];
        const visible = meetings.filter(one => one.stage !== 'reserving' && one.stage !== 'released');
        assert.deepEqual(ids(lists).sort(), visible.map(one => one.id).sort());
        for (const over of mine.past) assert.deepEqual([over.can, over.waitsFor], [[], 'nobody']);
        for (const asked of mine.waitingForYou) assert.equal(asked.waitsFor, 'me');
      }),
    );
  });

  it('never wait for both of the two', () => {
    fc.assert(
      fc.property(anyMeeting(), meeting => {
        const waits = [meetingFor(sam, meeting, now)?.waitsFor, meetingFor(priya, meeting, now)?.waitsFor];
        assert.notDeepEqual(waits, ['me', 'me']);
        assert.equal(waits.includes('me'), waits.includes('other'));
      }),
    );
  });
});

function anyMeeting(): fc.Arbitrary<Meeting> {
  const hour = fc.integer({ min: -100, max: 100 });
  return fc
    .record({
      stage: fc.constantFrom(...meetingStages),
      hour,
      swapped: fc.boolean(),
      offered: fc.array(hour),
    })
    .map(({ stage, hour: at, swapped, offered }) =>
      aMeeting({
        stage,
        ...(swapped && { mentee: priya, mentor: sam }),
        at: stage === 'proposed' ? null : new Date(now + at * 3_600_000).toISOString(),
        proposed: offered.map(one => from(new Date(now + one * 3_600_000).toISOString())),
      }),
    );
}

function ids(seen: readonly { readonly meeting: Meeting }[]): string[] {
  return seen.map(one => one.meeting.id);
}
