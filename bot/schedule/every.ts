import { setTimeout as wait } from 'node:timers/promises';

export type Repeated = { stop(): Promise<void> };

/**
 * A pass so often, never two at once: after one that took longer the next comes at once. A pass that fails is reported
 * and the next one comes all the same.
 */
export function every(
  periodMs: number,
  pass: () => Promise<void>,
  onProblem: (problem: unknown) => void,
): Repeated {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      await pass().catch(onProblem);
      const left = Math.max(periodMs - (performance.now() - began), 0);
      await wait(left, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
