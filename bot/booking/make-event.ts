import { booked, type Side } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import { type ActingFor, SignInRequired } from '../ports/sign-in.ts';
import type { Todo } from '../records/pair-record.ts';
import { bothFree } from './both-free.ts';
import { eventOf, newEvent } from './meeting-event.ts';
import { changeMatter, type Matter, type MeetingNeeds, readMeeting } from './meeting-store.ts';
import type { Reservation } from './reserve-meeting.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar'>;

/** A call to Outlook has its answer within this (real ms), so that none is on its way when the lease ends. */
const longestCallMs = 20_000;

/** Throws when the lease may end before a call to Outlook has been answered. */
export function mustHaveTime(clock: Ports['clock'], { intent }: Reservation): void {
  if (clock.real() + longestCallMs > intent.document.leaseUntil)
    throw new Error('The lease may end too soon');
}

/** One fresh look at Outlook and the event, once, while both diaries are held; then the meeting is marked. */
export async function makeEvent(
  ports: Needs,
  organiser: ActingFor,
  reserving: Reservation,
  { pickedByInvited, tell }: { readonly pickedByInvited: boolean; readonly tell: Side },
): Promise<Meeting | Refusal> {
  const { meeting } = reserving.record.document;
  const free = await bothFree(ports.calendar, organiser, meeting, pickedByInvited);
  if (free !== 'free') return { refused: free };
  mustHaveTime(ports.clock, reserving);
  const event = eventOf(await ports.calendar.create(organiser, newEvent(ports, meeting)));
  const marked = await mark(ports, reserving, booked(meeting, event), {
    todo: { lookForClash: true },
    tell: [tell],
  });
  return isRefusal(marked) ? takenOver(ports, organiser, meeting, event) : marked.record.document.meeting;
}

export async function mark(
  ports: MeetingNeeds,
  reserving: Reservation,
  { stage, event }: Meeting,
  after: { readonly todo: Todo; readonly tell: readonly Side[] },
): Promise<Matter | Refusal> {
  const { id: meetingId, pairId } = reserving.record.document.meeting;
  return changeMatter(
    ports,
    { pairId, meetingId },
    current => ({ meeting: { ...current, stage, ...(event ? { event } : {}) }, ...after }),
    { mine: reserving.intent, known: reserving },
  );
}

/** This process was so slow that the repair decided first: what it decided stands, and an event that it undid goes. */
async function takenOver(
  ports: Needs,
  organiser: ActingFor,
  { pairId, id }: Meeting,
  event: NonNullable<Meeting['event']>,
): Promise<Meeting> {
  const now = (await readMeeting(ports, pairId, id))?.document.meeting;
  if (now?.event?.iCalUId === event.iCalUId) return now;
  await ports.calendar.cancel(organiser, event.id);
  throw new Error('The repair took this booking over');
}

/** The event may be there although its answer never came: only a look at the calendar can tell, and the repair takes it. */
export function isUnclear(problem: unknown): boolean {
  return problem instanceof CalendarUnavailable && problem.effectUnknown;
}

export function isOutside(problem: unknown): boolean {
  return problem instanceof CalendarUnavailable || problem instanceof SignInRequired;
}
