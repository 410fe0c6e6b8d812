import { Temporal } from 'temporal-polyfill';
import { morningOf, newReview, type Review } from './review.ts';

/** The dates that a contract agrees on, from the day on which it became active, in order and each once. */
export type AgreedReviews = { readonly dates: readonly string[]; readonly activeOn: string };

export type ReviewsStanding = {
  /** Not settled, and to be answered now: a conflict first, otherwise the last that has come due. */
  readonly open?: Review;
  /** ISO date of the next that is still ahead. */
  readonly nextOn?: string;
  /** Settled, oldest first. */
  readonly settled: readonly Review[];
};

/**
 * How the reviews of a contract stand. A date that comes while an earlier review was never settled takes its place: two
 * are never open at once for two dates.
 */
export function reviewsStanding(
  { dates, activeOn }: AgreedReviews,
  known: readonly Review[],
  now: number,
  zone: string,
): ReviewsStanding {
  const ahead = agreedDates({ dates, activeOn });
  const conflict = known.find(({ kind, result }) => kind === 'conflict' && !result);
  const due = ahead.filter(day => morningOf(day, zone) <= now).at(-1);
  const current = due === undefined ? undefined : reviewOn(due, known, zone);
  const open = conflict ?? (current?.result ? undefined : current);
  const nextOn = ahead.find(day => morningOf(day, zone) > now);
  const settled = known.filter(({ result }) => result).sort((a, b) => settledAt(a) - settledAt(b));
  return { ...(open && { open }), ...(nextOn && { nextOn }), settled };
}

/** The same review for the same date, whoever looks first. */
export function reviewOn(dueOn: string, known: readonly Review[], zone: string): Review {
  const id = `agreed-${dueOn}`;
  return known.find(each => each.id === id) ?? newReview({ id, kind: 'agreed', dueOn }, zone);
}

/** ISO dates after the day on which the contract became active, in order. */
export function agreedDates({ dates, activeOn }: AgreedReviews): readonly string[] {
  return [...new Set(dates)].filter(day => day > activeOn).sort();
}

/** A first date and others so many months apart, up to the end or for two years. */
export function datesEvery(first: string, months: number, until?: string): readonly string[] {
  const start = Temporal.PlainDate.from(first);
  const last = until ? Temporal.PlainDate.from(until) : start.add({ years: 2 });
  const dates: string[] = [];
  for (let step = 0; months > 0 && step < 60; step += 1) {
    const day = start.add({ months: step * months });
    if (Temporal.PlainDate.compare(day, last) > 0) break;
    dates.push(day.toString());
  }
  return dates.length > 0 ? dates : [first];
}

function settledAt({ result }: Review): number {
  return result?.at ?? 0;
}
