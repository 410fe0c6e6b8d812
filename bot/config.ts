import { join } from 'node:path';

/** What the doors and adapters are composed from. Tests make one by hand; only `readConfig` judges settings. */
export type Config = {
  /** Present only in local mode. `pages`: origins that may call besides the app's own. */
  readonly localMode: { readonly pages: readonly string[] } | undefined;
  /** NODE_ENV is production. */
  readonly production: boolean;
  readonly listen: { readonly host: string; readonly port: number };
  /** Where people's browsers and links reach the app, without a slash at its end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly schemeFile: string | undefined;
  readonly store: StoreConfig;
  readonly bot: BotConfig;
  readonly graphUrl: string;
  readonly clockUrl: string | undefined;
  /** Directory tenants whose people are served, lower case; everybody else is a stranger. */
  readonly tenants: readonly string[];
  readonly tab: TabConfig;
  /** Whom the bot cannot reach finds in Teams' activity feed that something waits; the app needs TeamsActivity.Send for it. */
  readonly activityFeed: boolean;
};

export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'cosmos'; readonly endpoint: string; readonly database: string; readonly key?: string };

export type BotConfig = {
  /** Empty in local mode, where nobody signs activities. */
  readonly appId: string;
  readonly appTenantId: string | undefined;
  /** No secret either way: the identity itself, or a registration that trusts the identity. */
  readonly appType: 'UserAssignedMSI' | 'SingleTenant';
  /** Client id of the user-assigned managed identity; empty in local mode. */
  readonly managedIdentity: string;
  /** Who the bot is to the token service: the app id, or the local bot id where that is empty. */
  readonly botId: string;
  /** Name of the OAuth connection that holds people's Graph tokens. */
  readonly connection: string;
  /** Absent: Microsoft's. */
  readonly tokenServiceUrl: string | undefined;
};

/** `issuer` and `keysUrl` hold {tenantId} where the person's tenant goes. */
export type TabConfig = {
  readonly clientId: string;
  readonly issuer: string;
  readonly keysUrl: string;
  /** Where a browser goes for a person to agree to what the app does for them; comes back to the tab. */
  readonly consentUrl: string;
  readonly onBehalfOf: {
    /** Stands in for https://login.microsoftonline.com beneath the library, which takes no http authority. */
    readonly networkUrl: string | undefined;
    readonly assertion:
      | { readonly managedIdentity: string }
      /** Local mode: the local sign-in takes any. */
      | { readonly fixed: string };
  };
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** One sentence that names the setting. */
export class SettingRefused extends Error {}

const entra = 'https://login.microsoftonline.com';

export function readConfig(env: Environment): Config {
  const setting = settingsOf(env);
  const local = setting.flag('LOCAL_MODE');
  const port = setting.port('PORT', 3978);
  const dataDir = setting.optional('DATA_DIR') ?? '.local';
  const listen = { host: setting.optional('HOST') ?? (local ? '127.0.0.1' : '0.0.0.0'), port };
  if (!local) {
    for (const name of ['CLOCK_URL', 'ENTRA_URL', 'LOCAL_PAGES', 'LOCAL_BOT_ID']) setting.localOnly(name);
  }
  const entraUrl = setting.url('ENTRA_URL', local);
  const bot = botConfig(setting, local);
  const clientId = setting.required('TAB_CLIENT_ID', 'the id of the app registration that signs people in');
  const reachedAt = publicUrl(setting, local, listen);
  return {
    localMode: local ? { pages: setting.list('LOCAL_PAGES').map(originOf) } : undefined,
    production: setting.optional('NODE_ENV') === 'production',
    listen,
    publicUrl: reachedAt,
    dataDir,
    schemeFile: setting.optional('SCHEME_FILE'),
    store: storeConfig(setting, local, dataDir),
    bot,
    graphUrl: setting.url('GRAPH_URL', local) ?? 'https://graph.microsoft.com',
    clockUrl: setting.url('CLOCK_URL', local),
    tenants: tenantList(setting),
    activityFeed: setting.flag('ACTIVITY_FEED'),
    tab: {
      clientId,
      issuer: `${entraUrl ?? entra}/{tenantId}/v2.0`,
      keysUrl: `${entraUrl ?? entra}/{tenantId}/discovery/v2.0/keys`,
      consentUrl: consentUrl(entraUrl ?? entra, clientId, reachedAt),
      onBehalfOf: {
        networkUrl: entraUrl,
        assertion: local ? { fixed: 'local-mode' } : { managedIdentity: bot.managedIdentity },
      },
    },
  };
}

type Settings = ReturnType<typeof settingsOf>;

function settingsOf(env: Environment) {
  const optional = (name: string) => env[name]?.trim() || undefined;
  const required = (name: string, what: string) => {
    const value = optional(name);
    if (value === undefined) throw new SettingRefused(`Missing setting ${name}: ${what}`);
    return value;
  };
  return {
    optional,
    required,
    flag(name: string): boolean {
      const value = optional(name) ?? '0';
      if (value !== '0' && value !== '1') throw new SettingRefused(`Setting ${name} takes 1 or 0`);
      return value === '1';
    },
    port(name: string, otherwise: number): number {
      const value = optional(name) ?? String(otherwise);
      const port = Number(value);
      if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
      throw new SettingRefused(`Setting ${name} takes a port number from 0 to 65535`);
    },
    list: (name: string): string[] => (optional(name) ?? '').split(/[\s,;]+/).filter(part => part !== ''),
    localOnly(name: string): void {
      if (optional(name) !== undefined) {
        throw new SettingRefused(`Setting ${name} is for local mode only: remove it`);
      }
    },
    url(name: string, local: boolean): string | undefined {
      const value = optional(name);
      return value === undefined ? undefined : urlOf(name, value, local);
    },
  };
}

function urlOf(name: string, value: string, local: boolean): string {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new SettingRefused(`Setting ${name} takes a web address without a query`);
  }
  if (!local && (url.protocol !== 'https:' || isLoopbackHost(url.hostname))) {
    throw new SettingRefused(`Setting ${name} takes an https address that is not this machine's`);
  }
  return url.href.replace(/\/+$/, '');
}

function originOf(value: string): string {
  const url = URL.parse(value);
  if (url && url.origin !== 'null') return url.origin;
  throw new SettingRefused('Setting LOCAL_PAGES takes origins such as http://127.0.0.1:3980');
}

function publicUrl(setting: Settings, local: boolean, listen: Config['listen']): string {
  const given = setting.url('PUBLIC_URL', local);
  if (given !== undefined) return given;
  if (!local) setting.required('PUBLIC_URL', 'the https address at which people reach the app');
  return `http://127.0.0.1:${listen.port}`;
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow: consent is the aim, the code is not used. */
function consentUrl(entraUrl: string, clientId: string, reachedAt: string): string {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: `${reachedAt}/tab/signed-in`,
    scope: 'openid profile offline_access User.Read Calendars.ReadWrite',
    prompt: 'consent',
  });
  return `${entraUrl}/organizations/oauth2/v2.0/authorize?${query}`;
}

function storeConfig(setting: Settings, local: boolean, dataDir: string): StoreConfig {
  if (!local) setting.required('COSMOS_ENDPOINT', 'the address of the Cosmos DB account that keeps the data');
  const endpoint = setting.optional('COSMOS_ENDPOINT');
  if (endpoint === undefined) return { kind: 'sqlite', file: join(dataDir, 'store.sqlite') };
  const key = setting.optional('COSMOS_KEY');
  const database = setting.optional('COSMOS_DATABASE') ?? 'mentoring';
  if (!local && key !== undefined) {
    throw new SettingRefused(
      'Setting COSMOS_KEY is for an emulator in local mode only: the account is reached by managed identity',
    );
  }
  return {
    kind: 'cosmos',
    endpoint: urlOf('COSMOS_ENDPOINT', endpoint, local),
    database,
    ...(key === undefined ? {} : { key }),
  };
}

function botConfig(setting: Settings, local: boolean): BotConfig {
  const appType = setting.optional('MICROSOFT_APP_TYPE') ?? 'UserAssignedMSI';
  if (appType !== 'UserAssignedMSI' && appType !== 'SingleTenant') {
    throw new SettingRefused('Setting MICROSOFT_APP_TYPE takes UserAssignedMSI or SingleTenant');
  }
  if (!local) setting.required('MICROSOFT_APP_ID', "the id of the bot's app registration");
  if (!local)
    setting.required('MICROSOFT_APP_TENANT_ID', "the directory tenant of the bot's app registration");
  if (!local) setting.required('BOT_OAUTH_CONNECTION', 'the name of the OAuth connection on the Azure Bot');
  const appId = setting.optional('MICROSOFT_APP_ID') ?? '';
  const identity = setting.optional('MANAGED_IDENTITY_CLIENT_ID');
  if (!local && appType === 'SingleTenant') {
    setting.required('MANAGED_IDENTITY_CLIENT_ID', 'the identity that the app registrations trust');
  }
  const managedIdentity = identity ?? appId;
  return {
    appId,
    appTenantId: setting.optional('MICROSOFT_APP_TENANT_ID'),
    appType,
    managedIdentity,
    botId: appId || (setting.optional('LOCAL_BOT_ID') ?? 'local-bot'),
    connection: setting.optional('BOT_OAUTH_CONNECTION') ?? 'graph',
    tokenServiceUrl: setting.url('BOT_TOKEN_SERVICE_URL', local),
  };
}

function tenantList(setting: Settings): string[] {
  setting.required('TENANTS', 'the ids of the directory tenants whose people may take part');
  const tenants = setting.list('TENANTS').map(tenant => tenant.toLowerCase());
  const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
  if (!tenants.every(tenant => guid.test(tenant))) {
    throw new SettingRefused('Setting TENANTS takes directory tenant ids, separated by commas');
  }
  return tenants;
}

/** Host names as URL and HTTP write them, without a port. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|\[::1\])$/i.test(host);
}
