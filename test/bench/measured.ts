import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of a benchmark: what was measured, and for each side its figure. */
export type Figure = {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly bySide: Readonly<Record<string, number>>;
};

export type Bench = () => Promise<readonly Figure[]>;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

export type Built<T> = { readonly built: T; readonly milliseconds: number; readonly megabytes: number };

/** `megabytes`: heap and buffers that stay after everything else is collected. */
export function measuredBuild<T>(build: () => T): Built<T> {
  const before = held();
  const started = performance.now();
  const built = build();
  const milliseconds = performance.now() - started;
  return { built, milliseconds, megabytes: (held() - before) / 2 ** 20 };
}

function held(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Milliseconds of each call, after some for warming up, with nobody else's garbage left to collect. */
export function measuredCalls<I>(
  inputs: readonly I[],
  call: (input: I) => unknown,
  rounds = 1,
): readonly number[] {
  for (const input of inputs.slice(0, warmingUp)) call(input);
  collect();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const input of inputs) {
      const started = performance.now();
      call(input);
      times.push(performance.now() - started);
    }
  }
  return times;
}

const warmingUp = 8;

/** `share`: 0.95 for p95. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
