import { Temporal } from 'temporal-polyfill';

const recentDays = 7;

/** The first of the seven days, ISO dates, that end with `today`. */
export function recentlySince(today: string): string {
  return Temporal.PlainDate.from(today)
    .subtract({ days: recentDays - 1 })
    .toString();
}
