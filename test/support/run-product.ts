import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts } from './free-ports.ts';

type Addresses = Readonly<Record<'app' | 'graph' | 'teams' | 'issuer', string>>;
type Json = Readonly<Record<string, unknown>>;

export type RunningProduct = {
  readonly addresses: Addresses;
  emailOf(name: string): Promise<string>;
  /** The person's own calendar: what the product has put there. */
  meetings(email: string): Promise<readonly Json[]>;
  eventually(holds: () => Promise<boolean>): Promise<void>;
  end(): Promise<void>;
};

/** What `npm start` runs, in a data folder of its own. */
export async function runProduct(): Promise<RunningProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'product-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NODE_ENV: '', DATA_DIR: dataDir, PORT: String(await freePorts()) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const addresses = await ready(child, join(dataDir, 'addresses.json'));
  const json = async (url: string, token?: string): Promise<unknown> => {
    const response = await fetch(url, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    if (!response.ok) throw new Error(`It answered ${response.status}`);
    return response.json();
  };
  return {
    addresses,
    async emailOf(name) {
      const people = (await json(`${addresses.graph}/local/people`)) as { name: string; email: string }[];
      const found = people.find(person => person.name === name);
      if (!found) throw new Error(`Nobody of that name: ${name}`);
      return found.email;
    },
    async meetings(email) {
      const token = await (await fetch(`${addresses.graph}/local/token?as=${email}&for=graph`)).text();
      const start = new Date().toISOString();
      const end = new Date(Date.now() + 35 * 24 * 3_600_000).toISOString();
      const found = (await json(
        `${addresses.graph}/v1.0/me/calendarView?startDateTime=${start}&endDateTime=${end}&$top=500`,
        token,
      )) as { value: Json[] };
      return found.value.filter(event => String(event.subject).startsWith('Meeting: '));
    },
    async eventually(holds) {
      for (let tried = 0; tried < 100; tried += 1) {
        if (await holds()) return;
        await wait(100);
      }
      throw new Error('It did not come true within 10 seconds');
    },
    async end() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(child: ChildProcess, file: string): Promise<Addresses> {
  for (let tried = 0; tried < 600; tried += 1) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}`);
    if (existsSync(file)) {
      const addresses: Addresses = JSON.parse(readFileSync(file, 'utf8'));
      const answer = await fetch(`${addresses.app}/readyz`).catch(() => undefined);
      if (answer?.status === 200) return addresses;
    }
    await wait(100);
  }
  child.kill('SIGKILL');
  throw new Error('The product was not ready within a minute');
}
