import type { Partition, Write } from '../../bot/ports/store.ts';
import type { DueRecord } from '../../bot/records/outbox-record.ts';
import { givenUp } from '../../bot/records/partitions.ts';
import { scheme } from './people.ts';

export type DueCopies = {
  wrote(partition: Partition, writes: readonly Write[]): void;
  /** The soonest that anything is due, by the copies; endless where there are none. */
  next(now: number): number;
};

/** The copies that lie in buckets, seen from what is written: whatever no pass finds there stays due for ever. */
export function dueCopies(): DueCopies {
  const copies = new Map<string, DueRecord>();
  return {
    wrote({ container, scope }, writes) {
      if (container !== 'due' || scope === givenUp(scheme).scope) return;
      for (const write of writes) {
        if ('remove' in write) copies.delete(write.remove);
        else if (isCopy(write.put)) copies.set(write.put.id, write.put);
      }
    },
    next: now =>
      Math.min(...[...copies.values()].map(({ dueAt, leaseUntil }) => Math.max(dueAt, leaseUntil, now))),
  };
}

function isCopy(document: { readonly type: string }): document is DueRecord {
  return document.type === 'due';
}
