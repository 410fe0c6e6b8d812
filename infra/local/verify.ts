import { resolve } from 'node:path';
import { addressesFrom, readAddresses } from './addresses.ts';
import { exitCode, spawnEntry } from './app-process.ts';
import { appSettings } from './app-settings.ts';
import { openDataFolder } from './data-folder.ts';

/** `npm run verify` on this machine, whether the product runs or not. */
const dataDir = resolve(process.env.DATA_DIR ?? '.local');
const addresses = readAddresses(dataDir) ?? addressesFrom(Number(process.env.PORT ?? 3978));

openDataFolder(dataDir, false);
const settings = appSettings(addresses, dataDir, process.env);
process.exitCode = await exitCode(spawnEntry('bot/verify-main.ts', [], settings));
