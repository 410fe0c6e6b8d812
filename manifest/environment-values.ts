import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Values } from './fill.ts';

/** `env/.env.NAME`, as Microsoft's toolkit keeps them; what the terminal sets wins. Undefined: there is no such environment. */
export function environmentValues(
  name: string,
  terminal: Readonly<Record<string, string | undefined>>,
  folder = new URL('../env/', import.meta.url),
): Values | undefined {
  const file = new URL(`.env.${name}`, folder);
  if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file)) return undefined;
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(parseEnv(readFileSync(file, 'utf8'))))
    values[key] = terminal[key]?.trim() || (value ?? '');
  return values;
}
