import type { ContractNeeds } from '../contracts/contract-store.ts';
import { actOnContract, type SeenContract } from '../contracts/seen-contract.ts';
import { otherSide, takenBack } from '../mentoring/contract/change-contract.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';

/** Opens the fields again, by either of the two: what was signed of the proposal lapses. */
export async function takeBackProposal(
  ports: ContractNeeds,
  person: PersonId,
  { pairId, opId }: { readonly pairId: string; readonly opId: string },
): Promise<SeenContract | Refusal> {
  return actOnContract(
    ports,
    person,
    pairId,
    ({ head }, side, { now }) => {
      const after = takenBack(head, side);
      if (isRefusal(after)) return after;
      return { ...after, tells: [{ kind: 'contract-changed', to: otherSide(side), dueAt: now }] };
    },
    { verb: 'take-back', opId },
  );
}
