import { bothFree } from '../booking/both-free.ts';
import { freeWhatWasHeld } from '../booking/free-what-was-held.ts';
import { isUnclear, mustHaveTime } from '../booking/make-event.ts';
import { changeMatter, changeMeeting, readMeeting } from '../booking/meeting-store.ts';
import { holdDiaries, type Reservation } from '../booking/reserve-meeting.ts';
import { without } from '../booking/todo.ts';
import type { Interval } from '../mentoring/availability/interval.ts';
import { overlaps } from '../mentoring/availability/interval.ts';
import { notBookable } from '../mentoring/availability/not-bookable.ts';
import { lapsesAt } from '../mentoring/chemistry/asked-first.ts';
import { hasEnded, movedTo, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import {
  isOver,
  type Meeting,
  meetingInterval,
  minutesOf,
  noticeMinutes,
} from '../mentoring/chemistry/meeting.ts';
import { invitedOf, organiserOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';

export type MoveMeeting = {
  readonly as: ActingFor;
  readonly pairId: string;
  readonly meetingId: string;
  /** The new start, epoch milliseconds. */
  readonly start: number;
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'calendar'>;

/** The organiser moves it: both diaries hold both times until the event is at the new one. */
export async function moveMeeting(ports: Needs, asked: MoveMeeting): Promise<Meeting | Refusal> {
  const { as, pairId, meetingId } = asked;
  const record = await readMeeting(ports, pairId, meetingId);
  const found = record?.document.meeting;
  if (!found || sideOf(found, as.person) !== organiserOf(found)) return { refused: 'not found' };
  const to = meetingInterval(asked.start, minutesOf(found));
  const no = await refusal(ports, found, to);
  if (no) return no;
  const from = found.interval;
  if (!from || from.start === to.start) return found;

  const moving = await changeMatter(ports, { pairId, meetingId }, (current, todo) => {
    const no = hasEnded(current) ? 'already cancelled' : undefined;
    const isOther = current.interval?.start !== from.start;
    if (no || isOther) return { refused: no ?? 'already answered' };
    return { meeting: current, todo: { ...todo, move: to } };
  });
  if (isRefusal(moving)) return moving;
  const { intent } = moving;
  if (!intent) throw new Error('A move has its intent');
  const reservation: Reservation = { ...moving, intent };
  try {
    const free = await holdAndLook(ports, as, moving.record.document.meeting, to);
    if (free !== 'free') {
      await stay(ports, reservation, to);
      return { refused: free };
    }
    mustHaveTime(ports.clock, reservation);
    if (found.event && (await ports.calendar.move(as, found.event.id, to)) === 'gone') {
      await stay(ports, reservation, to);
      return { refused: 'event gone' };
    }
  } catch (problem) {
    if (!isUnclear(problem)) await stay(ports, reservation, to);
    throw problem;
  }
  const lapse = found.event ? {} : { lapseAt: lapsesAt(await ports.clock.now()) };
  const clash = found.event ? { lookForClash: true as const } : {};
  return changeMeeting(
    ports,
    pairId,
    meetingId,
    current => ({
      meeting: movedTo(current, to),
      todo: { clear: { intervals: [from] }, ...clash, ...lapse },
      tell: [invitedOf(current)],
    }),
    { mine: intent, known: moving },
  );
}

async function refusal({ clock }: Needs, found: Meeting, to: Interval): Promise<Refusal | undefined> {
  const now = await clock.now();
  if (hasEnded(found)) return { refused: 'already cancelled' };
  if (found.stage === 'reserving') return { refused: 'not yet' };
  if (isOver(found, now)) return { refused: 'time passed' };
  const no = notBookable(to.start, now, noticeMinutes);
  if (no) return { refused: no };
  const own = found.interval;
  return own && own.start !== to.start && overlaps(own, to) ? { refused: 'time taken' } : undefined;
}

async function holdAndLook(ports: Needs, as: ActingFor, meeting: Meeting, to: Interval) {
  if ((await holdDiaries(ports, meeting, undefined, to)) !== 'held') return 'time taken';
  return bothFree(ports.calendar, as, { ...meeting, interval: to });
}

/** Nothing moved. */
async function stay(ports: Needs, moving: Reservation, to: Interval): Promise<void> {
  const { id: meetingId, pairId } = moving.record.document.meeting;
  const stays = await changeMatter(
    ports,
    { pairId, meetingId },
    (meeting, todo) => ({ meeting, todo: { ...without(todo, 'move'), clear: { intervals: [to] } } }),
    { mine: moving.intent },
  );
  if (!isRefusal(stays)) await freeWhatWasHeld(ports, stays);
}
