import type { Side } from '../chemistry/change-meeting.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import type { Ending } from '../review/ending.ts';
import type { Review } from '../review/review.ts';

/**
 * How a contract stands, as far as the two are told of it outside its own page: ids, names, what waits for whom; nothing
 * of what they have written.
 */
export type ContractMatter = {
  readonly pairId: string;
  readonly contractId: string;
  readonly stage: 'drafting' | 'proposed' | 'active' | 'ended';
  /** Somebody whose part was erased is nobody here any more. */
  readonly parties: Readonly<Record<Side, { readonly person?: PersonId; readonly name: string }>>;
  /** The version that binds now; counts from 1. */
  readonly active?: number;
  readonly proposed?: { readonly version: number; readonly by: Side; readonly signedBy: readonly Side[] };
  readonly isDrafting: boolean;
  /** Waits to be answered or agreed by one of the two, or both. */
  readonly openReview?: Review;
  /** ISO date. */
  readonly nextReviewOn?: string;
  readonly ending: Ending;
  /** ISO date; after an ending. */
  readonly keptUntil?: string;
  /** Who has answered half a year after the end. */
  readonly lookedBack: readonly Side[];
};

export function sideIn({ parties }: Pick<ContractMatter, 'parties'>, person: PersonId): Side | undefined {
  const is = (side: Side) => {
    const party = parties[side].person;
    return party !== undefined && samePerson(party, person);
  };
  if (is('mentee')) return 'mentee';
  return is('mentor') ? 'mentor' : undefined;
}
