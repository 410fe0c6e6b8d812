import type { Interval } from '../mentoring/availability/interval.ts';
import { booked, movedTo } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { organiserOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import type { Todo } from '../records/pair-record.ts';
import { eventOf, transactionId } from './meeting-event.ts';
import { changeMatter, type Matter } from './meeting-store.ts';
import type { Held, SettleNeeds } from './settle-matter.ts';
import { stepBack } from './step-back.ts';
import { without } from './todo.ts';
import { undoReservation } from './undo-reservation.ts';

const both = ['mentee', 'mentor'] as const;

/**
 * A booking that stopped half way: finished when its event is in the organiser's calendar, undone when it is not.
 * `later`: nobody can look yet. `lost`: somebody else has taken it over.
 */
export async function settleBooking(ports: SettleNeeds, matter: Held): Promise<Matter | 'later' | 'lost'> {
  const { meeting } = matter.record.document;
  const { id: meetingId, pairId, interval } = meeting;
  const back = matter.intent.document.todo.book?.back;
  const undo = async () =>
    (await (back
      ? stepBack(ports, matter, back)
      : undoReservation(ports, { pairId, meetingId, mine: matter.intent, tell: [organiserOf(meeting)] }))) ??
    'lost';
  if (!interval) return undo();
  const organiser = await ports.signIns.absent(meeting[organiserOf(meeting)].person);
  if (!organiser) return interval.start <= (await ports.clock.now()) ? undo() : 'later';
  const wanted = transactionId(ports.ids, meeting);
  const event = (await ports.calendar.view(organiser, interval)).find(
    each => each.transactionId === wanted && !each.isCancelled,
  );
  if (!event) return undo();
  return finished(ports, matter, current => booked(current, eventOf(event)), {
    lookForClash: true,
  });
}

/** A move that stopped half way: the event's own time says whether it happened. */
export async function settleMove(
  ports: SettleNeeds,
  matter: Held,
  to: Interval,
): Promise<Matter | 'later' | 'lost'> {
  const { meeting } = matter.record.document;
  const { todo } = matter.intent.document;
  const from = meeting.interval;
  const stays: Todo = { ...without(todo, 'move'), clear: { intervals: [to] } };
  if (!from || !meeting.event) return finished(ports, matter, current => current, stays);
  const organiser = await ports.signIns.absent(meeting[organiserOf(meeting)].person);
  if (!organiser) {
    const isPast = Math.max(from.end, to.end) <= (await ports.clock.now());
    return isPast ? finished(ports, matter, current => current, stays) : 'later';
  }
  const window = { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) };
  const event = (await ports.calendar.view(organiser, window)).find(
    each => each.iCalUId === meeting.event?.iCalUId,
  );
  if (event?.interval.start !== to.start) return finished(ports, matter, current => current, stays);
  const moved: Todo = { clear: { intervals: [from] }, lookForClash: true };
  return finished(ports, matter, current => movedTo(current, to), moved);
}

async function finished(
  ports: SettleNeeds,
  matter: Held,
  change: (meeting: Meeting) => Meeting,
  todo: Todo,
): Promise<Matter | 'lost'> {
  const { id: meetingId, pairId } = matter.record.document.meeting;
  const changed = await changeMatter(
    ports,
    { pairId, meetingId },
    meeting => ({ meeting: change(meeting), todo, tell: both }),
    { mine: matter.intent },
  );
  return isRefusal(changed) ? 'lost' : changed;
}
