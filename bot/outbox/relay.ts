import type { Ports } from '../ports/ports.ts';
import type { Change, Document, Partition, Stored, Write } from '../ports/store.ts';
import type { DueRecord, OutboxRecord } from '../records/outbox-record.ts';
import { dueBucket, givenUp, relayPosition } from '../records/partitions.ts';
import { bucketOf, openBuckets } from './buckets.ts';

type Needs = Pick<Ports, 'store' | 'scheme'>;
type Source = 'pairs' | 'people';
type Position = Document & { readonly type: 'position'; readonly token: string };

/**
 * Keeps the copies as the outbox records are: what has appeared since the last pass is put into its bucket, what was given
 * up beside it, what is gone is taken out. The position is saved after what it stands for, so that a crash between
 * repeats a copy and never loses one. Any number of instances may do this at once.
 */
export async function relay(needs: Needs, source: Source): Promise<void> {
  const { store, scheme } = needs;
  const at = await store.read<Position>(relayPosition(scheme), source);
  let token = at?.document.token;
  for (;;) {
    const { changes, token: next, caughtUp } = await store.changesSince(source, token);
    await copyAll(needs, source, changes);
    token = next;
    if (caughtUp) break;
  }
  if (token === at?.document.token) return;
  const position: Position = { id: source, type: 'position', token };
  await store.write(relayPosition(scheme), [{ put: position, ifMatch: at?.etag ?? 'absent' }]);
}

async function copyAll(needs: Needs, source: Source, changes: readonly Change[]): Promise<void> {
  const latest = new Map<string, Change>();
  for (const change of changes) {
    if ((change.removed ? change.type : change.document.type) !== 'outbox') continue;
    const id = change.removed ? change.id : change.document.id;
    latest.set([change.partition.tenant, change.partition.scope, id].join('\n'), change);
  }
  const filled = new Set<string>();
  for (const change of latest.values()) {
    if (change.removed) await takeOut(needs, change.id);
    else if (isOutbox(change.document) && (await copy(needs, source, change.partition, change.document)))
      filled.add(bucketOf(change.document.id));
  }
  await openBuckets(needs, filled);
}

/** True: it is in its bucket. What was given up stays listed until it is done, or is sent again by command. */
async function copy(
  needs: Needs,
  source: Source,
  { tenant, scope }: Partition,
  record: OutboxRecord,
): Promise<boolean> {
  const { id, kind, to, about, dueAt, leaseUntil, version } = record;
  const copied: DueRecord = {
    id,
    type: 'due',
    source: { container: source, tenant, scope },
    kind,
    ...(to ? { to } : {}),
    about,
    dueAt,
    leaseUntil,
    version,
  };
  const [there, other] = places(needs, id);
  const isGivenUp = record.state === 'unclear' || record.state === 'dead';
  await putNewer(needs, isGivenUp ? other : there, copied);
  if (isGivenUp) await remove(needs, there, id);
  return !isGivenUp;
}

/** Created only; over an older copy, under its etag. */
async function putNewer({ store }: Needs, place: Partition, copied: DueRecord): Promise<void> {
  for (let ifMatch = 'absent'; ; ) {
    const { outcome } = await store.write(place, [{ put: copied, ifMatch }]);
    if (outcome === 'written') return;
    const there = await store.read<DueRecord>(place, copied.id);
    if (there && there.document.version >= copied.version) return;
    ifMatch = there?.etag ?? 'absent';
  }
}

async function takeOut(needs: Needs, id: string): Promise<void> {
  for (const place of places(needs, id)) await remove(needs, place, id);
}

async function remove({ store }: Needs, place: Partition, id: string): Promise<void> {
  const there = await store.read<DueRecord>(place, id);
  const writes: Write[] = there ? [{ remove: id, ifMatch: there.etag }] : [];
  if (writes.length > 0) await store.write(place, writes);
}

function places({ scheme }: Needs, id: string): readonly [Partition, Partition] {
  return [dueBucket(scheme, bucketOf(id)), givenUp(scheme)];
}

/** What the copy was made of; undefined: it is no more. */
export function sourceOf(
  { store }: Pick<Ports, 'store'>,
  { document }: Stored<DueRecord>,
): Promise<Stored<OutboxRecord> | undefined> {
  return store.read<OutboxRecord>(document.source, document.id);
}

function isOutbox(document: Document): document is OutboxRecord {
  return document.type === 'outbox';
}
