import { confirmInCalendars } from '../booking/confirm-in-calendars.ts';
import { readMeeting } from '../booking/meeting-store.ts';
import { findMentorPerson } from '../booking/mentor-person.ts';
import {
  type Held,
  holdDiariesAndPlace,
  type Reservation,
  writeReservation,
} from '../booking/reserve-meeting.ts';
import { undoReservation } from '../booking/undo-reservation.ts';
import { offeredWindow } from '../mentoring/availability/offer-slots.ts';
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
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { PairRecord } from '../records/pair-record.ts';
import { pairPartition, personPartition } from '../records/partitions.ts';
import { type PressRecord, pressRecordId } from '../records/person-record.ts';
import type { ProfileRecord } from '../records/profile-record.ts';
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

/** `again`: this press was answered before; the meeting is shown as it stands now. */
export type Booked = { readonly meeting: Meeting; readonly again: boolean };

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
    return standing(ports, pairId, open.document.meeting.id, meetingId);
  }
  const window = offeredWindow(now, noticeMinutes);
  if (asked.start < now) return { refused: 'time passed' };
  if (asked.start < window.start) return { refused: 'too short notice' };
  if (asked.start > window.end) return { refused: 'too far ahead' };
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
  const held = await hold(ports, reservation, opId, stored.profile);
  if (held === 'pressed before') return whatCameFirst(ports, asker, pairId, meetingId, opId);
  if (held !== 'held') return { refused: held };
  const confirmed = await confirmInCalendars(ports, asker.as, reservation, stored.asksFirst);
  return isRefusal(confirmed) ? confirmed : { meeting: confirmed, again: false };
}

/** All or nothing. */
async function hold(
  ports: Needs,
  { record, intent }: Reservation,
  opId: string,
  profile: Stored<ProfileRecord>,
): Promise<Held> {
  const { meeting } = record.document;
  const undo = () => undoReservation(ports, { pairId: meeting.pairId, meetingId: meeting.id, mine: intent });
  try {
    const held = await holdDiariesAndPlace(ports, meeting, opId, profile);
    if (held !== 'held') await undo();
    return held;
  } catch (problem) {
    await undo();
    throw problem;
  }
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
  const press = await ports.store.read<PressRecord>(
    personPartition(asker.person),
    pressRecordId('book', opId),
  );
  if (press) return standing(ports, press.document.pairId, press.document.meetingId, meetingId);
  const pair = await ports.store.read<PairRecord>(pairPartition(ports.scheme, pairId), 'pair');
  return standing(ports, pairId, pair?.document.openMeetingId ?? meetingId, meetingId);
}

async function standing(
  ports: Needs,
  pairId: string,
  meetingId: string,
  asked: string,
): Promise<Booked | Refusal> {
  const record = await readMeeting(ports, pairId, meetingId);
  if (!record) return { refused: 'not found' };
  if (record.document.meeting.stage === 'released') return { refused: 'time taken' };
  if (meetingId !== asked) return { refused: 'already meeting', meeting: record.document.meeting };
  return { meeting: record.document.meeting, again: true };
}
