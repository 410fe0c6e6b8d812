import { workDays } from '../people/local-person.ts';
import { dayNumber, weekday } from './zones.ts';

type WeekIndex = 'first' | 'second' | 'third' | 'fourth' | 'last';

export type Recurrence = {
  readonly pattern: {
    readonly type:
      | 'daily'
      | 'weekly'
      | 'absoluteMonthly'
      | 'relativeMonthly'
      | 'absoluteYearly'
      | 'relativeYearly';
    readonly interval: number;
    readonly daysOfWeek?: readonly string[] | undefined;
    readonly firstDayOfWeek?: string | undefined;
    readonly dayOfMonth?: number | undefined;
    readonly month?: number | undefined;
    readonly index?: WeekIndex | undefined;
  };
  readonly range: {
    readonly type: 'endDate' | 'noEnd' | 'numbered';
    readonly startDate: string;
    readonly endDate?: string | undefined;
    readonly numberOfOccurrences?: number | undefined;
    readonly recurrenceTimeZone?: string | undefined;
  };
};

/** The days, as day numbers, on which a series takes place, between two days, both included. */
export function occurrenceDays(series: Recurrence, from: number, to: number): number[] {
  const first = dayNumber(series.range.startDate);
  const last = series.range.type === 'endDate' && series.range.endDate ? dayNumber(series.range.endDate) : to;
  const most =
    series.range.type === 'numbered' ? (series.range.numberOfOccurrences ?? 0) : Number.POSITIVE_INFINITY;
  const days: number[] = [];
  let counted = 0;
  const start = series.range.type === 'numbered' ? first : Math.max(first, from);
  for (let day = start; day <= Math.min(last, to) && counted < most; day++) {
    if (!takesPlace(series, first, day)) continue;
    counted++;
    if (day >= from) days.push(day);
  }
  return days;
}

function takesPlace({ pattern }: Recurrence, first: number, day: number): boolean {
  switch (pattern.type) {
    case 'daily':
      return (day - first) % pattern.interval === 0;
    case 'weekly': {
      const weekStart = Math.max(workDays.indexOf(asWorkDay(pattern.firstDayOfWeek ?? 'sunday')), 0);
      const weekOf = (one: number) => Math.floor((one - ((weekday(one) - weekStart + 7) % 7)) / 7);
      return (weekOf(day) - weekOf(first)) % pattern.interval === 0 && isOneOf(day, pattern.daysOfWeek);
    }
    case 'absoluteMonthly':
      return monthsApart(first, day) % pattern.interval === 0 && isDayOfMonth(day, pattern.dayOfMonth);
    case 'relativeMonthly':
      return monthsApart(first, day) % pattern.interval === 0 && isNth(day, pattern);
    case 'absoluteYearly':
      return isMonthOfYear(first, day, pattern) && isDayOfMonth(day, pattern.dayOfMonth);
    case 'relativeYearly':
      return isMonthOfYear(first, day, pattern) && isNth(day, pattern);
  }
}

function asWorkDay(name: string): (typeof workDays)[number] {
  return workDays.find(day => day === name.toLowerCase()) ?? 'sunday';
}

function isOneOf(day: number, names: readonly string[] | undefined): boolean {
  return names?.some(name => workDays[weekday(day)] === name.toLowerCase()) ?? false;
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}

function monthsApart(first: number, day: number): number {
  const [a, b] = [dateOf(first), dateOf(day)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
}

function isMonthOfYear(first: number, day: number, pattern: Recurrence['pattern']): boolean {
  const years = dateOf(day).getUTCFullYear() - dateOf(first).getUTCFullYear();
  return years % pattern.interval === 0 && dateOf(day).getUTCMonth() + 1 === pattern.month;
}

function monthLength(day: number): number {
  const date = dateOf(day);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The 31st falls on the last day of a shorter month. */
function isDayOfMonth(day: number, dayOfMonth = 1): boolean {
  return dateOf(day).getUTCDate() === Math.min(dayOfMonth, monthLength(day));
}

function isNth(day: number, pattern: Recurrence['pattern']): boolean {
  if (!isOneOf(day, pattern.daysOfWeek)) return false;
  const monthStart = day - dateOf(day).getUTCDate() + 1;
  const candidates: number[] = [];
  for (let one = monthStart; one < monthStart + monthLength(day); one++) {
    if (isOneOf(one, pattern.daysOfWeek)) candidates.push(one);
  }
  const order: WeekIndex[] = ['first', 'second', 'third', 'fourth'];
  const at = pattern.index === 'last' ? candidates.length - 1 : order.indexOf(pattern.index ?? 'first');
  return candidates[at] === day;
}
