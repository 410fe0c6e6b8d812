import type { Clock } from '../../ports/clock.ts';

/** The time at an address that answers `{"now"}`, ISO or epoch milliseconds, asked each time. Throws when it cannot be had. */
export function movableClock(url: string): Clock {
  return {
    async now() {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      const answer: unknown = await response.json();
      const now = typeof answer === 'object' && answer !== null && 'now' in answer ? answer.now : undefined;
      const instant = typeof now === 'string' ? Date.parse(now) : now;
      if (typeof instant === 'number' && Number.isFinite(instant)) return instant;
      throw new Error('The movable clock gave no time');
    },
    real: Date.now,
  };
}
