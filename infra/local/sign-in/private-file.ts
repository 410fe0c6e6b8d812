import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Undefined when there is none yet. Throws when it cannot be read. */
export function readPrivateFile(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** JSON that its owner alone can read; whole or not at all. */
export function writePrivateFile(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
