import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { sides } from '../mentoring/contract/change-contract.ts';
import type { ContractMatter } from '../mentoring/contract/contract-matter.ts';
import { nameOf } from '../mentoring/contract/version-document.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import { answersRecord, endingOf, lookingBack, reviewsNow } from './reviews-of-contract.ts';
import { personOf, type StoredContract } from './stored-contract.ts';

/** How a contract stands, without anything that the two have written. `now` in epoch ms. */
export function matterOfContract(contract: StoredContract, now: number): ContractMatter {
  const { head } = contract;
  const { stage, active, proposed, isDrafting, keepUntil } = head;
  const { open, nextOn } = stage === 'ended' ? {} : reviewsNow(contract, now);
  return {
    pairId: head.pairId,
    contractId: head.id,
    stage,
    parties: { mentee: partyOf(contract, 'mentee'), mentor: partyOf(contract, 'mentor') },
    ...(active === undefined ? {} : { active }),
    ...(proposed && {
      proposed: { version: proposed.version, by: proposed.by, signedBy: proposed.signedBy },
    }),
    isDrafting,
    ...(open && { openReview: open }),
    ...(nextOn && { nextReviewOn: nextOn }),
    ending: endingOf(contract),
    ...(keepUntil && { keptUntil: keepUntil }),
    lookedBack: sides.filter(side => answersRecord(contract, lookingBack, side)),
  };
}

export function sideOfPerson(contract: StoredContract, person: PersonId): Side | undefined {
  return sides.find(side => {
    const party = personOf(contract, side);
    return party !== undefined && samePerson(party, person);
  });
}

function partyOf(contract: StoredContract, side: Side): { person?: PersonId; name: string } {
  const person = personOf(contract, side);
  return { ...(person && { person }), name: nameOf(contract, side).name };
}
