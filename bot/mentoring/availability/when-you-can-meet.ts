import type { Day } from '../people/mentor-profile.ts';
import { type Interval, intersect, merge } from './interval.ts';
import { instantAt, type WallDay, wallDays, wallTime } from './wall-day.ts';

/**
 * What a person says about when they can meet, in the scheme's zone. Minutes from midnight, dates ISO and inclusive.
 * `nights`: works nights on these dates, so sleeps until the afternoon and leaves in the evening.
 * After `validUntil` nothing said here counts.
 */
export type WhenYouCanMeet = {
  readonly days?: readonly Day[];
  readonly earliestMinute?: number;
  readonly latestMinute?: number;
  readonly nights?: { readonly from: string; readonly until: string };
  readonly validUntil?: string;
};

/** A night shift ends about 8am and starts about 7.30pm: 2pm to 7pm is between sleep and the way to work. */
const betweenNights = { earliestMinute: 14 * 60, latestMinute: 19 * 60 };

/** "Nights this week": from the day it is said to the Sunday. */
export function nightsThisWeek(now: number, zone: string): WhenYouCanMeet {
  const from = wallTime(now, zone).on;
  const week = wallDays({ start: now, end: now + 7 * 24 * 60 * 60_000 }, zone);
  const until = week.find(day => day.day === 'Sunday')?.on ?? from;
  return { nights: { from, until }, validUntil: until };
}

/** Free time that also suits what was said: never more than was free before. `free` as `merge` gives it. */
export function narrow(
  free: readonly Interval[],
  said: WhenYouCanMeet | undefined,
  zone: string,
): readonly Interval[] {
  const first = free[0];
  const last = free.at(-1);
  if (!said || !first || !last) return free;
  const suits = wallDays({ start: first.start, end: last.end }, zone).map(day => hoursOn(day, said));
  return intersect(free, merge(suits));
}

/** Empty where nothing of the day suits. */
export function hoursOn(day: WallDay, said: WhenYouCanMeet): Interval {
  if (said.validUntil !== undefined && day.on > said.validUntil) return day;
  if (said.days && !said.days.includes(day.day)) return { start: day.start, end: day.start };
  const night = said.nights !== undefined && day.on >= said.nights.from && day.on <= said.nights.until;
  const earliest = Math.max(said.earliestMinute ?? 0, night ? betweenNights.earliestMinute : 0);
  const latest = Math.min(said.latestMinute ?? 1440, night ? betweenNights.latestMinute : 1440);
  if (earliest >= latest) return { start: day.start, end: day.start };
  return { start: instantAt(day, earliest), end: instantAt(day, latest) };
}
