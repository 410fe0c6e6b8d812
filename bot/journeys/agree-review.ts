import { type Deciding, decideAs } from '../contracts/asked-by.ts';
import type { ContractChange, DecidedAt } from '../contracts/contract-store.ts';
import { endingChange } from '../contracts/end-contract.ts';
import { answersRecord, reviewPut, reviewsNow } from '../contracts/reviews-of-contract.ts';
import type { StoredContract } from '../contracts/stored-contract.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { amending, noted, otherSide, sides } from '../mentoring/contract/change-contract.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { type Review, type ReviewResult, wished } from '../mentoring/review/review.ts';
import type { Ports } from '../ports/ports.ts';
import { type ReviewsSeen, reviewsSeen } from './see-reviews.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>;

export type AgreeReview = Deciding & { readonly reviewId: string; readonly what: ReviewResult };

/**
 * What one would like to come of a review that both can read. As soon as both want the same it is settled: they go on, the
 * contract is opened to be changed, or it ends.
 */
export async function agreeReview(ports: Needs, asked: AgreeReview): Promise<ReviewsSeen | Refusal> {
  const { reviewId, what } = asked;
  const { keepMonths } = termsOf(ports.scheme);
  const seen = await decideAs(ports, asked, 'agree', (contract, by, decided) => {
    if (contract.head.stage === 'ended') return { refused: 'contract ended' };
    const review = reviewsNow(contract, decided.now).open;
    if (review?.id !== reviewId) return { refused: 'review over' };
    const after = wished(review, by, what, decided.now);
    if (isRefusal(after)) return after;
    return settled(contract, after, by, keepMonths, decided);
  });
  return isRefusal(seen) ? seen : reviewsSeen(seen);
}

function settled(
  contract: StoredContract,
  review: Review,
  by: Side,
  keepMonths: number,
  decided: DecidedAt,
): ContractChange | Refusal {
  const puts = [reviewPut(contract, review)];
  const other = otherSide(by);
  const { result } = review;
  if (!result)
    return { head: contract.head, puts, tells: [{ kind: 'review-due', to: other, dueAt: decided.now }] };
  const payload = sides.flatMap(side => answersRecord(contract, review.id, side)?.digest ?? []);
  const held = noted(contract.head, { kind: 'reviewed', how: result.what, payload });
  if (isRefusal(held)) return held;
  if (result.what === 'end') {
    const ending = { ended: { how: 'natural', at: decided.now } } as const;
    const change = endingChange(contract, { ending, how: 'natural', told: [other], keepMonths }, decided);
    if (isRefusal(change)) return change;
    return {
      ...change,
      links: [...held.links, ...(change.links ?? [])],
      puts: [...puts, ...(change.puts ?? [])],
    };
  }
  const opened = result.what === 'amend' ? amending(contract.head) : held;
  const head = isRefusal(opened) ? held.head : opened.head;
  return { head, links: held.links, puts, tells: [] };
}
