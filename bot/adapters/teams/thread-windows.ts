type Window = { readonly most: number; readonly perMs: number };

/** Teams' limits for an app in one thread. */
const limits: readonly Window[] = [
  { most: 7, perMs: 1000 },
  { most: 8, perMs: 2000 },
  { most: 60, perMs: 30_000 },
  { most: 1800, perMs: 3_600_000 },
];
/** What one instance may say first there: a third, for up to three instances. */
const shares = limits.map(({ most, perMs }) => ({ most: Math.floor(most / 3), perMs }));
const longestMs = 3_600_000;
const sweepEvery = 1000;

type Thread = { readonly first: number[]; readonly all: number[]; closedUntil: number };

export type ThreadWindows = {
  /** When words may be said first there, in the clock's milliseconds; in the past where they may now. */
  openAt(thread: string): number;
  count(thread: string, what: 'said first' | 'answered'): void;
  close(thread: string, until: number): void;
};

/**
 * Counts over any span of each length. Answers leave what this instance says first its share, up to Teams' whole limit for
 * both. Forgets a thread an hour after its last message.
 */
export function threadWindows(now: () => number): ThreadWindows {
  const threads = new Map<string, Thread>();
  let counted = 0;
  const threadOf = (id: string) => {
    const known = threads.get(id) ?? { first: [], all: [], closedUntil: 0 };
    threads.set(id, known);
    return known;
  };

  function sweep(): void {
    const old = now() - longestMs;
    for (const [id, { all, closedUntil }] of threads) {
      if ((all.at(-1) ?? 0) < old && closedUntil < now()) threads.delete(id);
    }
  }

  return {
    openAt(id) {
      const thread = threads.get(id);
      if (!thread) return 0;
      return Math.max(thread.closedUntil, roomAt(thread.first, shares), roomAt(thread.all, limits));
    },
    count(id, what) {
      const { first, all } = threadOf(id);
      for (const times of what === 'answered' ? [all] : [first, all]) {
        times.push(now());
        if (times.length > 1800) times.shift();
      }
      counted += 1;
      if (counted % sweepEvery === 0) sweep();
    },
    close(id, until) {
      const thread = threadOf(id);
      thread.closedUntil = Math.max(thread.closedUntil, until);
    },
  };
}

/** When one more fits into every window. */
function roomAt(times: readonly number[], windows: readonly Window[]): number {
  return windows.reduce((latest, { most, perMs }) => {
    const oldest = times.at(-most);
    return Math.max(latest, oldest === undefined ? 0 : oldest + perMs);
  }, 0);
}
