import type { Day } from '../people/mentor-profile.ts';
import type { Interval } from './interval.ts';
import { meetsWish, type TimeWish } from './time-wish.ts';
import { instantAt, type WallDay, wallDays, wallTime } from './wall-day.ts';

/** A time that can be offered. `on` is an ISO date and `minute` counts from midnight, both as a clock on the wall shows them. */
export type Slot = Interval & {
  readonly on: string;
  readonly day: Day;
  readonly minute: number;
  /** False: nobody asked for this time. True where there was no wish. */
  readonly matchesWish: boolean;
};

/**
 * Every slot that starts on the hour or half hour and fits the free time, by start. Each time on the wall once; none
 * at an hour that the clock leaves out, and none during which it changes. `free` as `merge` gives it.
 */
export function slotsIn(
  free: readonly Interval[],
  asked: {
    readonly window: Interval;
    readonly zone: string;
    readonly minutes: number;
    readonly wish: TimeWish | undefined;
  },
): Slot[] {
  const found: Slot[] = [];
  let next = 0;
  for (const day of wallDays(asked.window, asked.zone)) {
    for (let minute = 0; minute < 1440; minute += 30) {
      const start = instantAt(day, minute);
      const end = start + asked.minutes * 60_000;
      if (!keepsTime(day, minute, { start, end })) continue;
      for (let each = free[next]; each && each.end < end; each = free[next]) next += 1;
      const around = free[next];
      if (!around) return found;
      if (start < around.start) continue;
      const time = { on: day.on, day: day.day, minute };
      const matchesWish = meetsWish(asked.wish ?? {}, { ...time, minutes: asked.minutes });
      found.push({ start, end, ...time, matchesWish });
    }
  }
  return found;
}

function keepsTime(day: WallDay, minute: number, { start, end }: Interval): boolean {
  if (day.end - day.start === 24 * 60 * 60_000) return true;
  const length = (end - start) / 60_000;
  return (
    wallTime(start, day.zone).minute === minute && wallTime(end, day.zone).minute === (minute + length) % 1440
  );
}
