import type { ContractNeeds } from '../contracts/contract-store.ts';
import { firstToErase } from '../contracts/erase-parts.ts';
import { ownContract } from '../contracts/own-contract.ts';
import { removePrivateGoals } from '../contracts/private-goals.ts';
import { actOnContract, type SeenContract } from '../contracts/seen-contract.ts';
import { erased } from '../mentoring/contract/change-contract.ts';
import { partsToErase } from '../mentoring/contract/kept-parts.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { seeContract } from './see-contract.ts';

/**
 * Takes out what is this person's: their words, their name, who they are, with the salts, and their private goals. The
 * chain keeps the digests and says when. What was too much for one batch is taken out by whoever comes next.
 */
export async function eraseOwnPart(
  ports: ContractNeeds,
  person: PersonId,
  { pairId, opId }: { readonly pairId: string; readonly opId: string },
): Promise<SeenContract | Refusal> {
  const own = await ownContract(ports, person, pairId);
  if (isRefusal(own)) return own;
  const { stage, id } = own.contract.head;
  if (stage === 'ended') await removePrivateGoals(ports, person, id);
  const after = await actOnContract(
    ports,
    person,
    pairId,
    (contract, side) => {
      const parts = partsToErase(contract, side);
      const changed = erased(contract.head, { by: side, parts });
      if (isRefusal(changed)) return changed;
      return {
        ...changed,
        ...firstToErase(
          contract,
          parts.map(({ digest }) => digest),
          side,
        ),
      };
    },
    { verb: 'erase', opId },
  );
  if (isRefusal(after)) return after;
  return seeContract(ports, person, { pairId });
}
