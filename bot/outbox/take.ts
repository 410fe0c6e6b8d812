import type { Ports } from '../ports/ports.ts';
import type { Partition, Stored, Write } from '../ports/store.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';

/** Real time that whoever takes something has for it; then another instance may. */
export const leaseMs = 60_000;
/** Real time that whoever caused something has to begin with it, before any instance may. */
export const freshMs = 10_000;
/**
 * A card that is updated and the line beside it have their answers within this (real ms), as each waits up to 5 seconds
 * for room and 12 for Teams: so none is on its way when the lease ends.
 */
const longestSendMs = 35_000;

export function taken(record: OutboxRecord, real: number, holder: string): OutboxRecord {
  return {
    ...record,
    leaseUntil: real + leaseMs,
    fence: record.fence + 1,
    tries: record.tries + 1,
    holder,
    version: Math.max(record.version + 1, real),
  };
}

/** Whether there is still time to send before another may take it over. */
export function hasTime({ leaseUntil }: OutboxRecord, real: number): boolean {
  return real + longestSendMs <= leaseUntil;
}

/** Nobody holds it, and nothing keeps it from being done now. */
export function isDue({ state, leaseUntil, dueAt }: OutboxRecord, now: number, real: number): boolean {
  return state === 'waiting' && leaseUntil <= real && dueAt <= now;
}

/** Whoever was sending it has stopped on the way. */
export function isAbandoned({ state, leaseUntil }: OutboxRecord, real: number): boolean {
  return state === 'sending' && leaseUntil <= real;
}

/**
 * Writes what takes or settles something. An answer that was lost, or a conflict with a try of one's own whose answer was
 * lost, is told from another's coming first by looking once more whether `isMine` was written.
 */
export async function writeOrLook(
  { store }: Pick<Ports, 'store'>,
  partition: Partition,
  writes: readonly Write[],
  mine: OutboxRecord,
): Promise<ReadonlyMap<string, string> | 'conflict'> {
  let problem: unknown;
  try {
    const written = await store.write(partition, writes);
    if (written.outcome === 'written') return written.etags;
  } catch (thrown) {
    problem = thrown;
  }
  const found = await store.read<OutboxRecord>(partition, mine.id);
  if (found && isSame(found, mine)) return etagsOf(store, partition, writes);
  if (problem) throw problem;
  return 'conflict';
}

function isSame({ document }: Stored<OutboxRecord>, mine: OutboxRecord): boolean {
  return document.holder === mine.holder && document.fence === mine.fence && document.state === mine.state;
}

async function etagsOf(
  store: Ports['store'],
  partition: Partition,
  writes: readonly Write[],
): Promise<ReadonlyMap<string, string>> {
  const etags = new Map<string, string>();
  for (const write of writes) {
    const found = 'put' in write ? await store.read(partition, write.put.id) : undefined;
    if (found) etags.set(found.document.id, found.etag);
  }
  return etags;
}
