export type Afterwards = {
  run(work: () => Promise<void>): void;
  /** Resolves when nothing of it is going on any more. */
  settled(): Promise<void>;
};

/** Work that goes on after a person has been answered. What a crash cuts off, the repair finds by its intent. */
export function afterwards(onProblem: (problem: unknown) => void): Afterwards {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      const done = Promise.resolve().then(work).catch(onProblem);
      running.add(done);
      void done.finally(() => running.delete(done));
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
