import { conflictWall } from '../contracts/conflict-wall.ts';
import type { ContractNeeds } from '../contracts/contract-store.ts';
import { ownContract } from '../contracts/own-contract.ts';
import { actOnContract, type SeenContract } from '../contracts/seen-contract.ts';
import { verifyStored } from '../contracts/verify-stored.ts';
import { otherSide, sides, signed } from '../mentoring/contract/change-contract.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';

type Needs = ContractNeeds & Pick<Ports, 'directory'>;

export type SignContract = {
  readonly pairId: string;
  readonly opId: string;
  /** Of the version that the signer saw all of. */
  readonly digest: string;
};

/** By the person who is signed in, of the very version that they saw. The second signature makes it binding. */
export async function signContract(
  ports: Needs,
  as: ActingFor,
  { pairId, opId, digest }: SignContract,
): Promise<SeenContract | Refusal> {
  const own = await ownContract(ports, as.person, pairId);
  if (isRefusal(own)) return own;
  const blocked = await conflictWall(ports, as, pairId);
  if (blocked) return blocked;
  return actOnContract(
    ports,
    as.person,
    pairId,
    (contract, side, { now: dueAt }) => {
      const after = signed(contract.head, { by: side, digest });
      if (isRefusal(after)) return after;
      if (verifyStored(ports.digests, contract).problems.length > 0) return { refused: 'record not whole' };
      const isActive = after.head.proposed === undefined;
      const tells = isActive
        ? sides.map(to => ({ kind: 'contract-active', to, dueAt }))
        : [{ kind: 'contract-signed', to: otherSide(side), dueAt }];
      return { ...after, tells };
    },
    { verb: 'sign', opId },
  );
}
