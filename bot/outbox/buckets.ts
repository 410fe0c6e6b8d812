import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Ports } from '../ports/ports.ts';
import type { Document, Stored, Write } from '../ports/store.ts';
import { type DueRecord, hourOf } from '../records/outbox-record.ts';
import { dueBucket, dueBuckets, dueDays } from '../records/partitions.ts';

type Needs = Pick<Ports, 'store' | 'scheme'>;
/** That a bucket, or a day, may hold something. */
type OpenRecord = Document & { readonly type: 'open' };

const shards = 4;

/** Where the copy of an outbox record lies: its hour, by which its id ends, and one part of that, so that no part gets large. */
export function bucketOf(outboxId: string): string {
  let hash = 0;
  for (const character of outboxId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `${outboxId.slice(-13)}#${hash % shards}`;
}

/**
 * Says that they hold something, after it was put there. Written anew each time, so that whoever found a bucket empty a
 * moment ago does not close it.
 */
export async function openBuckets({ store, scheme }: Needs, buckets: ReadonlySet<string>): Promise<void> {
  const days = new Set([...buckets].map(dayOf));
  for (const bucket of buckets) await store.write(dueBuckets(scheme, dayOf(bucket)), [opened(bucket)]);
  for (const day of days) await store.write(dueDays(scheme), [opened(day)]);
}

/**
 * All copies in the buckets up to this hour, hour by hour. An hour that is over and empty is closed, under the etag that
 * it had before anybody looked into it.
 */
export async function copiesUpTo(needs: Needs, now: number): Promise<readonly Stored<DueRecord>[]> {
  const { store, scheme } = needs;
  const hour = hourOf(now);
  const found: Stored<DueRecord>[] = [];
  for (const day of await store.list<OpenRecord>(dueDays(scheme), 'open')) {
    if (day.document.id > hour.slice(0, 10)) continue;
    const buckets = await store.list<OpenRecord>(dueBuckets(scheme, day.document.id), 'open');
    const reached = buckets.filter(({ document }) => document.id.slice(0, 13) <= hour);
    const copies = await Promise.all(
      reached.map(({ document }) => store.list<DueRecord>(dueBucket(scheme, document.id), 'due')),
    );
    for (const [at, bucket] of reached.entries()) {
      const isOver = bucket.document.id.slice(0, 13) < hour;
      if (isOver && copies[at]?.length === 0) await close(needs, dueBuckets, day.document.id, bucket);
    }
    if (day.document.id < hour.slice(0, 10) && buckets.length === 0) await close(needs, dueDays, '', day);
    found.push(...copies.flat());
  }
  return found;
}

async function close(
  { store, scheme }: Needs,
  where: (scheme: Scheme, day: string) => Parameters<typeof store.write>[0],
  day: string,
  { document, etag }: Stored<OpenRecord>,
): Promise<void> {
  await store.write(where(scheme, day), [{ remove: document.id, ifMatch: etag }]);
}

function opened(id: string): Write {
  const record: OpenRecord = { id, type: 'open' };
  return { put: record, ifMatch: 'any' };
}

function dayOf(bucket: string): string {
  return bucket.slice(0, 10);
}
