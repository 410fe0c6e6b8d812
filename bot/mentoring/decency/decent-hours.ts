import { wallDays } from '../availability/wall-day.ts';
import { hoursOn, type WhenYouCanMeet } from '../availability/when-you-can-meet.ts';
import type { Day } from '../people/mentor-profile.ts';

const dayMs = 24 * 60 * 60_000;
const lookAheadMs = 15 * dayMs;
const weekend: readonly Day[] = ['Saturday', 'Sunday'];
/** Of whom nothing is known: 8am to 6pm, Monday to Friday. */
const office = { earliestMinute: 8 * 60, latestMinute: 18 * 60 };

/**
 * The first instant from `at` on, epoch ms, at which a person may be told something that can wait: within what they said
 * about when they can meet, otherwise in office hours. Whoever works nights is told between sleep and the way to work.
 */
export function nextDecentTime(at: number, said: WhenYouCanMeet | undefined, zone: string): number {
  for (const day of wallDays({ start: at, end: at + lookAheadMs }, zone)) {
    const counts = said && (said.validUntil === undefined || day.on <= said.validUntil) ? said : undefined;
    const night = counts && isNight(day.on, counts);
    if (!counts?.days && !night && weekend.includes(day.day)) continue;
    const { start, end } = hoursOn(day, night ? counts : { ...office, ...counts });
    if (end > at && end > start) return Math.max(at, start);
  }
  return at;
}

/**
 * When to say it: at a decent time, unless that is after `latest`, when it would be of no use any more. Both epoch ms.
 */
export function timeToTell(
  at: number,
  latest: number | undefined,
  said: WhenYouCanMeet | undefined,
  zone: string,
): number {
  const decent = nextDecentTime(at, said, zone);
  return latest !== undefined && decent > latest ? at : decent;
}

function isNight(on: string, { nights }: WhenYouCanMeet): boolean {
  return nights !== undefined && on >= nights.from && on <= nights.until;
}
