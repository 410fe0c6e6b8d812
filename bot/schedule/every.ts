import { setTimeout as wait } from 'node:timers/promises';

export type Repeated = { stop(): Promise<void> };

/** One pass after another, never two at once; a pass that fails is reported and the next one comes all the same. */
export function every(
  pauseMs: number,
  pass: () => Promise<void>,
  onProblem: (problem: unknown) => void,
): Repeated {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await pass().catch(onProblem);
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
