/** Time that stands still while anything can go on, and then jumps to what is waited for next. */
export type SimulatedTime = {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Lets time pass until the work is done. Throws when nothing is waited for and it is not. */
  during<T>(work: Promise<T>): Promise<T>;
};

export function simulatedTime(startsAt: number): SimulatedTime {
  let now = startsAt;
  let order = 0;
  const sleepers: { readonly at: number; readonly order: number; readonly wake: () => void }[] = [];
  const isBefore = (a: number, b: number) => {
    const [one, other] = [sleepers[a], sleepers[b]];
    if (!one || !other) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  };
  const swap = (a: number, b: number) => {
    const [one, other] = [sleepers[a], sleepers[b]];
    if (one && other) [sleepers[a], sleepers[b]] = [other, one];
  };
  function push(sleeper: (typeof sleepers)[number]): void {
    sleepers.push(sleeper);
    for (let at = sleepers.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }
  function pop() {
    swap(0, sleepers.length - 1);
    const soonest = sleepers.pop();
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isBefore(right, left) ? right : left;
      if (child >= sleepers.length || !isBefore(child, at)) return soonest;
      swap(at, child);
      at = child;
    }
  }

  return {
    now: () => now,
    sleep: ms =>
      new Promise(resolve => {
        order += 1;
        push({ at: now + Math.max(ms, 0), order, wake: resolve });
      }),
    async during(work) {
      let isDone = false;
      const settle = () => {
        isDone = true;
      };
      work.then(settle, settle);
      for (;;) {
        await new Promise(setImmediate);
        if (isDone) return work;
        const next = pop();
        if (!next) throw new Error('Nothing is waited for, and the work is not done');
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}
