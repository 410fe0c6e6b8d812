/** Counts since this instance started, as Prometheus text. Names only, never ids or text. */
export type Figures = { count(name: string): void; text(): string };

export function figures(): Figures {
  const counts = new Map<string, number>();
  return {
    count(name) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    text() {
      const lines = [...counts].sort().map(([name, count]) => `mentoring_${name}_total ${count}`);
      return `${['# TYPE mentoring_up gauge', 'mentoring_up 1', ...lines].join('\n')}\n`;
    },
  };
}
