import assert from 'node:assert/strict';
import { type Environment, readConfig, SettingRefused } from '../bot/config.ts';

const tenant = '0f2b8a5e-8a53-4c1e-9a70-5d1f6f1d0a01';

const production: Environment = {
  NODE_ENV: 'production',
  COSMOS_ENDPOINT: 'https://mentoring.documents.azure.com',
  MICROSOFT_APP_ID: '7c9a1f34-0000-4000-8000-000000000001',
  MICROSOFT_APP_TENANT_ID: tenant,
  BOT_OAUTH_CONNECTION: 'graph',
  TAB_CLIENT_ID: '7c9a1f34-0000-4000-8000-000000000002',
  TENANTS: tenant,
  PUBLIC_URL: 'https://mentoring.example.nhs.uk',
};

const local: Environment = {
  LOCAL_MODE: '1',
  TAB_CLIENT_ID: '7c9a1f34-0000-4000-8000-000000000002',
  TENANTS: tenant,
  GRAPH_URL: 'http://127.0.0.1:3979',
  ENTRA_URL: 'http://127.0.0.1:3981',
  BOT_TOKEN_SERVICE_URL: 'http://127.0.0.1:3981',
};

function refusal(env: Environment): string {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof SettingRefused);
    return error.message;
  }
  return 'accepted';
}

describe('settings', () => {
  it('are production unless local mode is asked for', () => {
    const config = readConfig({ ...production, TENANTS: `${tenant.toUpperCase()}, ${tenant}` });
    assert.equal(config.localMode, undefined);
    assert.deepEqual(config.listen, { host: '0.0.0.0', port: 3978 });
    assert.deepEqual(config.tenants, [tenant, tenant]);
    assert.deepEqual(config.store, {
      kind: 'cosmos',
      endpoint: 'https://mentoring.documents.azure.com',
      database: 'mentoring',
    });
    assert.equal(config.tab.issuer, 'https://login.microsoftonline.com/{tenantId}/v2.0');
    assert.equal(config.tab.keysUrl, 'https://login.microsoftonline.com/{tenantId}/discovery/v2.0/keys');
    assert.deepEqual(config.tab.onBehalfOf, {
      networkUrl: undefined,
      assertion: { managedIdentity: '7c9a1f34-0000-4000-8000-000000000001' },
    });
    assert.equal(config.bot.botId, '7c9a1f34-0000-4000-8000-000000000001');
    assert.equal(config.graphUrl, 'https://graph.microsoft.com');
    const consent = new URL(config.tab.consentUrl);
    assert.equal(consent.host, 'login.microsoftonline.com');
    assert.equal(consent.searchParams.get('redirect_uri'), 'https://mentoring.example.nhs.uk/tab/signed-in');
    assert.match(consent.searchParams.get('scope') ?? '', / User\.Read Calendars\.ReadWrite$/);
  });

  it('keep local mode on loopback with the embedded store', () => {
    const config = readConfig({ ...local, LOCAL_PAGES: 'http://127.0.0.1:3980/', PORT: '4100' });
    assert.deepEqual(config.localMode, { pages: ['http://127.0.0.1:3980'] });
    assert.deepEqual(config.listen, { host: '127.0.0.1', port: 4100 });
    assert.deepEqual(config.store, { kind: 'sqlite', file: '.local/store.sqlite' });
    assert.equal(config.publicUrl, 'http://127.0.0.1:4100');
    assert.equal(config.bot.appId, '');
    assert.equal(config.bot.botId, 'local-bot');
    assert.equal(config.tab.issuer, 'http://127.0.0.1:3981/{tenantId}/v2.0');
    assert.deepEqual(config.tab.onBehalfOf, {
      networkUrl: 'http://127.0.0.1:3981',
      assertion: { fixed: 'local-mode' },
    });
  });

  const needed = [
    'COSMOS_ENDPOINT',
    'MICROSOFT_APP_ID',
    'MICROSOFT_APP_TENANT_ID',
    'BOT_OAUTH_CONNECTION',
    'TAB_CLIENT_ID',
    'TENANTS',
    'PUBLIC_URL',
  ];
  for (const name of needed) {
    it(`that lack ${name} stop the start with a sentence that names it`, () => {
      assert.match(refusal({ ...production, [name]: ' ' }), new RegExp(`^Missing setting ${name}: [a-z]`));
    });
  }

  const refused: [string, Environment, RegExp][] = [
    ['a local issuer', { ENTRA_URL: 'http://127.0.0.1:3981' }, /^Setting ENTRA_URL is for local mode only/],
    ['another issuer', { ENTRA_URL: 'https://login.example.com' }, /^Setting ENTRA_URL is for local mode/],
    ['a movable clock', { CLOCK_URL: 'https://clock.example.com' }, /^Setting CLOCK_URL is for local mode/],
    ['local pages', { LOCAL_PAGES: 'http://127.0.0.1:3980' }, /^Setting LOCAL_PAGES is for local mode only/],
    ['a local bot', { LOCAL_BOT_ID: 'local-bot' }, /^Setting LOCAL_BOT_ID is for local mode only/],
    ['Graph over http', { GRAPH_URL: 'http://graph.example.com' }, /^Setting GRAPH_URL takes an https/],
    ['Graph on this machine', { GRAPH_URL: 'https://localhost:3979' }, /^Setting GRAPH_URL takes an https/],
    [
      'a token service over http',
      { BOT_TOKEN_SERVICE_URL: 'http://127.0.0.1:3981' },
      /^Setting BOT_TOKEN_SERVICE_URL takes an https/,
    ],
    [
      'a store on this machine',
      { COSMOS_ENDPOINT: 'https://127.0.0.1:8081' },
      /^Setting COSMOS_ENDPOINT takes an https/,
    ],
    ['a key to the store', { COSMOS_KEY: 'a2V5' }, /^Setting COSMOS_KEY is for an emulator/],
    [
      'links over http',
      { PUBLIC_URL: 'http://mentoring.example.nhs.uk' },
      /^Setting PUBLIC_URL takes an https/,
    ],
    [
      'a tenant that is not an id',
      { TENANTS: `${tenant},common` },
      /^Setting TENANTS takes directory tenant/,
    ],
    ['an unknown kind of app', { MICROSOFT_APP_TYPE: 'MultiTenant' }, /^Setting MICROSOFT_APP_TYPE takes/],
    [
      'a registration without the identity it trusts',
      { MICROSOFT_APP_TYPE: 'SingleTenant' },
      /^Missing setting MANAGED_IDENTITY_CLIENT_ID: /,
    ],
    ['a port that is none', { PORT: '70000' }, /^Setting PORT takes a port number/],
    ['half a local mode', { LOCAL_MODE: 'yes' }, /^Setting LOCAL_MODE takes 1 or 0$/],
  ];
  for (const [what, change, sentence] of refused) {
    it(`with ${what} stop a production start`, () => {
      assert.match(refusal({ ...production, ...change }), sentence);
    });
  }

  it('never repeat a value in a refusal', () => {
    for (const name of Object.keys(production)) {
      assert.doesNotMatch(refusal({ ...production, [name]: 'canary://' }), /canary/);
    }
  });
});
