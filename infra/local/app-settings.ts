import { join } from 'node:path';
import type { Addresses } from './addresses.ts';
import { councilTenantId, trustsTenantId } from './people/organisations.ts';

/** The app registration of the tab, on this machine. */
export const tabClientId = '6f1c2f0a-3f6e-4e8e-9d55-0c9b7a1e4d02';
export const botConnection = 'graph';
export const localBotId = 'mentoring-local-bot';

/** Tenants whose administrator lets the app read the directory: the council's has not. */
export const directoryTenants: readonly string[] = [trustsTenantId];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the app reads as its settings on this machine. Those of the terminal win, so that one that is not local is seen
 * and refused; but where the app listens and that it is local is said here.
 */
export function appSettings(addresses: Addresses, dataDir: string, terminal: Environment): Environment {
  return {
    GRAPH_URL: addresses.graph,
    CLOCK_URL: `${addresses.graph}/local/clock`,
    ENTRA_URL: addresses.issuer,
    BOT_TOKEN_SERVICE_URL: addresses.issuer,
    BOT_OAUTH_CONNECTION: botConnection,
    LOCAL_BOT_ID: localBotId,
    LOCAL_PAGES: `${addresses.teams} ${addresses.teams.replace('127.0.0.1', 'localhost')}`,
    TAB_CLIENT_ID: tabClientId,
    TENANTS: `${trustsTenantId} ${councilTenantId}`,
    SCHEME_FILE: join(import.meta.dirname, 'scheme.json'),
    ...terminal,
    LOCAL_MODE: '1',
    PORT: new URL(addresses.app).port,
    DATA_DIR: dataDir,
  };
}
