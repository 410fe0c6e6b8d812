/** How many messages in how many milliseconds. */
export type Limit = { readonly most: number; readonly perMs: number };

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export const threadLimits: readonly Limit[] = [
  { most: 7, perMs: 1000 },
  { most: 8, perMs: 2000 },
  { most: 60, perMs: 30_000 },
  { most: 1800, perMs: 3_600_000 },
];
export const tenantLimits: readonly Limit[] = [{ most: 50, perMs: 1000 }];

export type TeamsLimits = {
  /** Milliseconds to wait where Teams would refuse this message now; undefined where it takes it, which counts. */
  refusal(tenantId: string, conversationId: string): number | undefined;
  /** The most that any limit ever saw, as a share of it: 1 is full. */
  readonly busiest: () => number;
};

/** Teams' limits over any span of their length, each thread's and each tenant's. `now` in milliseconds. */
export function teamsLimits(now: () => number): TeamsLimits {
  const sent = new Map<string, number[]>();
  let busiest = 0;
  const check = (key: string, limits: readonly Limit[], at: number) => {
    const times = sent.get(key) ?? [];
    const longestMs = Math.max(...limits.map(limit => limit.perMs));
    while (times.length > 0 && (times[0] ?? 0) <= at - longestMs) times.shift();
    sent.set(key, times);
    const waits = limits.map(({ most, perMs }) => {
      const oldest = times.at(-most);
      return oldest === undefined ? 0 : Math.max(0, oldest + perMs - at);
    });
    return { times, waitMs: Math.max(...waits) };
  };
  const fullness = (times: readonly number[], limits: readonly Limit[], at: number) =>
    Math.max(
      ...limits.map(({ most, perMs }) => {
        const after = times.findLastIndex(time => time <= at - perMs) + 1;
        return (times.length - after) / most;
      }),
    );

  return {
    refusal(tenantId, conversationId) {
      const at = now();
      const thread = check(`thread ${tenantId} ${conversationId}`, threadLimits, at);
      const tenant = check(`tenant ${tenantId}`, tenantLimits, at);
      const waitMs = Math.max(thread.waitMs, tenant.waitMs);
      if (waitMs > 0) return waitMs;
      thread.times.push(at);
      tenant.times.push(at);
      busiest = Math.max(
        busiest,
        fullness(thread.times, threadLimits, at),
        fullness(tenant.times, tenantLimits, at),
      );
      return undefined;
    },
    busiest: () => busiest,
  };
}
