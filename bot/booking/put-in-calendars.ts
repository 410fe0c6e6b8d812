import type { Interval } from '../mentoring/availability/interval.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { organiserOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import { isUnclear, makeEvent } from './make-event.ts';
import { changeMatter } from './meeting-store.ts';
import { holdDiaries, type Reservation } from './reserve-meeting.ts';
import { stepBack } from './step-back.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar' | 'signIns'>;

type SaidYes = {
  readonly declares: { readonly mentee?: string; readonly mentor?: string };
  /** Which of the proposed times; absent where one time was held for them. */
  readonly picked?: Interval;
};

/**
 * The event of a meeting that waited for a yes, made with the organiser's own sign-in though the organiser is not
 * there. A crash on the way leaves a reservation, which the repair finishes, or sets back to what it was.
 */
export async function putInCalendars(
  ports: Needs,
  waiting: Meeting & { readonly stage: 'asked' | 'proposed' },
  { declares, picked }: SaidYes,
): Promise<Meeting | Refusal> {
  const { pairId, id: meetingId, stage } = waiting;
  const side = organiserOf(waiting);
  const organiser = await ports.signIns.absent(waiting[side].person);
  if (!organiser) throw new SignInRequired(waiting[side].person);
  const reserving = await changeMatter(ports, { pairId, meetingId }, (current, todo) => {
    if (current.stage !== stage) return { refused: 'already answered' };
    const meeting: Meeting = { ...current, stage: 'reserving', ...(picked ? { interval: picked } : {}) };
    return { meeting, declares, todo: { ...todo, book: { back: stage } } };
  });
  if (isRefusal(reserving)) return reserving;
  const { intent } = reserving;
  if (!intent) throw new Error('A reservation has its intent');
  const reservation: Reservation = { ...reserving, intent };
  try {
    const { meeting } = reserving.record.document;
    const held = await holdDiaries(ports, meeting);
    const made: Meeting | Refusal =
      held === 'held'
        ? await makeEvent(ports, organiser, reservation, { pickedByInvited: true, tell: side })
        : { refused: 'time taken' };
    if (isRefusal(made)) await stepBack(ports, reservation, stage);
    return made;
  } catch (problem) {
    if (!isUnclear(problem)) await stepBack(ports, reservation, stage);
    throw problem;
  }
}
