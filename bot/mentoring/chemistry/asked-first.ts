import { Temporal } from 'temporal-polyfill';
import { zone } from '../zone.ts';

const workingDaysToAnswer = 3;

/** When a mentor who wants to be asked first has had three working days (Monday to Friday). Epoch milliseconds. */
export function lapsesAt(askedAt: number): number {
  let at = Temporal.Instant.fromEpochMilliseconds(askedAt).toZonedDateTimeISO(zone);
  for (let left = workingDaysToAnswer; left > 0; ) {
    at = at.add({ days: 1 });
    if (at.dayOfWeek <= 5) left -= 1;
  }
  return at.epochMilliseconds;
}
