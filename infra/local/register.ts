import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressesFrom, readAddresses } from './addresses.ts';
import { exitCode, spawnEntry } from './app-process.ts';
import { appSettings } from './app-settings.ts';
import { openDataFolder } from './data-folder.ts';
import { peopleInRegister } from './people-in-register.ts';
import { addPeople, keepPeopleToCome, type PersonToCome } from './people-to-come.ts';

const command = 'bot/register-main.ts';

/** `npm run register -- FILE.csv` on this machine, whether the product runs or not. */
const [file, ...rest] = process.argv.slice(2);
const dataDir = resolve(process.env.DATA_DIR ?? '.local');
const running = readAddresses(dataDir);
const addresses = running ?? addressesFrom(Number(process.env.PORT ?? 3978));

openDataFolder(dataDir, false);
const args = file === undefined ? [] : [resolve(file), ...rest];
process.exitCode = await exitCode(spawnEntry(command, args, appSettings(addresses, dataDir, process.env)));
if (file !== undefined && existsSync(file)) await giveMailboxes(peopleInRegister(readFileSync(file, 'utf8')));

async function giveMailboxes(people: readonly PersonToCome[]): Promise<void> {
  const answers = await fetch(`${addresses.graph}/local/clock`).catch(() => undefined);
  if (running !== undefined && answers?.ok) await addPeople(addresses.graph, people);
  else keepPeopleToCome(dataDir, people);
}
