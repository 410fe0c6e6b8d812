import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { isAsWritten } from '../mentoring/contract/as-written.ts';
import { draftDigest } from '../mentoring/contract/contract-chain.ts';
import type { ContractHead } from '../mentoring/contract/contract-head.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Digests } from '../ports/digests.ts';
import type { Stored } from '../ports/store.ts';
import {
  type ContractRecord,
  contractRecordId,
  type HeadRecord,
  type LinkRecord,
  nthOf,
  type PartRecord,
} from '../records/contract-record.ts';

/** All that is kept of one contract, as it was read or written last. */
export type StoredContract = {
  /** Which contract of the pair, from 1. */
  readonly nth: number;
  readonly head: ContractHead;
  readonly headRecord: Stored<HeadRecord>;
  /** In the order of the chain. */
  readonly links: readonly LinkRecord[];
  /** By digest. */
  readonly parts: ReadonlyMap<string, PartRecord>;
  /** By document id, head, links and parts too. */
  readonly records: ReadonlyMap<string, Stored<ContractRecord>>;
  /** Ids of records that are not as they were written; they are in nothing else here. */
  readonly damaged: readonly string[];
};

/** The records of one kind, by id. */
export function recordsOf<K extends ContractRecord['is']>(
  contract: Pick<StoredContract, 'records'>,
  kind: K,
): readonly Extract<ContractRecord, { is: K }>[] {
  return [...contract.records.values()].flatMap(({ document }) => (isKind(document, kind) ? [document] : []));
}

function isKind<K extends ContractRecord['is']>(
  record: ContractRecord,
  kind: K,
): record is Extract<ContractRecord, { is: K }> {
  return record.is === kind;
}

/** Each contract of a pair, the first one first. What belongs to none, or has lost its head, is left out. */
export function contractsIn(
  { sha256 }: Digests,
  all: readonly Stored<ContractRecord>[],
): readonly StoredContract[] {
  const byNth = new Map<number, { sound: Stored<ContractRecord>[]; damaged: string[] }>();
  for (const each of all) {
    const { id } = each.document;
    const nth = nthOf(id);
    if (nth === undefined) continue;
    const { sound, damaged } = byNth.get(nth) ?? { sound: [], damaged: [] };
    if (isAsWritten(sha256, each.document)) sound.push(each);
    else damaged.push(id);
    byNth.set(nth, { sound, damaged });
  }
  return [...byNth]
    .sort(([a], [b]) => a - b)
    .flatMap(([nth, { sound, damaged }]) => storedContract(nth, sound, damaged) ?? []);
}

export function storedContract(
  nth: number,
  all: readonly Stored<ContractRecord>[],
  damaged: readonly string[] = [],
): StoredContract | undefined {
  const records = new Map(all.map(each => [each.document.id, each]));
  const { document, etag = '' } = records.get(contractRecordId(nth, 'head')) ?? {};
  if (document?.is !== 'head') return undefined;
  const headRecord = { document, etag };
  const links = recordsOf({ records }, 'link').toSorted((a, b) => a.seq - b.seq);
  const parts = new Map(recordsOf({ records }, 'part').map(part => [part.digest, part]));
  return { nth, head: headRecord.document.head, headRecord, links, parts, records, damaged };
}

/** Names the state of all fields and shared goals; it goes to whoever reads the draft and comes back with the proposal. */
export function draftOf({ sha256 }: Digests, contract: Pick<StoredContract, 'records'>): string {
  return draftDigest(sha256, [...recordsOf(contract, 'field'), ...recordsOf(contract, 'goal')]);
}

/** Who a party is; undefined once that was erased. */
export function personOf({ head, parts }: StoredContract, side: Side): PersonId | undefined {
  for (const { content } of parts.values())
    if (content?.tie?.party === head.parties[side]) return content.tie.person;
  return undefined;
}
