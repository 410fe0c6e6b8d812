import { lapsesAt } from '../mentoring/chemistry/asked-first.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { invitedOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import { bothFree } from './both-free.ts';
import { isUnclear, makeEvent, mark } from './make-event.ts';
import type { Reservation } from './reserve-meeting.ts';
import { undoReservation } from './undo-reservation.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar'>;

/**
 * Step 3: with both diaries held, Outlook is asked afresh, the event made once, and the meeting marked. What cannot be
 * told apart (the answer of the POST was lost) is left to the repair, which looks for the event before it decides.
 */
export async function confirmInCalendars(
  ports: Needs,
  organiser: ActingFor,
  reservation: Reservation,
  asksFirst: boolean,
): Promise<Meeting | Refusal> {
  const { meeting } = reservation.record.document;
  const undo = () =>
    undoReservation(ports, { pairId: meeting.pairId, meetingId: meeting.id, mine: reservation.intent });
  try {
    const made = asksFirst
      ? await ask(ports, organiser, reservation)
      : await makeEvent(ports, organiser, reservation, { pickedByInvited: false, tell: invitedOf(meeting) });
    if (isRefusal(made)) await undo();
    return made;
  } catch (problem) {
    if (isUnclear(problem)) return meeting;
    await undo();
    throw problem;
  }
}

/** The diaries are held without an event, for three working days at most. */
async function ask(ports: Needs, organiser: ActingFor, reservation: Reservation): Promise<Meeting | Refusal> {
  const { meeting } = reservation.record.document;
  const free = await bothFree(ports.calendar, organiser, meeting);
  if (free !== 'free') return { refused: free };
  const lapseAt = lapsesAt(await ports.clock.now());
  const marked = await mark(
    ports,
    reservation,
    { ...meeting, stage: 'asked' },
    { todo: { lapseAt }, tell: [invitedOf(meeting)] },
  );
  return isRefusal(marked) ? marked : marked.record.document.meeting;
}
