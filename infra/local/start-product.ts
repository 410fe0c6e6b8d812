import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Addresses,
  addressesFrom,
  readAddresses,
  removeAddresses,
  writeAddresses,
} from './addresses.ts';
import { endProcess, exitCode, spawnEntry, untilReady } from './app-process.ts';
import { appSettings, botConnection, directoryTenants, tabClientId } from './app-settings.ts';
import { CannotStart } from './cannot-start.ts';
import { openDataFolder } from './data-folder.ts';
import { needFreePorts } from './free-ports.ts';
import { type RunningGraph, startGraph } from './graph/start-graph.ts';
import { guard } from './guard.ts';
import { sampleRegister } from './people/sample-register.ts';
import { localPeople } from './people/staff.ts';
import { addPeople, forgetPeopleToCome, peopleToCome } from './people-to-come.ts';
import { type SignIn, startSignIn } from './sign-in/start-sign-in.ts';
import { startTeams } from './teams/start-teams.ts';

export type ProductSettings = {
  /** The app's; the others follow. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Begin with sample data anew. */
  readonly fresh: boolean;
  readonly entries: { readonly app: string; readonly register: string };
  /** Settings of the terminal, handed to the app. */
  readonly terminal: Readonly<Record<string, string | undefined>>;
  /** One line at a time, for who waits at the terminal. */
  readonly say?: (line: string) => void;
  /** Done before the app starts. */
  readonly prepare?: () => Promise<void>;
};

export type Product = {
  readonly addresses: Addresses;
  /** False: the app ended before it was. */
  readonly ready: boolean;
  /** The app's exit code, once everything else has ended too. */
  readonly ended: Promise<number>;
  end(): void;
};

const readyWithinMs = 60_000;

/** The whole product on this machine. Throws CannotStart, with nothing left running. */
export async function startProduct(settings: ProductSettings): Promise<Product> {
  const { dataDir, entries } = settings;
  const addresses = addressesFrom(settings.port);
  await needNoOther(dataDir);
  await needFreePorts(addresses);
  openDataFolder(dataDir, settings.fresh);
  const running: { close(): Promise<void> }[] = [];
  const closeAll = async () => {
    removeAddresses(dataDir);
    for (const part of running.splice(0).reverse()) await part.close();
  };
  try {
    const [signIn, graph] = await startMicrosoft365(dataDir, addresses);
    running.push(signIn, graph);
    await addPeople(graph.url, peopleToCome(dataDir));
    forgetPeopleToCome(dataDir);
    const { app: appUrl, graph: graphUrl } = addresses;
    running.push(await startTeams({ port: portOf(addresses.teams), appUrl, graphUrl, dataDir }));
    await settings.prepare?.();
    writeAddresses(dataDir, addresses);
    settings.say?.('The app is starting, with a sample register on its first run.');
    const env = appSettings(addresses, dataDir, settings.terminal);
    await importSampleRegister(dataDir, entries.register, env);
    const app = spawnEntry(entries.app, [], env);
    running.push({ close: () => endProcess(app) });
    const ended = exitCode(app).then(async code => {
      await closeAll();
      return code;
    });
    const ready = await untilReady(`${addresses.app}/readyz`, app, readyWithinMs);
    return { addresses, ready, ended, end: () => void endProcess(app) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function startMicrosoft365(dataDir: string, addresses: Addresses): Promise<[SignIn, RunningGraph]> {
  let graph: RunningGraph | undefined;
  const signIn = await startSignIn({
    port: portOf(addresses.issuer),
    people: () => graph?.people() ?? [],
    tabClientId,
    connection: botConnection,
    directoryTenants,
    dataDir,
  });
  graph = await startGraph({
    port: portOf(addresses.graph),
    dataFile: join(dataDir, 'graph.sqlite'),
    people: localPeople(Date.now()),
    verifyToken: signIn.tokens.verifyGraphToken,
    guard: request => guard(request, { pages: [addresses.teams] }),
    extraRoutes: { 'GET /local/token': signIn.tokenRoute },
  });
  return [signIn, graph];
}

/** Once for a data folder. */
async function importSampleRegister(
  dataDir: string,
  entry: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const file = join(dataDir, 'sample-register.csv');
  if (existsSync(file)) return;
  writeFileSync(file, sampleRegister(), { mode: 0o600 });
  if ((await exitCode(spawnEntry(entry, [file], env))) === 0) return;
  rmSync(file);
  throw new CannotStart('The sample register could not be imported: see above');
}

/** Two products on one data folder would change it beneath each other. */
async function needNoOther(dataDir: string): Promise<void> {
  const other = readAddresses(dataDir);
  if (other && (await fetch(`${other.graph}/local/clock`).catch(() => undefined))?.ok) {
    throw new CannotStart(`It already runs at ${other.teams}/ with this data folder: end that one first`);
  }
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}
