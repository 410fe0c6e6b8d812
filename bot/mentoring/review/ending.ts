import { Temporal } from 'temporal-polyfill';
import type { Side } from '../chemistry/change-meeting.ts';
import type { Refusal } from '../refusal.ts';

/** planned: at the agreed date · natural: both agreed · early: one of the two, without a reason and without fault. */
export const waysToEnd = ['planned', 'natural', 'early'] as const;
export type WayToEnd = (typeof waysToEnd)[number];

/** How far the end of a mentoring has come. Epoch ms. Who ended it early is nowhere told. */
export type Ending = {
  /** One of the two would like to end it together. */
  readonly suggested?: { readonly by: Side; readonly at: number };
  readonly ended?: { readonly how: WayToEnd; readonly at: number };
};

export function suggestedToEnd(ending: Ending, by: Side, now: number): Ending | Refusal {
  if (ending.ended) return { refused: 'contract ended' };
  if (ending.suggested && ending.suggested.by !== by) return { ended: { how: 'natural', at: now } };
  return ending.suggested ? ending : { suggested: { by, at: now } };
}

/** Either takes it off the table: whoever said it, or the other who would rather go on. */
export function notEndedTogether(ending: Ending): Ending | Refusal {
  if (ending.ended) return { refused: 'contract ended' };
  return {};
}

export function endedNow(ending: Ending, how: WayToEnd, now: number): Ending | Refusal {
  if (ending.ended) return { refused: 'contract ended' };
  return { ended: { how, at: now } };
}

/** The last day on which the record is kept, ISO date: so many months after the end. */
export function keptUntil(endedAt: number, months: number, zone: string): string {
  return later(endedAt, months, zone).toPlainDate().toString();
}

/** Half a year after the end, at 9am: both are asked once more. Epoch ms. */
export function askedAgainAt(endedAt: number, zone: string): number {
  return later(endedAt, 6, zone).withPlainTime({ hour: 9 }).epochMilliseconds;
}

function later(instant: number, months: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).add({ months });
}
