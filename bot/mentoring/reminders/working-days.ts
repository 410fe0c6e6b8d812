import { Temporal } from 'temporal-polyfill';

const lastWorkingDay = 5;

/** The same time on the wall so many working days (Monday to Friday) later, epoch ms. */
export function workingDaysAfter(at: number, count: number, zone: string): number {
  let day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= lastWorkingDay) left -= 1;
  }
  return day.epochMilliseconds;
}

/** That hour on the last working day before the date of `at`, epoch ms. */
export function workingDayBefore(at: number, hour: number, zone: string): number {
  let day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).subtract({ days: 1 });
  while (day.dayOfWeek > lastWorkingDay) day = day.subtract({ days: 1 });
  return day.withPlainTime({ hour }).epochMilliseconds;
}
