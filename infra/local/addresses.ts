import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where everything answers, without a slash at the end. */
export type Addresses = {
  readonly app: string;
  readonly graph: string;
  readonly teams: string;
  readonly issuer: string;
};

export const parts = ['app', 'graph', 'teams', 'issuer'] as const satisfies readonly (keyof Addresses)[];

/** Highest first port: the others follow it. */
export const highestPort = 65_535 - (parts.length - 1);

/** The app's port and the ones after it, in the order of `parts`. */
export function addressesFrom(port: number): Addresses {
  const at = (part: keyof Addresses) => `http://127.0.0.1:${port + parts.indexOf(part)}`;
  return { app: at('app'), graph: at('graph'), teams: at('teams'), issuer: at('issuer') };
}

/** For scripts and other commands, while the product runs. */
export function writeAddresses(dataDir: string, addresses: Addresses): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(addresses, undefined, 2)}\n`);
}

export function removeAddresses(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Undefined when nothing was started with this data folder, or it was ended. */
export function readAddresses(dataDir: string): Addresses | undefined {
  const file = fileIn(dataDir);
  const found: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  return areAddresses(found) ? found : undefined;
}

const fileIn = (dataDir: string): string => join(dataDir, 'addresses.json');

function areAddresses(value: unknown): value is Addresses {
  return (
    typeof value === 'object' &&
    value !== null &&
    parts.every(part => typeof Reflect.get(value, part) === 'string')
  );
}
