import { asItStands, type Booked, pressedBefore } from '../booking/as-it-stands.ts';
import { confirmInCalendars } from '../booking/confirm-in-calendars.ts';
import { holdAll } from '../booking/hold-all.ts';
import { readMeeting } from '../booking/meeting-store.ts';
import { findMentorPerson } from '../booking/mentor-person.ts';
import { writeReservation } from '../booking/reserve-meeting.ts';
import { notBookable } from '../mentoring/availability/not-bookable.ts';
import { mayMeetAgain } from '../mentoring/chemistry/asked-about.ts';
import {
  isOver,
  type Meeting,
  meetingInterval,
  noticeMinutes,
  type Party,
} from '../mentoring/chemistry/meeting.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { personKey } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { mayBookSession } from '../mentoring/sessions/may-book-session.ts';
import type { Ports } from '../ports/ports.ts';
import type { PairRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import type { Asker } from './asker.ts';

export type BookChemistryMeeting = {
  readonly asker: Asker;
  readonly profileId: string;
  /** Instant, epoch milliseconds. */
  readonly start: number;
  readonly mode: MeetingMode;
  readonly place?: string;
  readonly shared?: string;
  /** One decision of this person: the same again never books twice. */
  readonly opId: string;
  /** The mentee has confirmed that neither manages, appraises or assesses the other. */
  readonly declares: boolean;
  /** The message whose card will tell the mentee how the meeting stands. */
  readonly cardId?: string;
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar' | 'directory'>;

export async function bookChemistryMeeting(
  ports: Needs,
  asked: BookChemistryMeeting,
): Promise<Booked | Refusal> {
  const { asker, profileId, opId } = asked;
  const pairId = ports.ids.derived('pair', personKey(asker.person), profileId);
  const meetingId = ports.ids.derived('meeting', pairId, opId);
  const [stored, pair] = await Promise.all([
    findMentorPerson(ports, asker, profileId),
    ports.store.read<PairRecord>(pairPartition(ports.scheme, pairId), 'pair'),
  ]);
  if (isRefusal(stored)) return stored;
  const now = await ports.clock.now();
  const openMeetingId = pair?.document.openMeetingId;
  const open = openMeetingId && (await readMeeting(ports, pairId, openMeetingId));
  if (open && !isOver(open.document.meeting, now)) {
    return asItStands(ports, { pairId, meetingId: openMeetingId, asked: meetingId });
  }
  if (mayBookSession(pair?.document)) return { refused: 'going on already' };
  const no = notBookable(asked.start, now, noticeMinutes);
  if (no) return { refused: no };
  const again = mayMeetAgain(open ? open.document.meeting : undefined);
  if (again !== 'yes') return { refused: again };
  const declaredBefore = pair?.document.declarations.mentee;
  if (stored.lineManagement === 'unknown' && !asked.declares && !declaredBefore) {
    return { refused: 'line management unknown' };
  }

  const meeting = newMeeting(asked, pairId, meetingId, stored.mentor);
  const record: PairRecord = {
    ...(pair?.document ?? { id: 'pair', type: 'pair' }),
    lineManagement: stored.lineManagement,
    declarations: {
      ...pair?.document.declarations,
      ...(asked.declares ? { mentee: new Date(now).toISOString() } : {}),
    },
  };
  const reservation = await writeReservation(ports, {
    meeting,
    pair: { ...record, openMeetingId: meetingId },
    pairEtag: pair?.etag ?? 'absent',
    cards: asked.cardId ? { mentee: asked.cardId } : {},
  });
  if (reservation === 'conflict') return whatCameFirst(ports, asker, pairId, meetingId, opId);
  const held = await holdAll(ports, reservation, { verb: 'book', opId }, stored.profile);
  if (held === 'pressed before') return whatCameFirst(ports, asker, pairId, meetingId, opId);
  if (held !== 'held') return { refused: held };
  const confirmed = await confirmInCalendars(ports, asker.as, reservation, stored.asksFirst);
  return isRefusal(confirmed) ? confirmed : { meeting: confirmed, again: false };
}

function newMeeting(
  { asker, profileId, start, mode, place, shared }: BookChemistryMeeting,
  pairId: string,
  id: string,
  mentor: Party,
): Meeting {
  const { person, name, address } = asker;
  return {
    id,
    pairId,
    mentee: { person, name, address },
    mentor: { ...mentor, profileId },
    stage: 'reserving',
    interval: meetingInterval(start),
    mode,
    ...(mode === 'in person' && place ? { place } : {}),
    ...(shared ? { shared } : {}),
  };
}

/** Another press of the pair came first, or this very press did: whichever it was, its meeting is what stands. */
async function whatCameFirst(
  ports: Needs,
  asker: Asker,
  pairId: string,
  meetingId: string,
  opId: string,
): Promise<Booked | Refusal> {
  const press = await pressedBefore(ports, asker.person, { verb: 'book', opId });
  if (press) return asItStands(ports, { ...press, asked: meetingId });
  const pair = await ports.store.read<PairRecord>(pairPartition(ports.scheme, pairId), 'pair');
  const openId = pair?.document.openMeetingId ?? meetingId;
  return asItStands(ports, { pairId, meetingId: openId, asked: meetingId });
}
