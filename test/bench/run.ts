import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Bench, Figure } from './measured.ts';
import { reminders } from './reminders.ts';
import { search } from './search.ts';

/** `npm run bench` runs all; `npm run bench -- NAME` one. */
const benches: Readonly<Record<string, Bench>> = { search, reminders };

const [name] = process.argv.slice(2);
const chosen = Object.entries(benches).filter(([each]) => name === undefined || each === name);
if (chosen.length === 0) {
  process.stderr.write(`There is no benchmark of that name. There are: ${Object.keys(benches).join(', ')}\n`);
  process.exit(1);
}

const file = join(process.env.DATA_DIR ?? '.local', 'bench.json');
const kept = keptBefore();
for (const [each, bench] of chosen) {
  const figures = await bench();
  kept[each] = { on: { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length }, figures };
  process.stdout.write(`${each}\n${table(figures)}\n`);
}
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);

/** The other benchmarks' figures stay. */
function keptBefore(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Each other side with its ratio to the first. */
function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  return figures
    .map(({ what, unit, bySide }) => {
      const [first, ...others] = Object.entries(bySide);
      const own = first?.[1] ?? 0;
      const cells = others.map(([side, value]) =>
        `${side} ${rounded(value)} (×${rounded(value / own)})`.padEnd(28),
      );
      return `  ${what.padEnd(width)}  ${`${first?.[0]} ${rounded(own)} ${unit}`.padEnd(18)}${cells.join('')}`;
    })
    .join('\n');
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
