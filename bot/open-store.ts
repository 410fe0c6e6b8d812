import { cosmosStore } from './adapters/cosmos/cosmos-store.ts';
import { managedIdentityCredential } from './adapters/entra/managed-identity-credential.ts';
import { sqliteStore } from './adapters/sqlite/sqlite-store.ts';
import type { Config } from './config.ts';
import type { Store } from './ports/store.ts';

/** The store that the settings name: one file on this machine, or the account. */
export function openStore({ store, bot }: Pick<Config, 'store' | 'bot'>): Store {
  if (store.kind === 'sqlite') return sqliteStore(store.file);
  const { endpoint, database, key } = store;
  const access =
    key === undefined ? { aadCredentials: managedIdentityCredential(bot.managedIdentity) } : { key };
  return cosmosStore({ endpoint, database, access });
}
