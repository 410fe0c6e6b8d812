import type { Ports } from '../ports/ports.ts';
import type { Partition, Stored, Write } from '../ports/store.ts';
import { matterIdOf, type OutboxRecord, outboxRecordId } from '../records/outbox-record.ts';
import { abandoned, afterTelling } from './after-telling.ts';
import { isAbandoned, isDue, taken, writeOrLook } from './take.ts';

/** An outbox record that is this instance's alone, marked as being sent. */
export type Taken = { readonly at: Partition; readonly record: OutboxRecord; readonly etag: string };

/** Nobody is sending it, and its time has come. Whoever stopped in the middle has left it unclear. */
export async function isToSay(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  at: Partition,
  { document, etag }: Stored<OutboxRecord>,
): Promise<boolean> {
  const real = clock.real();
  if (!isAbandoned(document, real)) return isDue(document, await clock.now(), real);
  await store.write(at, [{ put: abandoned(document, real), ifMatch: etag }]);
  return false;
}

/** Takes it, where it is to be said now (`tellAt`, movable time, epoch ms); otherwise it is put off, or taken out where it is no news. */
export async function takeToSay(
  { store, clock, ids }: Pick<Ports, 'store' | 'clock' | 'ids'>,
  at: Partition,
  { document, etag }: Stored<OutboxRecord>,
  tellAt: number | 'no news',
): Promise<Taken | undefined> {
  const replace = (...writes: readonly Write[]) => store.write(at, writes);
  if (tellAt === 'no news') {
    await replace({ remove: document.id, ifMatch: etag });
    return undefined;
  }
  if (tellAt > (await clock.now())) {
    const later = { ...document, dueAt: tellAt, version: document.version + 1 };
    const id = outboxRecordId(matterIdOf(document.about), later);
    const isSame = id === document.id;
    await replace(...(isSame ? [] : [{ remove: document.id, ifMatch: etag }]), {
      put: { ...later, id },
      ifMatch: isSame ? etag : 'absent',
    });
    return undefined;
  }
  const record: OutboxRecord = { ...taken(document, clock.real(), ids.random()), state: 'sending' };
  const written = await writeOrLook({ store }, at, [{ put: record, ifMatch: etag }], record);
  return written === 'conflict' ? undefined : { at, record, etag: written.get(record.id) ?? '' };
}

/** What has become of it is written; once more where the store failed, as what is not marked could only be called unclear. */
export async function markSaid(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { at, record, etag }: Taken,
  told: Parameters<typeof afterTelling>[1],
): Promise<void> {
  const after = afterTelling(record, told, clock.real());
  const write: Write =
    after === 'done' ? { remove: record.id, ifMatch: etag } : { put: after, ifMatch: etag };
  try {
    await store.write(at, [write]);
  } catch (problem) {
    await store.write(at, [write]);
    throw problem;
  }
}
