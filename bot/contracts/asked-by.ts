import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { type ContractChange, type ContractNeeds, changeContract, type DecidedAt } from './contract-store.ts';
import { ownContract } from './own-contract.ts';
import type { StoredContract } from './stored-contract.ts';

/** A decision of one of the two about their contract; `opId` names it. */
export type Deciding = { readonly person: PersonId; readonly pairId: string; readonly opId: string };

export type Seen = { readonly contract: StoredContract; readonly side: Side; readonly now: number };

/** For one of its two people; anybody else finds nothing. */
export async function askedBy(
  ports: ContractNeeds,
  person: PersonId,
  pairId: string,
): Promise<Seen | Refusal> {
  const [own, now] = await Promise.all([ownContract(ports, person, pairId), ports.clock.now()]);
  return isRefusal(own) ? own : { ...own, now };
}

/** Decides as one of the two; the same decision again does nothing, and gives how it stands. */
export async function decideAs(
  ports: ContractNeeds,
  { person, pairId, opId }: Deciding,
  verb: string,
  decide: (
    contract: StoredContract,
    side: Side,
    decided: DecidedAt,
  ) => ContractChange | StoredContract | Refusal,
): Promise<Seen | Refusal> {
  const seen = await askedBy(ports, person, pairId);
  if (isRefusal(seen)) return seen;
  const { side } = seen;
  const contract = await changeContract(ports, pairId, (current, decided) => decide(current, side, decided), {
    contract: seen.contract.head.id,
    once: { by: side, verb, opId },
  });
  return isRefusal(contract) ? contract : { contract, side, now: seen.now };
}
