import type { Change, Partition, Store } from '../ports/store.ts';

/** Applies what changed in one partition. Whoever asks while it is read shares the next reading, so that it has all that was written before they asked. */
export function following(
  store: Store,
  partition: Partition,
  apply: (change: Change) => void,
): () => Promise<void> {
  const { container, tenant, scope } = partition;
  let token: string | undefined;
  let reading: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function catchUp(): Promise<void> {
    for (;;) {
      const { changes, token: read, caughtUp } = await store.changesSince(container, token);
      for (const change of changes) {
        if (change.partition.tenant === tenant && change.partition.scope === scope) apply(change);
      }
      token = read;
      if (caughtUp) return;
    }
  }

  function begin(): Promise<void> {
    reading = catchUp().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function afterThis(now: Promise<void>): Promise<void> {
    await now.catch(() => undefined);
    next = undefined;
    return begin();
  }

  return () => {
    if (reading === undefined && next === undefined) return begin();
    next ??= afterThis(reading ?? Promise.resolve());
    return next;
  };
}
