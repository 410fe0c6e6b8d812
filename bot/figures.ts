/** Counts since this instance started, as Prometheus text. Names and kinds only, never ids or text. */
export type Figures = {
  count(name: string, kind?: string): void;
  /** `gauges`: what holds at this moment, by name and, where it has any, kind. */
  text(gauges?: ReadonlyMap<string, ReadonlyMap<string, number> | number>): string;
};

export function figures(): Figures {
  const counts = new Map<string, number>();
  return {
    count(name, kind) {
      const key = `${name}_total${label(kind)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    text(gauges = new Map()) {
      const held = [...gauges].flatMap(([name, value]) => [
        `# TYPE mentoring_${name} gauge`,
        ...(typeof value === 'number'
          ? [`mentoring_${name} ${value}`]
          : [...value].sort().map(([kind, count]) => `mentoring_${name}${label(kind)} ${count}`)),
      ]);
      const lines = [...counts].sort().map(([key, count]) => `mentoring_${key} ${count}`);
      return `${['# TYPE mentoring_up gauge', 'mentoring_up 1', ...held, ...lines].join('\n')}\n`;
    },
  };
}

function label(kind: string | undefined): string {
  return kind === undefined ? '' : `{kind="${kind}"}`;
}
