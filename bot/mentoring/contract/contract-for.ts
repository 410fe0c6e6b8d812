import type { Side } from '../chemistry/change-meeting.ts';
import type { PersonId } from '../people/person.ts';
import { reviewFor } from '../review/review-for.ts';
import { otherSide } from './change-contract.ts';
import { type ContractMatter, sideIn } from './contract-matter.ts';

/** A contract as one of its two people is told of it. */
export type ContractFor = {
  readonly contract: ContractMatter;
  readonly iAm: Side;
  /** The other's name. */
  readonly other: string;
  /** What it waits for first: a review before anything else that both could do. */
  readonly stands: 'drafted' | 'to sign' | 'active' | 'review' | 'ended';
  readonly waitsFor: 'me' | 'other' | 'both' | 'nobody';
};

/** `undefined`: not this person's. `now` in epoch ms. */
export function contractFor(
  person: PersonId,
  contract: ContractMatter,
  now: number,
): ContractFor | undefined {
  const iAm = sideIn(contract, person);
  if (!iAm) return undefined;
  const other = contract.parties[otherSide(iAm)].name;
  return { contract, iAm, other, ...standsFor(contract, iAm, now) };
}

function standsFor(
  { stage, proposed, openReview, active }: ContractMatter,
  iAm: Side,
  now: number,
): Pick<ContractFor, 'stands' | 'waitsFor'> {
  if (stage === 'ended') return { stands: 'ended', waitsFor: 'nobody' };
  if (openReview) return { stands: 'review', waitsFor: reviewFor(openReview, iAm, {}, now).waitsFor };
  if (proposed) {
    const mine = !proposed.signedBy.includes(iAm);
    const theirs = !proposed.signedBy.includes(otherSide(iAm));
    return { stands: 'to sign', waitsFor: mine ? (theirs ? 'both' : 'me') : 'other' };
  }
  return active === undefined
    ? { stands: 'drafted', waitsFor: 'both' }
    : { stands: 'active', waitsFor: 'nobody' };
}
