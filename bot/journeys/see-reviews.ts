import { askedBy, type Seen } from '../contracts/asked-by.ts';
import { answersOfBoth, reviewsNow } from '../contracts/reviews-of-contract.ts';
import { otherSide } from '../mentoring/contract/change-contract.ts';
import { nameOf } from '../mentoring/contract/version-document.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Review } from '../mentoring/review/review.ts';
import { type ReviewFor, reviewFor } from '../mentoring/review/review-for.ts';
import type { Ports } from '../ports/ports.ts';

/** The reviews of a contract as one of the two sees them. */
export type ReviewsSeen = {
  readonly pairId: string;
  /** The other's name. */
  readonly other: string;
  readonly stage: Seen['contract']['head']['stage'];
  readonly open?: ReviewFor;
  /** ISO date. */
  readonly nextOn?: string;
  /** Oldest first. */
  readonly settled: readonly ReviewFor[];
};

export async function seeReviews(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>,
  asked: { readonly person: PersonId; readonly pairId: string },
): Promise<ReviewsSeen | Refusal> {
  const seen = await askedBy(ports, asked.person, asked.pairId);
  return isRefusal(seen) ? seen : reviewsSeen(seen);
}

export function reviewsSeen({ contract, side, now }: Seen): ReviewsSeen {
  const { stage, pairId } = contract.head;
  const { open, nextOn, settled } = reviewsNow(contract, now);
  const as = (review: Review) => reviewFor(review, side, answersOfBoth(contract, review.id), now);
  const isOpen = stage !== 'ended';
  return {
    pairId,
    other: nameOf(contract, otherSide(side)).name,
    stage,
    ...(isOpen && open && { open: as(open) }),
    ...(isOpen && nextOn && { nextOn }),
    settled: settled.map(as),
  };
}
