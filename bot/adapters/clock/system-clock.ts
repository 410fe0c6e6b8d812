import type { Clock } from '../../ports/clock.ts';

export function systemClock(): Clock {
  return { now: async () => Date.now(), real: Date.now };
}
