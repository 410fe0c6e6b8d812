import { Temporal } from 'temporal-polyfill';
import { type Day, days } from '../people/mentor-profile.ts';
import type { Interval } from './interval.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** One date in one zone, from its first instant to the next date's. `on` is an ISO date. */
export type WallDay = Interval & { readonly on: string; readonly day: Day; readonly zone: string };

/** What a clock on the wall shows: an ISO date, its weekday, and minutes from midnight. */
type WallTime = { readonly on: string; readonly day: Day; readonly minute: number };

/** Every date that the window touches, in order. */
export function wallDays(window: Interval, zone: string): WallDay[] {
  const found: WallDay[] = [];
  if (window.start >= window.end) return found;
  let date = zoned(window.start, zone).toPlainDate();
  for (let weekStart = startOf(date, zone); weekStart < window.end; ) {
    const next = date.add({ days: 7 });
    const nextStart = startOf(next, zone);
    const starts = nextStart - weekStart === 7 * dayMs ? regularStarts(weekStart) : eachStart(date, zone);
    for (let index = 0; index < 7; index += 1) {
      const start = starts[index] ?? nextStart;
      if (start >= window.end) break;
      found.push({ start, end: starts[index + 1] ?? nextStart, zone, ...named(epochDay(date) + index) });
    }
    date = next;
    weekStart = nextStart;
  }
  return found;
}

/** Minutes from midnight, to 1,440. The first of two where the clock goes back; where it goes forward, a missing time is an hour later. */
export function instantAt(day: WallDay, minute: number): number {
  if (minute >= 1440) return day.end;
  if (day.end - day.start === dayMs) return day.start + minute * minuteMs;
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(day.on).toZonedDateTime({ timeZone: day.zone, plainTime: time })
    .epochMilliseconds;
}

export function wallTime(instant: number, zone: string): WallTime {
  const at = zoned(instant, zone);
  return { ...named(epochDay(at.toPlainDate())), minute: at.hour * 60 + at.minute };
}

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}

function regularStarts(weekStart: number): number[] {
  return Array.from({ length: 7 }, (_, index) => weekStart + index * dayMs);
}

function eachStart(date: Temporal.PlainDate, zone: string): number[] {
  return Array.from({ length: 7 }, (_, index) => startOf(date.add({ days: index }), zone));
}

function epochDay(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / dayMs;
}

/** 1 January 1970 was a Thursday. */
function named(dayNumber: number): { on: string; day: Day } {
  const day = days[(((dayNumber + 3) % 7) + 7) % 7];
  if (!day) throw new RangeError(`No weekday for day ${dayNumber}`);
  return { on: new Date(dayNumber * dayMs).toISOString().slice(0, 10), day };
}
