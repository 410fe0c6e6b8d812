import { changeAfter, withMeeting } from '../booking/after-store.ts';
import { changeMeeting } from '../booking/meeting-store.ts';
import { freePlaceOfPair } from '../booking/places.ts';
import { endedWithMentoring, hasEnded } from '../mentoring/chemistry/change-meeting.ts';
import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { MeetingRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/**
 * After an ending: sessions ahead leave both diaries and calendars, and the mentor's place is free for somebody else. Safe
 * to repeat. `false`: one of them is being put into the calendars at this moment, so it has to be looked at again.
 */
export async function freeWhatEnded(ports: Needs, pairId: string): Promise<boolean> {
  const now = await ports.clock.now();
  const all = await ports.store.list<MeetingRecord>(pairPartition(ports.scheme, pairId), 'meeting');
  let isAll = true;
  for (const { document } of all) {
    const { meeting } = document;
    if (hasEnded(meeting) || isOver(meeting, now)) continue;
    const ended = await changeMeeting(
      ports,
      pairId,
      meeting.id,
      (current, { move }) => {
        const after = endedWithMentoring(current);
        if (isRefusal(after)) return after;
        const intervals = [current.interval, move].filter(each => each !== undefined);
        const { event } = current;
        const clear = { intervals, place: true, ...(event ? { event } : {}) } as const;
        return { meeting: after, todo: { clear }, tell: [], pauseMs: 0 };
      },
      { meanwhile: 'when stalled' },
    );
    if (isRefusal(ended) && ended.refused === 'not yet') isAll = false;
  }
  if (!isAll) return false;
  for (const { document } of all) await noLongerGoingOn(ports, document.meeting);
  for (const profileId of new Set(all.map(({ document }) => document.meeting.mentor.profileId)))
    await freePlaceOfPair(ports, { profileId, pairId });
  return true;
}

/** The two can find each other again as anybody can, and book no more sessions. */
async function noLongerGoingOn(ports: Needs, { id, pairId, after }: Meeting): Promise<void> {
  if (after?.released?.outcome !== 'going on' || after.mentoringEndedAt !== undefined) return;
  await changeAfter(ports, { pairId, meetingId: id }, ({ record, pair, outbox }, { now }) => {
    const { goesOnSince: _ended, ...head } = pair;
    return {
      record: withMeeting(record, { after: { ...after, mentoringEndedAt: now } }),
      pair: head,
      outbox: outbox.map(({ document }) => document),
    };
  });
}
