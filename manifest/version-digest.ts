import { createHash } from 'node:crypto';
import type { ZipEntry } from './zip.ts';

/** Of the template, however it is laid out, and of everything beside it; not of one environment's values. */
export function digestOf(template: string, entries: readonly ZipEntry[]): string {
  const hash = createHash('sha256').update(JSON.stringify(JSON.parse(template)));
  for (const { name, data } of entries) if (name !== 'manifest.json') hash.update(`\n${name}\n`).update(data);
  return `sha256:${hash.digest('hex')}`;
}
