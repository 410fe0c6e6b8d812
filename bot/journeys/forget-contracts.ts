import { type ContractNeeds, changeContract, readContracts } from '../contracts/contract-store.ts';
import { firstToErase, takeOutLeft } from '../contracts/erase-parts.ts';
import { removePrivateGoals } from '../contracts/private-goals.ts';
import { personOf, type StoredContract } from '../contracts/stored-contract.ts';
import { erased, sides } from '../mentoring/contract/change-contract.ts';
import { partsToErase } from '../mentoring/contract/kept-parts.ts';
import { dayOf } from '../mentoring/contract/version-document.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';

/** Of each contract of a pair whose last day has passed, all that is left but its chain is taken out. How many those are; refused where one of them is damaged. */
export async function forgetContracts(
  ports: ContractNeeds,
  { pairId }: { readonly pairId: string },
): Promise<number | Refusal> {
  const today = dayOf(new Date(await ports.clock.now()).toISOString());
  const over = (await readContracts(ports, pairId)).filter(
    ({ head }) => head.keepUntil !== undefined && head.keepUntil < today,
  );
  let refused: Refusal | undefined;
  for (const contract of over) refused = (await forget(ports, contract)) ?? refused;
  return refused ?? over.length;
}

async function forget(ports: ContractNeeds, contract: StoredContract): Promise<Refusal | undefined> {
  const { pairId, id } = contract.head;
  for (const side of sides) {
    const person = personOf(contract, side);
    if (person) await removePrivateGoals(ports, person, id);
  }
  const after = await changeContract(
    ports,
    pairId,
    current => {
      if (current.links.some(({ kind, by }) => kind === 'erased' && by === undefined)) return current;
      const parts = partsToErase(current, undefined);
      const changed = erased(current.head, { parts });
      const digests = parts.map(({ digest }) => digest);
      return isRefusal(changed) ? changed : { ...changed, ...firstToErase(current, digests, undefined) };
    },
    { contract: id },
  );
  if (isRefusal(after)) return after;
  await takeOutLeft(ports, after.head);
  return undefined;
}
