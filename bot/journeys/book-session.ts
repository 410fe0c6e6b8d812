import { asItStands, type Booked, pressedBefore } from '../booking/as-it-stands.ts';
import { confirmInCalendars } from '../booking/confirm-in-calendars.ts';
import { holdAll } from '../booking/hold-all.ts';
import { reserveSession } from '../booking/reserve-session.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { usualSessionLength } from '../mentoring/sessions/session-length.ts';
import type { Ports } from '../ports/ports.ts';
import type { Asker } from './asker.ts';

export type BookSession = {
  readonly pairId: string;
  /** Instant, epoch milliseconds. */
  readonly start: number;
  /** 45 or 60; absent: 45. */
  readonly minutes?: number;
  /** Absent: online. */
  readonly mode?: MeetingMode;
  readonly place?: string;
  /**
   * One decision, of the pair where both were given the same: whichever of the two presses first has booked, and the
   * other is shown that session.
   */
  readonly opId: string;
  /** Whoever books has confirmed that neither manages, appraises or assesses the other. */
  readonly declares?: boolean;
  /** The message whose card will tell them how the session stands. */
  readonly cardId?: string;
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar'>;

/** One session of two who go on, by the same steps as a chemistry meeting. Either may book; who books organises. */
export async function bookSession(ports: Needs, asker: Asker, asked: BookSession): Promise<Booked | Refusal> {
  const { start, opId, minutes = usualSessionLength, mode = 'online', declares = false, ...rest } = asked;
  const meetingId = sessionMeetingId(ports.ids, asked.pairId, opId);
  const wanted = { ...rest, meetingId, at: { start }, minutes, mode, declares };
  const reserved = await reserveSession(ports, asker, wanted);
  if (isRefusal(reserved) || 'meeting' in reserved) return reserved;
  const { reservation, pair } = reserved;
  const held = await holdAll(ports, reservation, { verb: 'book-session', opId });
  if (held === 'pressed before') return whatWasPressed(ports, asker, opId, meetingId);
  if (held !== 'held') return { refused: held };
  const asksFirst = pair.iAm === 'mentee' && (pair.profile.asksFirst ?? false);
  const confirmed = await confirmInCalendars(ports, asker.as, reservation, asksFirst);
  return isRefusal(confirmed) ? confirmed : { meeting: confirmed, again: false };
}

/** One for a pair and decision. */
export function sessionMeetingId(ids: Ports['ids'], pairId: string, opId: string): string {
  return ids.derived('meeting', pairId, opId);
}

/** The same decision was one about another pair. */
async function whatWasPressed(
  ports: Needs,
  { person }: Asker,
  opId: string,
  asked: string,
): Promise<Booked | Refusal> {
  const press = await pressedBefore(ports, person, { verb: 'book-session', opId });
  return press ? asItStands(ports, { ...press, asked }) : { refused: 'already answered' };
}
