import type { ContractNeeds } from '../contracts/contract-store.ts';
import { backToActive } from '../contracts/draft-of-contract.ts';
import { actOnContract, type SeenContract } from '../contracts/seen-contract.ts';
import { amending, otherSide } from '../mentoring/contract/change-contract.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';

/** Opens the fields of a contract that binds, as the version in force has them. That version binds until another is signed. */
export async function amendContract(
  ports: ContractNeeds,
  person: PersonId,
  { pairId, opId }: { readonly pairId: string; readonly opId: string },
): Promise<SeenContract | Refusal> {
  return actOnContract(
    ports,
    person,
    pairId,
    (contract, side, { now }) => {
      const after = amending(contract.head);
      if (isRefusal(after)) return after;
      const tells = [{ kind: 'contract-changed', to: otherSide(side), dueAt: now }];
      return { ...after, ...backToActive(contract), tells };
    },
    { verb: 'amend', opId },
  );
}
