import type { ContractNeeds } from '../contracts/contract-store.ts';
import { goalRecordId } from '../contracts/draft-of-contract.ts';
import { ownContract } from '../contracts/own-contract.ts';
import { privateGoals } from '../contracts/private-goals.ts';
import { actOnContract, type SeenContract, seenBy } from '../contracts/seen-contract.ts';
import { recordsOf } from '../contracts/stored-contract.ts';
import { mayDraft } from '../mentoring/contract/change-contract.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { personPartition } from '../records/partitions.ts';

export type RemoveGoal = { readonly pairId: string; readonly goalId: string; readonly ifMatch: string };

/** Takes a goal out of the draft, or away from its writer. What was signed keeps what it says. */
export async function removeGoal(
  ports: ContractNeeds,
  person: PersonId,
  { pairId, goalId, ifMatch }: RemoveGoal,
): Promise<SeenContract | Refusal> {
  const own = await ownContract(ports, person, pairId);
  if (isRefusal(own)) return own;
  const { contract, side } = own;
  if (recordsOf(contract, 'goal').some(({ goal }) => goal === goalId))
    return actOnContract(ports, person, pairId, current => {
      const closed = mayDraft(current.head);
      if (closed) return closed;
      const before = recordsOf(current, 'goal').find(({ goal }) => goal === goalId);
      if (before?.digest !== ifMatch) return { refused: 'changed meanwhile' };
      return { head: current.head, removes: [goalRecordId(current.nth, goalId)] };
    });
  const goals = await privateGoals(ports, person, contract.head.id);
  const before = goals.find(({ document }) => document.goal === goalId);
  if (!before) return { refused: 'not found' };
  if (before.document.digest !== ifMatch) return { refused: 'changed meanwhile' };
  const removal = { remove: before.document.id, ifMatch: before.etag };
  const { outcome } = await ports.store.write(personPartition(person), [removal]);
  return outcome === 'written' ? seenBy(ports, person, side, contract) : { refused: 'changed meanwhile' };
}
