import { type Deciding, decideAs } from '../contracts/asked-by.ts';
import { conflictFound, conflictsPassed } from '../contracts/conflict-wall.ts';
import { reviewPut, reviewsOf } from '../contracts/reviews-of-contract.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { type ConflictKind, isStanding } from '../mentoring/review/conflict-of-interest.ts';
import type { Ports } from '../ports/ports.ts';
import { type ReviewsSeen, reviewsSeen } from './see-reviews.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>;

/** Either may say at any time that something has come up. The two look at it together; nobody else is told. */
export async function declareConflict(
  ports: Needs,
  asked: Deciding & { readonly kind: ConflictKind },
): Promise<ReviewsSeen | Refusal> {
  const seen = await decideAs(ports, asked, 'declare', (contract, by, decided) => {
    const standing = reviewsOf(contract).flatMap(({ conflicts }) => conflicts.filter(isStanding));
    if (standing.some(({ kind, declaredBy }) => kind === asked.kind && declaredBy === by)) return contract;
    return conflictFound(contract, { kind: asked.kind, by }, decided);
  });
  return isRefusal(seen) ? seen : reviewsSeen(seen);
}

/** Whoever said it says that it stands in the way no more. */
export async function conflictHasPassed(ports: Needs, asked: Deciding): Promise<ReviewsSeen | Refusal> {
  const seen = await decideAs(ports, asked, 'passed', (contract, by, { now }) => {
    if (contract.head.stage === 'ended') return { refused: 'contract ended' };
    const puts = conflictsPassed(contract, by, now).map(review => reviewPut(contract, review));
    return puts.length > 0 ? { head: contract.head, puts } : contract;
  });
  return isRefusal(seen) ? seen : reviewsSeen(seen);
}
