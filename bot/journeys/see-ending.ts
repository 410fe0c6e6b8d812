import { endsOn } from '../contracts/agreed-terms.ts';
import { askedBy, type Seen } from '../contracts/asked-by.ts';
import { answersOfBoth, closing, endingOf, lookingBack } from '../contracts/reviews-of-contract.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { otherSide } from '../mentoring/contract/change-contract.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import { nameOf } from '../mentoring/contract/version-document.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { askedAgainAt, type Ending } from '../mentoring/review/ending.ts';
import type { Answers } from '../mentoring/review/review-questions.ts';
import { zone } from '../mentoring/zone.ts';
import type { Ports } from '../ports/ports.ts';

/** The end of a mentoring as one of the two sees it, before and after. */
export type EndingSeen = {
  readonly pairId: string;
  readonly iAm: Side;
  /** The other's name. */
  readonly other: string;
  readonly stage: Seen['contract']['head']['stage'];
  readonly ending: Ending;
  /** ISO dates: the last day agreed, and until when it is kept. */
  readonly endsOn?: string;
  readonly keptUntil?: string;
  readonly keepMonths: number;
  readonly gained: { readonly mine: Answers; readonly theirs: Answers };
  /** Half a year after the end. */
  readonly lookingBack?: { readonly mine: Answers; readonly theirs: Answers };
};

export async function seeEnding(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>,
  asked: { readonly person: PersonId; readonly pairId: string },
): Promise<EndingSeen | Refusal> {
  const seen = await askedBy(ports, asked.person, asked.pairId);
  return isRefusal(seen) ? seen : endingSeen(ports, seen);
}

export function endingSeen({ scheme }: Pick<Ports, 'scheme'>, { contract, side, now }: Seen): EndingSeen {
  const { stage, pairId, endedAt, keepUntil } = contract.head;
  const last = endsOn(contract);
  const isLater = endedAt !== undefined && now >= askedAgainAt(Date.parse(endedAt), zone);
  const both = (about: string) => {
    const answers = answersOfBoth(contract, about);
    return { mine: answers[side] ?? {}, theirs: answers[otherSide(side)] ?? {} };
  };
  return {
    pairId,
    iAm: side,
    other: nameOf(contract, otherSide(side)).name,
    stage,
    ending: endingOf(contract),
    ...(last && { endsOn: last }),
    ...(keepUntil && { keptUntil: keepUntil }),
    keepMonths: termsOf(scheme).keepMonths,
    gained: both(closing),
    ...(isLater && { lookingBack: both(lookingBack) }),
  };
}
