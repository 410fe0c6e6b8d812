import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Environment, readConfig } from '../../bot/config.ts';
import { fieldsOf, textOf } from './bicep-file.ts';
import { bicepFile } from './project-bicep.ts';

/** Read by App Service itself. */
const ofThePlatform = ['WEBSITE_SWAP_WARMUP_PING_PATH', 'WEBSITE_SWAP_WARMUP_PING_STATUSES'];
const guid = '7a4e9c31-0d52-4b8f-8e16-3f9b2c7d5a60';

/** What stands for an expression that only Azure can compute. */
const computed: ReadonlyMap<string, string> = new Map([
  [`'https://\${hostName}'`, 'https://mentoring.example.nhs.uk'],
  ['schemeFile', 'scheme.json'],
  ["join(tenants, ',')", `${guid},${guid}`],
  ['storeEndpoint', 'https://mentoring.documents.azure.com:443/'],
  ['storeDatabase', 'mentoring'],
  ['identityClientId', guid],
  ['tenant().tenantId', guid],
  ['botConnectionName', 'graph'],
  ['tabClientId', guid],
  ["activityFeed ? '1' : '0'", '0'],
]);

describe('the settings of the app', () => {
  const inBicep = bicepFile('modules/app.bicep').vars.find(({ name }) => name === 'settings')?.value;
  const settings = Object.fromEntries(
    Object.entries(fieldsOf(inBicep)).map(([name, value]) => {
      const text = typeof value === 'string' ? value : computed.get(textOf(value));
      assert.ok(text !== undefined, `It is not known what ${textOf(value)} becomes`);
      return [name, text];
    }),
  );
  const rows = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|/gm)];
  const documented = new Map(rows.map(([, name = '', who = '']) => [name, who.trim()]));

  function readInProduction(extra: Environment = {}): Set<string> {
    const asked = new Set<string>();
    const env: Environment = { ...settings, ...extra };
    readConfig(
      new Proxy(env, {
        get(target, name) {
          asked.add(String(name));
          return target[String(name)];
        },
      }),
    );
    return asked;
  }

  it('start the app in production as the infrastructure gives them', () => {
    const config = readConfig(settings);
    assert.equal(config.localMode, undefined);
    assert.equal(config.production, true);
    assert.equal(config.store.kind, 'cosmos');
    assert.equal(config.bot.appType, 'UserAssignedMSI');
    assert.ok(config.schemeFile);
  });

  it('are all read, by the app or by App Service', () => {
    const read = readInProduction();
    assert.deepEqual(
      Object.keys(settings).filter(name => !read.has(name) && !ofThePlatform.includes(name)),
      [],
    );
  });

  it('are, with those that docs/operations.md calls optional or not for production, all that the app reads', () => {
    // What is read only in place of something else shows in the text alone.
    const written = readFileSync('bot/config.ts', 'utf8').match(/(?<=')[A-Z]+(?:_[A-Z]+)*(?=')/g) ?? [];
    const read = new Set([
      ...written,
      ...readInProduction(),
      ...readInProduction({ MICROSOFT_APP_TYPE: 'SingleTenant' }),
    ]);
    assert.ok(read.size >= 20);
    const missing = [...read].filter(name => !(name in settings) && !documented.has(name));
    assert.deepEqual(
      missing,
      [],
      'Set it in infra/modules/app.bicep, or say in docs/operations.md who sets it',
    );
  });

  it('are told in docs/operations.md, each by who sets it', () => {
    const read = readInProduction();
    const wrong = [...documented].filter(([name, who]) => {
      if (who === 'infrastructure') return !(name in settings);
      if (!/^(optional|App Service|local mode)$/.test(who)) return true;
      return name in settings || !read.has(name);
    });
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      Object.keys(settings).filter(name => documented.get(name) !== 'infrastructure'),
      [],
    );
  });

  it('hold no key and no secret', () => {
    for (const name of Object.keys(settings))
      assert.doesNotMatch(name, /KEY|SECRET|PASSWORD|CONNECTION_STRING/);
  });
});
