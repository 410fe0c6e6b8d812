import { askedBy, type Deciding, decideAs } from '../contracts/asked-by.ts';
import { conflictWall } from '../contracts/conflict-wall.ts';
import { answersPut, reviewPut, reviewsNow } from '../contracts/reviews-of-contract.ts';
import { otherSide } from '../mentoring/contract/change-contract.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { answered } from '../mentoring/review/review.ts';
import {
  type Answers,
  answersTo,
  conflictQuestions,
  reviewQuestions,
} from '../mentoring/review/review-questions.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import { type ReviewsSeen, reviewsSeen } from './see-reviews.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests' | 'directory'>;

export type AnswerReview = Omit<Deciding, 'person'> & {
  readonly as: ActingFor;
  readonly reviewId: string;
  readonly answers: Answers;
};

/**
 * Answers a review, or changes an answer that the other cannot see yet. What may stand in the way is looked at again
 * first. Whoever answered before hears when both can be seen; nobody hears that one has answered.
 */
export async function answerReview(ports: Needs, asked: AnswerReview): Promise<ReviewsSeen | Refusal> {
  const { as, pairId, opId, reviewId, answers } = asked;
  const before = await askedBy(ports, as.person, pairId);
  if (isRefusal(before)) return before;
  const open = reviewsNow(before.contract, before.now).open;
  if (open?.kind === 'agreed') {
    const stands = await conflictWall(ports, as, pairId);
    if (stands) return stands;
  }
  const salt = ports.digests.salt();
  const seen = await decideAs(
    ports,
    { person: as.person, pairId, opId },
    'answer',
    (contract, by, { at, now }) => {
      const review = reviewsNow(contract, now).open;
      if (contract.head.stage === 'ended') return { refused: 'contract ended' };
      if (review?.id !== reviewId)
        return { refused: isKnown(contract, reviewId) ? 'review over' : 'review not due' };
      const known = answersTo(review.kind === 'conflict' ? conflictQuestions : reviewQuestions, answers);
      if (!known) return { refused: 'value not allowed' };
      const after = answered(review, by, now);
      if (isRefusal(after)) return after;
      const other = otherSide(by);
      const isNews = after.answeredAt[other] !== undefined;
      return {
        head: contract.head,
        puts: [
          reviewPut(contract, after),
          answersPut(contract, { about: reviewId, by, at, salt, answers: known }),
        ],
        tells: isNews ? [{ kind: 'review-due', to: other, dueAt: now }] : [],
      };
    },
  );
  return isRefusal(seen) ? seen : reviewsSeen(seen);
}

function isKnown({ records }: { readonly records: ReadonlyMap<string, unknown> }, reviewId: string): boolean {
  return [...records.keys()].some(id => id.endsWith(`:review:${reviewId}`));
}
