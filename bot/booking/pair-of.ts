import { type Side, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting, Party } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { Partition, Stored } from '../ports/store.ts';
import type { MeetingRecord, PairRecord } from '../records/pair-record.ts';
import { pairPartition, personPartition } from '../records/partitions.ts';
import type { MembershipRecord, PersonRecord } from '../records/person-record.ts';

/** A pair as one of its two sees it. */
export type PairOf = Pick<Meeting, 'pairId' | 'mentee' | 'mentor'> & {
  readonly head: Stored<PairRecord>;
  readonly iAm: Side;
  readonly other: Party;
  /** What the other has said about themselves, as it is kept. */
  readonly othersRecord: PersonRecord | undefined;
};

/** Who the two are is in their meetings. `undefined`: there is no such pair, or it is not this person's. */
export async function pairOf(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  person: PersonId,
  pairId: string,
): Promise<PairOf | undefined> {
  return readPair({ store }, person, pairPartition(scheme, pairId));
}

/** Those pairs of a person that `fits`, in no order. */
export async function pairsOf(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
  fits: (pair: PairRecord) => boolean,
): Promise<readonly PairOf[]> {
  const found = await Promise.all(
    (await partitionsOf({ store }, person)).map(async partition => {
      const head = await store.read<PairRecord>(partition, 'pair');
      return head && fits(head.document) ? readPair({ store }, person, partition, head) : undefined;
    }),
  );
  return found.filter(pair => pair !== undefined);
}

/** The ids alone: one short reading each. */
export async function pairIdsOf(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
  fits: (pair: PairRecord) => boolean,
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    (await partitionsOf({ store }, person)).map(async partition => {
      const head = await store.read<PairRecord>(partition, 'pair');
      return head && fits(head.document) ? [partition.scope] : [];
    }),
  );
  return new Set(found.flat());
}

async function partitionsOf(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
): Promise<readonly Partition[]> {
  const memberships = await store.list<MembershipRecord>(personPartition(person), 'membership');
  return memberships.map(({ document: { homeTenantId, pairId } }) => ({
    container: 'pairs',
    tenant: homeTenantId,
    scope: pairId,
  }));
}

async function readPair(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
  partition: Partition,
  known?: Stored<PairRecord>,
): Promise<PairOf | undefined> {
  const [head, meetings] = await Promise.all([
    known ?? store.read<PairRecord>(partition, 'pair'),
    store.list<MeetingRecord>(partition, 'meeting'),
  ]);
  const latest = meetings
    .map(({ document }) => document.meeting)
    .reduce<Meeting | undefined>((a, b) => (a && startOf(a) >= startOf(b) ? a : b), undefined);
  const iAm = latest && sideOf(latest, person);
  if (!head || !iAm) return undefined;
  const { mentee, mentor } = latest;
  const there = iAm === 'mentee' ? mentor : mentee;
  const othersRecord = (await store.read<PersonRecord>(personPartition(there.person), 'person'))?.document;
  const other = nowCalled(there, othersRecord);
  return {
    head,
    pairId: partition.scope,
    iAm,
    mentee: iAm === 'mentee' ? mentee : other,
    mentor: iAm === 'mentee' ? { ...mentor, ...other } : mentor,
    other,
    othersRecord,
  };
}

/** Names and addresses change in years. */
function nowCalled({ person, name, address }: Party, record: PersonRecord | undefined): Party {
  return { person, name: record?.known?.name ?? name, address: record?.known?.address ?? address };
}

function startOf({ interval, proposed = [] }: Meeting): number {
  return (interval ?? proposed[0])?.start ?? 0;
}
