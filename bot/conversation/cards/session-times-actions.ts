import type { OfferedTimes } from '../../journeys/offer-times.ts';
import { sayShortWhen } from '../../mentoring/availability/say-time.ts';
import type { Slot } from '../../mentoring/availability/slots.ts';
import { usualSessionLength } from '../../mentoring/sessions/session-length.ts';
import { zone } from '../../mentoring/zone.ts';
import { type Action, press, pressOnly } from './card.ts';
import { sessionWording } from './session-wording.ts';

export type SessionTimes = {
  readonly pairId: string;
  /** One decision: the same on both people's cards lets them book one session, whichever of the times either presses. */
  readonly opId: string;
  /** Absent: 45. */
  readonly minutes?: number;
};

const timesShown = 3;

/**
 * Up to three times to book a session at with one press, on different days where there are some, and the way to others.
 * Where the other's calendar cannot be seen, only the way to times that can be sent to them.
 */
export function sessionTimesActions(
  offered: Pick<OfferedTimes, 'from' | 'slots'>,
  { pairId, opId, minutes = usualSessionLength }: SessionTimes,
): readonly Action[] {
  const length = minutes === usualSessionLength ? {} : { minutes };
  const times = offered.from === 'both' ? onDifferentDays(offered.slots).slice(0, timesShown) : [];
  const others = times.length > 0 ? sessionWording.otherTimes : sessionWording.chooseTimes;
  return [
    ...times.map(slot => ({
      ...press(sayShortWhen(slot, zone), 'book-session', { pairId, start: slot.start, opId, ...length }),
      associatedInputs: 'none' as const,
    })),
    pressOnly(others, 'session-times', { pairId, ...length }),
  ];
}

/** The first of each day, then the rest; wished-for times before others. */
function onDifferentDays(slots: readonly Slot[]): readonly Slot[] {
  const firsts = slots.filter((slot, at) => slots.findIndex(({ on }) => on === slot.on) === at);
  const chosen = [...firsts, ...slots.filter(slot => !firsts.includes(slot))].slice(0, timesShown);
  return chosen.sort((a, b) => a.start - b.start);
}
