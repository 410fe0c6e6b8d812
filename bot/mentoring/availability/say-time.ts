import { Temporal } from 'temporal-polyfill';
import { days } from '../people/mentor-profile.ts';
import type { Interval } from './interval.ts';
import { wallTime } from './wall-day.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** An ISO date as "Thursday 3 December 2026". */
export function sayDay(on: string): string {
  const { weekday, day, month, year } = parts(on);
  return `${weekday} ${day} ${month} ${year}`;
}

/** An ISO date as "3 December 2026". */
export function sayDate(on: string): string {
  const { day, month, year } = parts(on);
  return `${day} ${month} ${year}`;
}

/** An instant, in epoch milliseconds, as "3 December 2026 at 9.30am". */
export function sayMoment(at: number, zone: string): string {
  const { on, minute } = wallTime(at, zone);
  return `${sayDate(on)} at ${sayTime(minute)}`;
}

/** An ISO date in the coming weeks as "Thursday 3 December". */
export function sayDayAndMonth(on: string): string {
  const { weekday, day, month } = parts(on);
  return `${weekday} ${day} ${month}`;
}

/** An ISO date as "Thu 3 Dec". */
export function sayShortDay(on: string): string {
  const { weekday, day, month } = parts(on);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

/** Minutes from midnight as "9am", "9.30am", "midday", "midnight". */
export function sayTime(minute: number): string {
  const ofDay = minute % 1440;
  if (ofDay === 0) return 'midnight';
  if (ofDay === 720) return 'midday';
  const hour = Math.floor(ofDay / 60) % 12 || 12;
  const past = ofDay % 60;
  const half = ofDay < 720 ? 'am' : 'pm';
  return past === 0 ? `${hour}${half}` : `${hour}.${String(past).padStart(2, '0')}${half}`;
}

/** "9am to 9.30am". */
export function sayFromTo(interval: Interval, zone: string): string {
  return `${sayTime(wallTime(interval.start, zone).minute)} to ${sayTime(wallTime(interval.end, zone).minute)}`;
}

/** "Thursday 3 December 2026, 9am to 9.30am". */
export function sayWhen(interval: Interval, zone: string): string {
  return `${sayDay(wallTime(interval.start, zone).on)}, ${sayFromTo(interval, zone)}`;
}

/** "Thu 3 Dec, 9am". */
export function sayShortWhen(interval: Interval, zone: string): string {
  const at = wallTime(interval.start, zone);
  return `${sayShortDay(at.on)}, ${sayTime(at.minute)}`;
}

function parts(on: string): { weekday: string; day: number; month: string; year: number } {
  const date = Temporal.PlainDate.from(on);
  const weekday = days[date.dayOfWeek - 1];
  const month = months[date.month - 1];
  if (!weekday || !month) throw new RangeError('Not a date');
  return { weekday, day: date.day, month, year: date.year };
}
