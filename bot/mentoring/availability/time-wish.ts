import type { Day } from '../people/mentor-profile.ts';

/** Midday ends the morning, 5pm the afternoon. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** What somebody would like, which orders times and hides none. Minutes from midnight: starts from `earliestMinute` on, ends by `latestMinute`. ISO dates, inclusive. */
export type TimeWish = {
  readonly days?: readonly Day[];
  readonly partsOfDay?: readonly PartOfDay[];
  readonly earliestMinute?: number;
  readonly latestMinute?: number;
  readonly fromOn?: string;
  readonly toOn?: string;
};

type WishedTime = {
  readonly on: string;
  readonly day: Day;
  readonly minute: number;
  readonly minutes: number;
};

function partOfDay(minute: number): PartOfDay {
  if (minute < 12 * 60) return 'morning';
  return minute < 17 * 60 ? 'afternoon' : 'evening';
}

/** A wish without anything in it is met by every time; so is an empty list. */
export function meetsWish(wish: TimeWish, time: WishedTime): boolean {
  if (wish.days?.length && !wish.days.includes(time.day)) return false;
  if (wish.partsOfDay?.length && !wish.partsOfDay.includes(partOfDay(time.minute))) return false;
  if (wish.earliestMinute !== undefined && time.minute < wish.earliestMinute) return false;
  if (wish.latestMinute !== undefined && time.minute + time.minutes > wish.latestMinute) return false;
  if (wish.fromOn !== undefined && time.on < wish.fromOn) return false;
  return wish.toOn === undefined || time.on <= wish.toOn;
}
