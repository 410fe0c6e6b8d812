import { type Interval, intersect, merge, subtract } from './interval.ts';
import { instantAt, wallDays } from './wall-day.ts';
import { narrow, type WhenYouCanMeet } from './when-you-can-meet.ts';

/** Weekly pattern in one IANA zone: names of days, minutes from midnight. An end at or before the start is on the next day. */
export type WeeklyHours = {
  readonly days: readonly string[];
  readonly startMinute: number;
  readonly endMinute: number;
  readonly timeZone: string;
};

/** What is known of a person without their calendar. `held` are the intervals of their diaries. */
export type WorkingWish = {
  readonly workingHours?: WeeklyHours;
  readonly canMeet?: WhenYouCanMeet;
  readonly held?: readonly Interval[];
};

/** A person whose calendar has been seen. Somebody whose calendar is hidden has no `busy`, so cannot be taken for free. */
export type Attendance = WorkingWish & { readonly busy: readonly Interval[] };

type FreeTime = {
  readonly window: Interval;
  readonly zone: string;
  /** Minutes to keep free before and after, for travel. */
  readonly bufferMinutes?: number;
};

const dayMs = 24 * 60 * 60_000;

/** Monday to Friday, 9am to 5pm, for somebody whose hours are not known. */
function usualHours(timeZone: string): WeeklyHours {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  return { days, startMinute: 9 * 60, endMinute: 17 * 60, timeZone };
}

/** When all of them work, can meet, and have nothing else. */
export function freeTogether(
  seen: readonly Attendance[],
  unseen: readonly WorkingWish[],
  { window, zone, bufferMinutes = 0 }: FreeTime,
): readonly Interval[] {
  let free: readonly Interval[] = [window];
  for (const person of [...seen, ...unseen]) {
    const works = workingTime(person.workingHours ?? usualHours(zone), window);
    free = narrow(intersect(free, works), person.canMeet, zone);
  }
  const taken = [
    ...seen.flatMap(person => person.busy),
    ...[...seen, ...unseen].flatMap(each => each.held ?? []),
  ];
  const buffer = bufferMinutes * 60_000;
  return subtract(free, merge(taken.map(each => ({ start: each.start - buffer, end: each.end + buffer }))));
}

function workingTime(hours: WeeklyHours, window: Interval): Interval[] {
  const around = wallDays({ start: window.start - dayMs, end: window.end + dayMs }, hours.timeZone);
  const shifts: Interval[] = [];
  for (const [index, day] of around.entries()) {
    const endsOn = hours.endMinute > hours.startMinute ? day : around[index + 1];
    if (!endsOn || !hours.days.includes(day.day)) continue;
    shifts.push({ start: instantAt(day, hours.startMinute), end: instantAt(endsOn, hours.endMinute) });
  }
  return merge(shifts);
}
