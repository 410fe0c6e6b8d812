import { Temporal } from 'temporal-polyfill';
import { isBankHoliday } from '../availability/bank-holidays.ts';

const lastWorkingDay = 5;

/** The same time on the wall so many working days (England's: Monday to Friday but bank holidays) later, epoch ms. */
export function workingDaysAfter(at: number, count: number, zone: string): number {
  return workingDayAfter(at, count, zone).epochMilliseconds;
}

/** That hour on the so-manieth working day after the date of `at`, epoch ms. */
export function hourOfWorkingDayAfter(at: number, count: number, hour: number, zone: string): number {
  return workingDayAfter(at, count, zone).withPlainTime({ hour }).epochMilliseconds;
}

/** That hour on the last working day before the date of `at`, epoch ms. */
export function workingDayBefore(at: number, hour: number, zone: string): number {
  let day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).subtract({ days: 1 });
  while (!isWorkingDay(day)) day = day.subtract({ days: 1 });
  return day.withPlainTime({ hour }).epochMilliseconds;
}

function workingDayAfter(at: number, count: number, zone: string): Temporal.ZonedDateTime {
  let day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

function isWorkingDay(day: Temporal.ZonedDateTime): boolean {
  return day.dayOfWeek <= lastWorkingDay && !isBankHoliday(day.toPlainDate().toString(), 'England');
}
