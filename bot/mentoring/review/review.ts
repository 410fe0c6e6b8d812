import { Temporal } from 'temporal-polyfill';
import type { Side } from '../chemistry/change-meeting.ts';
import type { Refusal } from '../refusal.ts';
import { workingDaysAfter } from '../reminders/working-days.ts';
import { type ConflictOfInterest, isStanding } from './conflict-of-interest.ts';

/** agreed: at a date that the contract names · conflict: a conflict of interest has come up. */
export type ReviewKind = 'agreed' | 'conflict';

/** `go on`: as it is; where a conflict stands in the way, once it has passed. */
export const reviewResults = ['go on', 'amend', 'end'] as const;
export type ReviewResult = (typeof reviewResults)[number];

/** One review of one contract. Answers are kept apart, each as its writer's own. Instants in epoch ms. */
export type Review = {
  readonly id: string;
  readonly kind: ReviewKind;
  /** ISO date in the scheme's zone: nobody answers before. */
  readonly dueOn: string;
  /** From then on each sees what there is, whoever has not answered. Never moved. */
  readonly shownAt: number;
  readonly answeredAt: { readonly mentee?: number; readonly mentor?: number };
  readonly wishes: { readonly mentee?: ReviewResult; readonly mentor?: ReviewResult };
  readonly result?: { readonly what: ReviewResult; readonly at: number };
  readonly conflicts: readonly ConflictOfInterest[];
};

const hour = 9;
const workingDaysToAnswer = { agreed: 10, conflict: 5 } as const;

export function newReview(
  { id, kind, dueOn }: Pick<Review, 'id' | 'kind' | 'dueOn'>,
  zone: string,
  conflicts: readonly ConflictOfInterest[] = [],
): Review {
  const shownAt = workingDaysAfter(morningOf(dueOn, zone), workingDaysToAnswer[kind], zone);
  return { id, kind, dueOn, shownAt, answeredAt: {}, wishes: {}, conflicts };
}

/** 9am on that day, epoch ms: when a review is due. */
export function morningOf(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour } })
    .epochMilliseconds;
}

/** Each sees the other's answers: both have answered, or the day has come. */
export function isShown({ answeredAt, shownAt }: Review, now: number): boolean {
  return now >= shownAt || (answeredAt.mentee !== undefined && answeredAt.mentor !== undefined);
}

/** May be changed until both are shown; whoever comes after that day may still answer, once. */
export function answered(review: Review, side: Side, now: number): Review | Refusal {
  if (review.result) return { refused: 'review over' };
  if (review.answeredAt[side] !== undefined && isShown(review, now)) return { refused: 'answers shown' };
  return { ...review, answeredAt: { ...review.answeredAt, [side]: now } };
}

/** What one would do now; as soon as both want the same, it is agreed. */
export function wished(review: Review, side: Side, what: ReviewResult, now: number): Review | Refusal {
  if (review.result) return review.result.what === what ? review : { refused: 'review over' };
  if (!isShown(review, now)) return { refused: 'answers not shown yet' };
  const wishes = { ...review.wishes, [side]: what };
  const isAgreed = wishes.mentee === wishes.mentor;
  return { ...review, wishes, ...(isAgreed && { result: { what, at: now } }) };
}

/** A review that nobody needs any more, as what it was about has passed. */
export function needless(review: Review, now: number): Review {
  return review.result ? review : { ...review, result: { what: 'go on', at: now } };
}

/** A conflict stands in the way, whatever was agreed about it. */
export function hasConflict({ conflicts }: Review): boolean {
  return conflicts.some(isStanding);
}
