import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** What runs keep between them. */
const ours =
  /^(addresses\.json|sample-register\.csv|people-to-come\.json|(sign-in|sign-in-key|teams-chats)\.json(\.new)?|(store|graph)\.sqlite(-wal|-shm|-journal)?)$/;

/** Known here, and nobody's sample data. */
const besides: readonly string[] = ['bench.json'];

/** Made for its owner alone. `fresh`: what earlier runs kept there goes; whatever else is there stays. */
export function openDataFolder(dataDir: string, fresh: boolean): void {
  if (fresh && existsSync(dataDir)) removeOurs(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
}

function removeOurs(dataDir: string): void {
  const names = readdirSync(dataDir);
  const looksLikeOurs = names.includes('sign-in-key.json');
  if (!looksLikeOurs && !names.every(name => ours.test(name) || besides.includes(name))) {
    throw new CannotStart('DATA_DIR holds something else, so --fresh removes nothing: name another folder');
  }
  for (const name of names.filter(name => ours.test(name))) rmSync(join(dataDir, name));
}
