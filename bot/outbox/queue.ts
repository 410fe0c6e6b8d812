import type { Ports } from '../ports/ports.ts';
import type { Document, Stored } from '../ports/store.ts';
import type { DueRecord, OutboxRecord } from '../records/outbox-record.ts';
import { dueBucket, dueBuckets, dueDays, givenUp } from '../records/partitions.ts';
import { bucketOf } from './buckets.ts';
import { sourceOf } from './relay.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/** What waits, by kind. `oldestDueMs`: how long the oldest of what is due has been due. */
export type Queue = {
  readonly due: ReadonlyMap<string, number>;
  readonly later: ReadonlyMap<string, number>;
  readonly oldestDueMs: number;
  readonly unclear: ReadonlyMap<string, number>;
  readonly dead: ReadonlyMap<string, number>;
};

/** As the copies have it, and what was given up as its own record has it. */
export async function queueNow(needs: Needs): Promise<Queue> {
  const { store, scheme, clock } = needs;
  const now = await clock.now();
  const kinds = { due: new Map(), later: new Map(), unclear: new Map(), dead: new Map() } satisfies Record<
    string,
    Map<string, number>
  >;
  const count = (counts: Map<string, number>, kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let oldestDueMs = 0;
  for (const day of await store.list<Document>(dueDays(scheme), 'open')) {
    for (const bucket of await store.list<Document>(dueBuckets(scheme, day.document.id), 'open')) {
      for (const { document } of await store.list<DueRecord>(dueBucket(scheme, bucket.document.id), 'due')) {
        const isDue = document.dueAt <= now;
        count(isDue ? kinds.due : kinds.later, document.kind);
        if (isDue) oldestDueMs = Math.max(oldestDueMs, now - document.dueAt);
      }
    }
  }
  for (const { document } of await listGivenUp(needs)) count(kinds[document.state], document.kind);
  return { ...kinds, oldestDueMs };
}

export type GivenUp = Stored<OutboxRecord & { readonly state: 'unclear' | 'dead' }>;

/** What may have arrived and may not, and what was tried as long as it made sense. */
export async function listGivenUp({
  store,
  scheme,
}: Pick<Ports, 'store' | 'scheme'>): Promise<readonly GivenUp[]> {
  const copies = await store.list<DueRecord>(givenUp(scheme), 'due');
  const found = await Promise.all(copies.map(copy => sourceOf({ store }, copy)));
  return found.flatMap(record => (record && isGivenUp(record) ? [record] : []));
}

export async function findInOutbox(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  id: string,
): Promise<{ readonly copy: Stored<DueRecord>; readonly record: Stored<OutboxRecord> } | undefined> {
  const isId = /^outbox:.+:\d{4}-\d\d-\d\dT\d\d$/.test(id);
  if (!isId) return undefined;
  const copy =
    (await store.read<DueRecord>(givenUp(scheme), id)) ??
    (await store.read<DueRecord>(dueBucket(scheme, bucketOf(id)), id));
  const record = copy && (await sourceOf({ store }, copy));
  return record && { copy, record };
}

/** It waits again, as if nobody had tried. `not given up`: it waits, or is being sent. */
export async function sendAgain(
  { store, scheme, clock }: Needs,
  id: string,
): Promise<'waits again' | 'not found' | 'not given up'> {
  const found = await findInOutbox({ store, scheme }, id);
  if (!found) return 'not found';
  const { copy, record } = found;
  if (!isGivenUp(record)) return 'not given up';
  const { because: _reason, ...before } = record.document;
  const version = Math.max(before.version + 1, clock.real());
  const again: OutboxRecord = { ...before, state: 'waiting', leaseUntil: 0, tries: 0, version };
  const written = await store.write(copy.document.source, [{ put: again, ifMatch: record.etag }]);
  if (written.outcome === 'conflict') return 'not given up';
  const listed = await store.read<DueRecord>(givenUp(scheme), id);
  if (listed) await store.write(givenUp(scheme), [{ remove: id, ifMatch: listed.etag }]);
  return 'waits again';
}

function isGivenUp(record: Stored<OutboxRecord>): record is GivenUp {
  return record.document.state === 'unclear' || record.document.state === 'dead';
}
