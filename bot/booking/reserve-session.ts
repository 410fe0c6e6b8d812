import { notBookable } from '../mentoring/availability/not-bookable.ts';
import { sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { type Meeting, meetingInterval, noticeMinutes, type Party } from '../mentoring/chemistry/meeting.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { isSessionLength } from '../mentoring/sessions/session-length.ts';
import type { Ports } from '../ports/ports.ts';
import type { Booked } from './as-it-stands.ts';
import { readMatter } from './meeting-store.ts';
import { type GoingOn, pairThatGoesOn } from './pair-that-goes-on.ts';
import { type Reservation, writeReservation } from './reserve-meeting.ts';
import { tryAgain } from './try-again.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

export type SessionWanted = {
  readonly pairId: string;
  readonly meetingId: string;
  /** Epoch milliseconds. */
  readonly at: { readonly start: number } | { readonly toPickFrom: readonly number[] };
  /** 45 or 60. */
  readonly minutes: number;
  readonly mode: MeetingMode;
  readonly place?: string;
  /** They confirm that neither manages, appraises or assesses the other. */
  readonly declares: boolean;
  readonly cardId?: string;
};

export type SessionReserved = { readonly reservation: Reservation; readonly pair: GoingOn };

/**
 * Step 1 for a session, written under the etag of the pair's head, so that nothing is booked for two who have just ended.
 * Whoever books organises. Where the same decision made a session before, by either of the two, that is what stands.
 */
export async function reserveSession(
  ports: Needs,
  booker: Party & { readonly profileId?: string },
  wanted: SessionWanted,
): Promise<SessionReserved | Booked | Refusal> {
  if (!isSessionLength(wanted.minutes)) throw new RangeError('A session is 45 or 60 minutes long');
  return tryAgain(() => reserve(ports, booker, wanted));
}

async function reserve(
  ports: Needs,
  booker: Party & { readonly profileId?: string },
  wanted: SessionWanted,
): Promise<SessionReserved | Booked | Refusal | 'conflict'> {
  const { pairId, meetingId, declares, cardId } = wanted;
  const before = await readMatter(ports, pairId, meetingId);
  const known = before?.record.document.meeting;
  if (known && !sideOf(known, booker.person)) return { refused: 'not found' };
  if (known && known.stage !== 'released') return { meeting: known, again: true };
  const pair = await pairThatGoesOn(ports, booker, pairId);
  if (isRefusal(pair)) return pair;
  if (before?.intent) return { refused: 'time taken' };
  const now = await ports.clock.now();
  const no = 'start' in wanted.at && notBookable(wanted.at.start, now, noticeMinutes);
  if (no) return { refused: no };
  if (pair.mustDeclare && !declares) return { refused: 'line management unknown' };
  const { document: head, etag } = pair.head;
  const said = declares ? { [pair.iAm]: new Date(now).toISOString() } : {};
  const reservation = await writeReservation(ports, {
    meeting: newSession(wanted, pair, booker),
    pair: { ...head, declarations: { ...head.declarations, ...said } },
    pairEtag: etag,
    cards: cardId ? { [pair.iAm]: cardId } : {},
    recordEtag: before?.record.etag ?? 'absent',
  });
  return reservation === 'conflict' ? 'conflict' : { reservation, pair };
}

function newSession(
  { pairId, meetingId, at, minutes, mode, place }: SessionWanted,
  { iAm, mentee, mentor }: GoingOn,
  { person, name, address }: Party,
): Meeting {
  const me = { person, name, address };
  return {
    id: meetingId,
    pairId,
    kind: 'session',
    minutes,
    organiser: iAm,
    mentee: iAm === 'mentee' ? me : mentee,
    mentor: iAm === 'mentor' ? { ...mentor, ...me } : mentor,
    stage: 'reserving',
    ...('start' in at
      ? { interval: meetingInterval(at.start, minutes) }
      : { proposed: at.toPickFrom.map(start => meetingInterval(start, minutes)) }),
    mode,
    ...(mode === 'in person' && place ? { place } : {}),
  };
}
