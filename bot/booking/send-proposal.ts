import { lapsesAt } from '../mentoring/chemistry/asked-first.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { invitedOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { ProfileRecord } from '../records/profile-record.ts';
import { mark } from './make-event.ts';
import { readMeeting } from './meeting-store.ts';
import { takePlace } from './places.ts';
import { enterPair, type Press, type Reservation } from './reserve-meeting.ts';
import { undoReservation } from './undo-reservation.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/** Times wait for whoever is invited to pick one. No diary is held; a place with the mentor where `profile` says so. */
export async function sendProposal(
  ports: Needs,
  reservation: Reservation,
  press: Press,
  profile?: Stored<ProfileRecord>,
): Promise<Meeting | Refusal> {
  const { meeting } = reservation.record.document;
  const { pairId, id: meetingId } = meeting;
  const entered = await enterPair(ports, meeting, press);
  const place = entered === 'held' && profile ? await takePlace(ports, meeting, profile) : 'taken';
  const held = entered === 'held' ? place : 'already answered';
  if (held !== 'taken') {
    await undoReservation(ports, { pairId, meetingId, mine: reservation.intent });
    return { refused: held };
  }
  const todo = { lapseAt: lapsesAt(await ports.clock.now()) };
  const proposed: Meeting = { ...meeting, stage: 'proposed' };
  const marked = await mark(ports, reservation, proposed, { todo, tell: [invitedOf(meeting)] });
  return isRefusal(marked) ? proposalNow(ports, meeting) : marked.record.document.meeting;
}

/** As it stands, where somebody else came first. */
export async function proposalNow(
  ports: Pick<Ports, 'store' | 'scheme'>,
  { pairId, id }: Pick<Meeting, 'pairId' | 'id'>,
): Promise<Meeting | Refusal> {
  const record = await readMeeting(ports, pairId, id);
  return record ? record.document.meeting : { refused: 'already answered' };
}
