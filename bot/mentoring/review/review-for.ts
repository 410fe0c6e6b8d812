import type { Side } from '../chemistry/change-meeting.ts';
import { otherSide } from '../contract/change-contract.ts';
import { isStanding } from './conflict-of-interest.ts';
import { hasConflict, isShown, type Review, type ReviewResult } from './review.ts';
import { type Answers, conflictQuestions, type Question, reviewQuestions } from './review-questions.ts';

export type AnswersOfBoth = { readonly mentee?: Answers; readonly mentor?: Answers };

/** A review as one of the two sees it. */
export type ReviewFor = {
  readonly review: Pick<Review, 'id' | 'kind' | 'dueOn' | 'shownAt' | 'conflicts'>;
  readonly iAm: Side;
  readonly questions: readonly Question[];
  readonly mine: Answers;
  readonly hasAnswered: boolean;
  /** Absent until both are shown; then empty where the other has not answered. */
  readonly theirs?: Answers;
  readonly myWish?: ReviewResult;
  readonly theirWish?: ReviewResult;
  readonly result?: Review['result'];
  readonly waitsFor: 'me' | 'other' | 'both' | 'nobody';
  /** What I have said myself and may say has passed. */
  readonly mayPass: boolean;
  /** It is to be settled before anything is signed. */
  readonly isInTheWay: boolean;
};

/**
 * Until both are shown, all of this is made of what this side did alone: whatever the other has answered, and whether they
 * have, changes nothing in it as long as this side has not answered.
 */
export function reviewFor(review: Review, iAm: Side, answers: AnswersOfBoth, now: number): ReviewFor {
  const other = otherSide(iAm);
  const { id, kind, dueOn, shownAt, conflicts, wishes, result } = review;
  const shown = isShown(review, now);
  const hasAnswered = review.answeredAt[iAm] !== undefined;
  const own = shown ? wishes[iAm] : undefined;
  const theirs = shown ? wishes[other] : undefined;
  return {
    review: { id, kind, dueOn, shownAt, conflicts },
    iAm,
    questions: kind === 'conflict' ? conflictQuestions : reviewQuestions,
    mine: answers[iAm] ?? {},
    hasAnswered,
    ...(shown && { theirs: answers[other] ?? {} }),
    ...(own && { myWish: own }),
    ...(theirs && { theirWish: theirs }),
    ...(result && { result }),
    waitsFor: waitsFor(review, { shown, hasAnswered, own, theirs }),
    mayPass: conflicts.some(each => isStanding(each) && each.declaredBy === iAm),
    isInTheWay: hasConflict(review),
  };
}

function waitsFor(
  { result }: Review,
  is: { shown: boolean; hasAnswered: boolean; own: unknown; theirs: unknown },
): ReviewFor['waitsFor'] {
  if (result) return 'nobody';
  if (!is.shown) return is.hasAnswered ? 'other' : 'me';
  if (is.own === undefined) return is.theirs === undefined && is.hasAnswered ? 'both' : 'me';
  return is.theirs === undefined ? 'other' : 'both';
}
