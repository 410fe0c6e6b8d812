import type { Document, Partition, Store } from '../../ports/store.ts';

/** The real time, epoch milliseconds, which the instances share to within a few milliseconds. */
export type SharedTime = { now(): number; sleep(ms: number): Promise<void> };

/** The first slot that nobody has leased. */
type Leased = Document & { readonly type: 'sending'; readonly nextAt: number };

/**
 * Teams takes 50 a second from an app in a tenant, counted as they arrive. 48.5 evenly spaced ones, each used up to 10 ms
 * late, keep to that as long as none is on its way for 20 ms longer than others: a slot that nobody could use in time, as
 * the machine was busy, is left out and not caught up with.
 */
const perSecond = 48.5;
const latestMs = 10;
/** A third of a second: what an instance holds in vain that dies, or has nothing more to say. */
const mostAtOnce = 15;
/** Leased before the last one is used, so that there is no gap. */
const leadMs = 150;
/** How far ahead the instances lease together. */
const aheadMs = 2000;
const longestSleepMs = 500;
const attempts = 20;

export type LeasedSlots = {
  readonly spacingMs: number;
  /** When the next slot is; leases some when there are none. `wanted`: for so many messages. `undefined`: none yet, ask again. */
  next(wanted: number): Promise<number | undefined>;
  /** Uses up the next slot. False where none is held. */
  take(): boolean;
  /** Holds and leases none before that. */
  closeUntil(at: number): void;
};

/** Slots of one tenant, as one instance holds them. */
export function leasedSlots(given: {
  readonly store: Store;
  readonly time: SharedTime;
  readonly tenantId: string;
}): LeasedSlots {
  const { store, time, tenantId } = given;
  const spacingMs = 1000 / perSecond;
  const partition: Partition = { container: 'due', tenant: tenantId, scope: 'sending' };
  let held: number[] = [];
  let closedUntil = 0;
  let leasing: Promise<void> | undefined;
  /** As long as every slot is used, more are leased each time, though fewer messages wait at that moment. */
  let usual = 1;

  /** How long the last lease took: slots that would be over by then are not taken. */
  let slowMs = 0;

  async function lease(wanted: number): Promise<void> {
    const began = time.now();
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const stored = await store.read<Leased>(partition, 'sending');
      const from = Math.max(time.now() + slowMs, stored?.document.nextAt ?? 0, closedUntil);
      const aheadOfNowMs = from - time.now() - slowMs;
      if (aheadOfNowMs > aheadMs) return time.sleep(Math.min(aheadOfNowMs - aheadMs, longestSleepMs));
      const nextAt = from + wanted * spacingMs;
      const put: Leased = { id: 'sending', type: 'sending', nextAt };
      const written = await store.write(partition, [{ put, ifMatch: stored?.etag ?? 'absent' }]);
      if (written.outcome === 'written') {
        slowMs = Math.min(time.now() - began, aheadMs);
        held = [...held, ...Array.from({ length: wanted }, (_, index) => from + index * spacingMs)];
        return;
      }
      await time.sleep(Math.random() * 5 * attempt);
    }
    throw new Error('Other instances took every slot first');
  }

  function dropLate(): void {
    const now = time.now();
    const left = held.filter(at => at + latestMs >= now && at >= closedUntil);
    if (left.length < held.length) usual = 1;
    held = left;
  }

  return {
    spacingMs,
    async next(wanted) {
      dropLate();
      const missing = wanted - held.length;
      if (missing > 0 && (held.at(-1) ?? 0) <= time.now() + leadMs && !leasing) {
        const many = Math.min(Math.max(missing, usual), mostAtOnce);
        usual = many * 2;
        leasing = lease(many).finally(() => {
          leasing = undefined;
        });
        // Where slots are held, its problem is met by whoever has none.
        if (held.length > 0) leasing.catch(() => undefined);
      }
      if (held.length === 0) await leasing;
      dropLate();
      return held[0];
    },
    take: () => held.shift() !== undefined,
    closeUntil(at) {
      closedUntil = Math.max(closedUntil, at);
      dropLate();
    },
  };
}
