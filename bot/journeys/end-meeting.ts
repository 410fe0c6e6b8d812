import { changeMeeting, readMeeting } from '../booking/meeting-store.ts';
import { clearing } from '../booking/todo.ts';
import { ending, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import { invitedOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import { type ActingFor, SignInRequired } from '../ports/sign-in.ts';

export type EndMeeting = {
  readonly as: ActingFor;
  readonly pairId: string;
  readonly meetingId: string;
  /** `not now`: the mentor's answer to a request; no reason is asked for. */
  readonly how: 'cancelled' | 'not now';
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'calendar'>;

/**
 * Either may end it. The record says so first; what is still in diaries and calendars is cleared by the intent that is
 * written with it. The copy of whoever was invited is declined at once with their sign-in, so that their calendar is free.
 */
export async function endMeeting(ports: Needs, asked: EndMeeting): Promise<Meeting | Refusal> {
  const { as, pairId, meetingId, how } = asked;
  const record = await readMeeting(ports, pairId, meetingId);
  const found = record?.document.meeting;
  const by = found && sideOf(found, as.person);
  if (!found || !by) return { refused: 'not found' };
  if (isOver(found, await ports.clock.now())) return { refused: 'time passed' };
  const ended = await changeMeeting(
    ports,
    pairId,
    meetingId,
    (current, { move }) => {
      const meeting = ending(current, by, how);
      if (isRefusal(meeting)) return meeting;
      const intervals = [current.interval, move].filter(each => each !== undefined);
      const clear = clearing(current, intervals, current.event);
      return { meeting, todo: { clear }, tell: [by === 'mentee' ? 'mentor' : 'mentee'] };
    },
    { meanwhile: 'when stalled' },
  );
  if (!isRefusal(ended) && by === invitedOf(ended)) await decline(ports, as, ended);
  return ended;
}

/** Best effort: the organiser's cancellation takes it out of their calendar in any case. */
async function decline({ calendar }: Needs, as: ActingFor, { event, interval }: Meeting): Promise<void> {
  if (!event || !interval) return;
  try {
    await calendar.respond(as, { ...event, interval }, 'decline');
  } catch (problem) {
    if (!(problem instanceof CalendarUnavailable || problem instanceof SignInRequired)) throw problem;
  }
}
