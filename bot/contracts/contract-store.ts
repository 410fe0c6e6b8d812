import { tryAgain } from '../booking/try-again.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { type NewLink, noLink, recordDigest } from '../mentoring/contract/contract-chain.ts';
import type { ContractHead } from '../mentoring/contract/contract-head.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored, Write } from '../ports/store.ts';
import {
  type ContractRecord,
  contractPrefix,
  contractRecordId,
  type HeadRecord,
  type LinkRecord,
  type RecordToPut,
} from '../records/contract-record.ts';
import { type OutboxRecord, outboxPrefix } from '../records/outbox-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { type Tell, tellWrites } from './outbox-of-contract.ts';
import { contractsIn, draftOf, type StoredContract, storedContract } from './stored-contract.ts';

export type ContractNeeds = Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>;

/** What a decision does to a contract, all of it in one batch of at most 100 writes. */
export type ContractChange = {
  readonly head: ContractHead;
  /** Added to the chain in this order. */
  readonly links?: readonly NewLink[];
  /** Created, or put in place of what was read under that id. */
  readonly puts?: readonly RecordToPut[];
  /** Ids of records that were read. */
  readonly removes?: readonly string[];
  readonly tells?: readonly Tell[];
};

/** `now` as ISO instant and as movable time in epoch ms. */
export type DecidedAt = { readonly at: string; readonly now: number };

export type HowToChange = {
  /** One decision of one party: where it has been carried out before, nothing is done and the contract is given as it stands. */
  readonly once?: { readonly by: Side; readonly verb: string; readonly opId: string };
  /** Its id; absent: the latest of the pair. */
  readonly contract?: string;
};

/** The latest contract of the pair; at most that one is open. */
export async function readContract(
  ports: Pick<Ports, 'store' | 'scheme' | 'digests'>,
  pairId: string,
): Promise<StoredContract | undefined> {
  return (await readContracts(ports, pairId)).at(-1);
}

/** All contracts of the pair, the first one first: one listing. */
export async function readContracts(
  { store, scheme, digests }: Pick<Ports, 'store' | 'scheme' | 'digests'>,
  pairId: string,
): Promise<readonly StoredContract[]> {
  return contractsIn(
    digests,
    await store.list<ContractRecord>(pairPartition(scheme, pairId), 'contract', contractPrefix),
  );
}

/**
 * Lets `decide` change a contract of a pair, and writes head, links, records and outbox in one batch under their
 * etags, as often as somebody else comes first. 'not found' where there is none; nothing is changed in a damaged one. `decide` gives the contract itself where
 * nothing is to be done.
 */
export async function changeContract(
  ports: ContractNeeds,
  pairId: string,
  decide: (contract: StoredContract, decided: DecidedAt) => ContractChange | StoredContract | Refusal,
  { once, contract: id }: HowToChange = {},
): Promise<StoredContract | Refusal> {
  return tryAgain(async () => {
    const all = await readContracts(ports, pairId);
    const contract = id === undefined ? all.at(-1) : all.find(({ head }) => head.id === id);
    if (!contract) return { refused: 'not found' } as const;
    if (contract.damaged.length > 0) return { refused: 'record not whole' } as const;
    const doneId = once && contractRecordId(contract.nth, 'done', once.by, once.verb, once.opId);
    if (doneId !== undefined && contract.records.has(doneId)) return contract;
    const now = await ports.clock.now();
    const decision = decide(contract, { now, at: new Date(now).toISOString() });
    if (isRefusal(decision) || 'records' in decision) return decision;
    const done: RecordToPut[] = doneId === undefined ? [] : [{ id: doneId, type: 'contract', is: 'done' }];
    const change = { ...decision, puts: [...(decision.puts ?? []), ...done] };
    return write(ports, contract, change, new Date(now).toISOString());
  });
}

/** A first contract, or a further one after the last has ended. 'conflict' where somebody else has just opened it. */
export async function createContract(
  ports: ContractNeeds,
  nth: number,
  change: Pick<ContractChange, 'head' | 'links' | 'puts'>,
): Promise<StoredContract | 'conflict'> {
  return write(ports, { nth, records: new Map() }, change, change.head.openedAt);
}

async function write(
  ports: ContractNeeds,
  before: Pick<StoredContract, 'nth' | 'records'> & { readonly headRecord?: Stored<HeadRecord> },
  change: ContractChange,
  at: string,
): Promise<StoredContract | 'conflict'> {
  const { store, scheme, clock, digests } = ports;
  const { nth, headRecord } = before;
  const links = linksAfter(ports, before, change.links ?? [], at);
  const puts = [...(change.puts ?? []).map(each => sealed(ports, each)), ...links];
  const after = new Map(before.records);
  for (const id of change.removes ?? []) after.delete(id);
  for (const put of puts) after.set(put.id, { document: put, etag: before.records.get(put.id)?.etag ?? '' });
  const last = links.at(-1);
  const head = sealed(ports, {
    id: contractRecordId(nth, 'head'),
    type: 'contract',
    is: 'head',
    head: change.head,
    chain: last ? { length: last.seq, last: last.digest } : (headRecord?.document.chain ?? noChain()),
    draft: draftOf(digests, { records: after }),
  });
  after.set(head.id, { document: head, etag: headRecord?.etag ?? '' });

  const partition = pairPartition(scheme, change.head.pairId);
  const tells = change.tells ?? [];
  const contract = storedContract(nth, [...after.values()]);
  const isNews =
    tells.length > 0 || links.length > 0 || puts.some(({ is }) => is === 'review' || is === 'ending');
  const outbox = isNews
    ? await store.list<OutboxRecord>(partition, 'outbox', outboxPrefix(change.head.id))
    : [];
  const times = { now: Date.parse(at), real: clock.real() };
  const etagOf = (id: string) => before.records.get(id)?.etag;
  const writes: Write[] = [
    ...[head, ...puts].map(put => ({ put, ifMatch: etagOf(put.id) ?? 'absent' })),
    ...(change.removes ?? []).map(id => ({ remove: id, ifMatch: etagOf(id) ?? '' })),
    ...(contract && isNews ? tellWrites(contract, tells, outbox, times) : []),
  ];
  const written = await store.write(partition, writes);
  if (written.outcome === 'conflict') return 'conflict';
  const stored = [...after.values()].map(({ document, etag }) => ({
    document,
    etag: written.etags.get(document.id) ?? etag,
  }));
  return storedContract(nth, stored) ?? noHead();
}

function linksAfter(
  { digests }: ContractNeeds,
  { nth, headRecord }: { readonly nth: number; readonly headRecord?: Stored<HeadRecord> },
  added: readonly NewLink[],
  at: string,
): readonly LinkRecord[] {
  const links: LinkRecord[] = [];
  let { length, last } = headRecord?.document.chain ?? noChain();
  for (const link of added) {
    length += 1;
    const unsealed = {
      ...link,
      id: contractRecordId(nth, 'link', String(length).padStart(6, '0')),
      type: 'contract' as const,
      is: 'link' as const,
      seq: length,
      previous: last,
      at,
    };
    const digest = recordDigest(digests.sha256, unsealed);
    links.push({ ...unsealed, digest });
    last = digest;
  }
  return links;
}

/** A part has the digest of its content already; every other record that of itself. */
function sealed({ digests }: ContractNeeds, record: RecordToPut): ContractRecord {
  return record.is === 'part' ? record : { ...record, digest: recordDigest(digests.sha256, record) };
}

function noChain(): HeadRecord['chain'] {
  return { length: 0, last: noLink };
}

function noHead(): never {
  throw new Error('A contract was written without its head');
}
