import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { permissionsPage, readPermissions } from '../../infra/permissions.ts';
import { aPackage } from '../manifest/a-package.ts';
import { at, listOf, textOf } from './bicep-file.ts';
import { graphCallsInCode, graphPathsInCode } from './graph-calls-in-code.ts';
import { bicepFile, theOnly } from './project-bicep.ts';

describe('what the product may ask of Microsoft Graph', () => {
  const permissions = readPermissions();
  const named = (needed: string) =>
    permissions.filter(each => each.needed === needed).map(({ permission }) => permission);
  const identity = ['openid', 'profile', 'offline_access'];
  const calls = permissions.flatMap(({ operations }) => operations.map(({ call }) => call));
  const shape = (call: string) => call.replace(/\{\w+\}/g, '{}');

  it('is two permissions, and five that may be left out, each with what is lost', () => {
    assert.deepEqual(named('required'), ['User.Read', 'Calendars.ReadWrite']);
    assert.deepEqual(named('optional').sort(), [
      'Calendars.Read',
      'TeamsActivity.Send.User',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
      'User.Read.All',
      'User.ReadBasic.All',
    ]);
    for (const { permission, without, consent } of permissions)
      assert.ok(without.length > 15 && consent.length > 5, permission);
  });

  it('is never mail, never the directory, never other people’s calendars', () => {
    const everywhere = [
      ...named('required'),
      ...named('optional'),
      textOf(bicepFile('modules/bot.bicep').text),
      readFileSync('bot/config.ts', 'utf8'),
      readFileSync('bot/adapters/entra/on-behalf-of.ts', 'utf8'),
      aPackage({ activityFeed: true }).bytes.toString('latin1'),
    ].join('\n');
    assert.doesNotMatch(everywhere, /\bMail\.|\bDirectory\.|Calendars\.\w+\.Shared|Sites\.|Files\./);
  });

  it('stands in docs/permissions.md as npm run permissions writes it', () => {
    assert.equal(readFileSync('docs/permissions.md', 'utf8'), permissionsPage(permissions));
  });

  it('covers every address of Graph that stands in the code', () => {
    const allowed = new Set(calls.map(call => shape(call).replace(/^\w+ /, '')));
    const paths = graphPathsInCode();
    assert.ok(paths.includes('/me/events') && paths.includes('/users/{}'), paths.join());
    assert.deepEqual(
      paths.filter(path => path !== '/$batch' && !allowed.has(path)),
      [],
    );
  });

  it('covers every call by its method', () => {
    const made = graphCallsInCode();
    assert.ok(made.length >= 6, made.join());
    const answers = /^POST \/me\/events\/\{\}\/\{\}$/;
    const allowed = new Set(calls.map(shape));
    assert.deepEqual(
      made.filter(call => call !== 'POST /$batch' && !answers.test(call) && !allowed.has(call)),
      [],
    );
  });

  it('lists no call that the code does not make', () => {
    const paths = graphPathsInCode();
    const verbs = /^POST \/me\/events\/\{\}\/(cancel|accept|decline)$/;
    assert.deepEqual(
      calls.map(shape).filter(call => !verbs.test(call) && !paths.includes(call.replace(/^\w+ /, ''))),
      [],
    );
  });

  it('would be found too small by a new address in the code', () => {
    const folder = mkdtempSync(join(tmpdir(), 'graph-'));
    try {
      mkdirSync(join(folder, 'adapters/graph'), { recursive: true });
      const probe = `call({ method: 'GET',\n  path: '/me/messages', of: \`/users/\${id}/manager?$select=id\` });`;
      writeFileSync(join(folder, 'adapters/graph/probe.ts'), probe);
      assert.deepEqual(graphPathsInCode(folder), ['/me/messages', '/users/{}/manager']);
      assert.deepEqual(graphCallsInCode(folder), ['GET /me/messages']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is what people consent to, what their tokens are asked for, and what the bot’s sign-in asks for', () => {
    const guid = '7a4e9c31-0d52-4b8f-8e16-3f9b2c7d5a60';
    const { tab } = readConfig({
      TAB_CLIENT_ID: guid,
      COSMOS_ENDPOINT: 'https://mentoring.documents.azure.com',
      MICROSOFT_APP_ID: guid,
      MICROSOFT_APP_TENANT_ID: guid,
      BOT_OAUTH_CONNECTION: 'graph',
      TENANTS: guid,
      PUBLIC_URL: 'https://mentoring.example.nhs.uk',
    });
    const consented = URL.parse(tab.consentUrl)?.searchParams.get('scope')?.split(' ');
    assert.deepEqual(consented, [...identity, ...named('required')]);
    const required = bicepFile('modules/bot.bicep').vars.find(({ name }) => name === 'requiredScopes');
    assert.deepEqual(listOf(required?.value), consented);
    const connection = theOnly('Microsoft.BotService/botServices/connections').value;
    assert.equal(
      textOf(at(connection, 'properties', 'scopes')),
      "join(concat(requiredScopes, optionalGraphScopes), ' ')",
    );
    const optional = bicepFile('azure.bicep').params.find(({ name }) => name === 'optionalGraphScopes');
    assert.deepEqual(optional?.value, []);
    const onBehalfOf = readFileSync('bot/adapters/entra/on-behalf-of.ts', 'utf8');
    const asked = [...onBehalfOf.matchAll(/'https:\/\/graph\.microsoft\.com\/([A-Z][\w.]+)'/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(asked, named('required'));
  });

  it('asks in the package for the activity feed alone, by its name in the table', () => {
    const { entries } = aPackage({ activityFeed: true });
    const { authorization } = JSON.parse(String(entries[0]?.data));
    const asked = authorization.permissions.resourceSpecific.map((each: { name: string }) => each.name);
    assert.deepEqual(asked, ['TeamsActivity.Send.User']);
    assert.ok(asked.every((name: string) => named('optional').includes(name)));
  });
});
