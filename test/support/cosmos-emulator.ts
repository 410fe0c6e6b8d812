import { pathToFileURL } from 'node:url';
import type { CosmosAccount } from '../../bot/adapters/cosmos/cosmos-store.ts';
import { makeContainers } from './cosmos-protocol/make-containers.ts';

type Emulator = {
  readonly KEY: string;
  createCosmosLite(): { listen(): Promise<number>; close(): Promise<void> };
};

/** A server of the Cosmos protocol, from the module that COSMOS_EMULATOR_MODULE names, with the containers made. */
export async function startCosmosEmulator(): Promise<{
  readonly account: CosmosAccount & { readonly access: { readonly key: string } };
  close(): Promise<void>;
}> {
  const path = process.env.COSMOS_EMULATOR_MODULE;
  if (!path) throw new Error('COSMOS_EMULATOR_MODULE must name the module of the emulator');
  const { KEY, createCosmosLite }: Emulator = await import(pathToFileURL(path).href);
  const server = createCosmosLite();
  const endpoint = `http://127.0.0.1:${await server.listen()}`;
  const account = { endpoint, database: 'mentoring', access: { key: KEY } };
  await makeContainers(account);
  return { account, close: () => server.close() };
}
