import { type Verified, verifyContract } from '../mentoring/contract/verify-contract.ts';
import type { Digests } from '../ports/digests.ts';
import type { Stored } from '../ports/store.ts';
import { type ContractRecord, nthOf } from '../records/contract-record.ts';
import { contractsIn, recordsOf, type StoredContract } from './stored-contract.ts';

/** What the page and the command both say of a contract. */
export function verifyStored({ sha256 }: Digests, contract: StoredContract): Verified {
  const { headRecord, head, links, parts, damaged } = contract;
  const { chain, draft: says } = headRecord.document;
  const records = [...recordsOf(contract, 'field'), ...recordsOf(contract, 'goal')];
  return verifyContract({ head, links, parts, chain, draft: { says, records }, damaged }, sha256);
}

export type VerifiedContract = Verified & { readonly pairId: string; readonly contractId: string };

/** All contracts of one pair, as its partition was read. What belongs to no contract is a problem of the pair's own. */
export function verifyPair(
  digests: Digests,
  pairId: string,
  all: readonly Stored<ContractRecord>[],
): readonly VerifiedContract[] {
  const contracts = contractsIn(digests, all);
  const known = new Set(contracts.map(({ nth }) => nth));
  const strays = all.filter(({ document }) => !known.has(nthOf(String(document.id)) ?? 0));
  const verified = contracts.map(contract => {
    const { problems, ...rest } = verifyStored(digests, contract);
    const elsewhere = contract.head.pairId === pairId ? [] : ['it belongs to another pair'];
    return { pairId, contractId: contract.head.id, ...rest, problems: [...problems, ...elsewhere] };
  });
  const stray = strays.map(({ document }) => `${document.id} belongs to no contract`);
  return stray.length > 0 ? [...verified, { pairId, contractId: 'unknown', problems: stray }] : verified;
}
