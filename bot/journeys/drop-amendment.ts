import type { ContractNeeds } from '../contracts/contract-store.ts';
import { backToActive } from '../contracts/draft-of-contract.ts';
import { actOnContract, type SeenContract } from '../contracts/seen-contract.ts';
import { amendmentDropped } from '../mentoring/contract/change-contract.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';

/** Leaves the contract as the version in force has it. */
export async function dropAmendment(
  ports: ContractNeeds,
  person: PersonId,
  { pairId, opId }: { readonly pairId: string; readonly opId: string },
): Promise<SeenContract | Refusal> {
  return actOnContract(
    ports,
    person,
    pairId,
    contract => {
      const after = amendmentDropped(contract.head);
      return isRefusal(after) ? after : { ...after, ...backToActive(contract) };
    },
    { verb: 'drop-amendment', opId },
  );
}
