import type { ContractNeeds } from '../contracts/contract-store.ts';
import { leftToErase, takeOutLeft } from '../contracts/erase-parts.ts';
import { ownContract } from '../contracts/own-contract.ts';
import { type SeenContract, seenBy } from '../contracts/seen-contract.ts';
import type { ContractDocument } from '../mentoring/contract/contract-document.ts';
import { versionDocument } from '../mentoring/contract/version-document.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';

export type { SeenContract };

/** The pair's contract for one of the two. What an erasing was kept from taking out goes first. */
export async function seeContract(
  ports: ContractNeeds,
  person: PersonId,
  { pairId }: { readonly pairId: string },
): Promise<SeenContract | Refusal> {
  const own = await ownContract(ports, person, pairId);
  if (isRefusal(own)) return own;
  const { contract, side } = own;
  const isLeft = leftToErase(contract).length > 0;
  return seenBy(ports, person, side, isLeft ? await takeOutLeft(ports, contract.head) : contract);
}

/** The version that binds, or where none does the one that waits for signatures: to be read as a whole. */
export async function contractDocument(
  ports: ContractNeeds,
  person: PersonId,
  pairId: string,
): Promise<ContractDocument | Refusal> {
  const own = await ownContract(ports, person, pairId);
  if (isRefusal(own)) return own;
  const { head } = own.contract;
  const version = head.active ?? head.proposed?.version;
  const document =
    version === undefined ? undefined : versionDocument(own.contract, version, ports.scheme.name);
  return document ?? { refused: 'not proposed' };
}
