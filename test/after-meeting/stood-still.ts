import { containers, type Document, type Partition, type Store, type Write } from '../../bot/ports/store.ts';

export type Kept = ReadonlyMap<string, { readonly partition: Partition; readonly document: Document }>;

/** Every document as it is now, what keeps Teams' limits apart: that goes by the real time. */
export async function everythingKept(store: Store): Promise<Kept> {
  const all = new Map<string, { partition: Partition; document: Document }>();
  for (const container of containers) {
    let token: string | undefined;
    for (let caughtUp = false; !caughtUp; ) {
      const read = await store.changesSince(container, token);
      for (const change of read.changes) {
        const { partition } = change;
        if (partition.scope === 'sending') continue;
        const key = JSON.stringify([partition, change.removed ? change.id : change.document.id]);
        if (change.removed) all.delete(key);
        else all.set(key, { partition, document: change.document });
      }
      ({ token, caughtUp } = read);
    }
  }
  return all;
}

/** Brings the store back to what was kept. */
export async function bringBack(store: Store, kept: Kept): Promise<void> {
  const now = await everythingKept(store);
  const writes = new Map<string, { partition: Partition; writes: Write[] }>();
  const toWrite = (partition: Partition, write: Write) => {
    const key = JSON.stringify(partition);
    const known = writes.get(key) ?? { partition, writes: [] };
    known.writes.push(write);
    writes.set(key, known);
  };
  for (const [key, { partition, document }] of now) {
    if (kept.has(key)) continue;
    const stored = await store.read(partition, document.id);
    if (stored) toWrite(partition, { remove: document.id, ifMatch: stored.etag });
  }
  for (const [key, { partition, document }] of kept) {
    const isSame = JSON.stringify(now.get(key)?.document) === JSON.stringify(document);
    if (!isSame) toWrite(partition, { put: document, ifMatch: 'any' });
  }
  for (const { partition, writes: all } of writes.values()) {
    for (let from = 0; from < all.length; from += 100)
      await store.write(partition, all.slice(from, from + 100));
  }
}
