import { wallTime } from '../availability/wall-day.ts';
import { zone } from '../zone.ts';

/** `pausedUntil`: the first day, as an ISO date in the scheme's zone, on which the mentor can be found again. */
export function isPaused(pausedUntil: string, now: number): boolean {
  return wallTime(now, zone).on < pausedUntil;
}
