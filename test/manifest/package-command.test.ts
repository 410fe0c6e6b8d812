import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePackage } from '../../manifest/make-package.ts';
import { devValues } from './a-package.ts';
import { readZip } from './read-zip.ts';

describe('npm run package', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(args: readonly string[] = [], terminal: Readonly<Record<string, string>> = {}) {
    const out = join(folder, 'mentoring.zip');
    const outcome = makePackage(['--out', out, ...args], terminal);
    const refused = 'refused' in outcome ? outcome.refused : undefined;
    const made = 'made' in outcome ? outcome.made : '';
    return { refused, made, bytes: existsSync(out) ? readFileSync(out) : undefined };
  }

  /** In a process of its own. */
  function runAlone(settings: Readonly<Record<string, string>>) {
    const out = join(folder, 'alone.zip');
    const command = ['--import', 'tsx', 'manifest/package.ts', '--out', out];
    const env = { PATH: process.env.PATH, ...settings };
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
    return { status, stderr, bytes: existsSync(out) ? readFileSync(out) : undefined };
  }

  const manifestIn = (bytes: Buffer | undefined) =>
    JSON.parse(String(readZip(bytes ?? Buffer.alloc(0)).find(({ name }) => name === 'manifest.json')?.data));

  it('writes the package of the dev environment, and says that it holds to the rules', () => {
    const { made, bytes } = run();
    assert.match(made, /mentoring-dev\.example\.nhs\.uk, \d+ bytes, M-01 to M-10 hold/);
    const { id, webApplicationInfo, bots, staticTabs, authorization, devicePermissions } = manifestIn(bytes);
    assert.equal(id, devValues.TAB_CLIENT_ID);
    assert.equal(webApplicationInfo.id, devValues.TAB_CLIENT_ID);
    assert.equal(bots[0].botId, devValues.BOT_ID);
    assert.deepEqual(
      staticTabs.map((tab: { entityId: string }) => tab.entityId),
      ['conversations', 'home', 'about'],
    );
    assert.deepEqual([authorization, devicePermissions], [undefined, undefined]);
  });

  it('M-04: writes the same bytes in another process, zone and language', () => {
    const { status, bytes } = runAlone({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' });
    assert.equal(status, 0);
    assert.ok(bytes && run().bytes?.equals(bytes));
  });

  it('takes ids and host from the terminal before those of the environment', () => {
    const BOT_ID = '5c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f';
    const { bytes } = run([], { BOT_ID, APP_HOST: 'mentoring.example.org' });
    const { bots, validDomains } = manifestIn(bytes);
    assert.equal(bots[0].botId, BOT_ID);
    assert.deepEqual(validDomains, ['mentoring.example.org', 'token.botframework.com']);
  });

  it('asks for the activity feed of the person who installs it, and for nothing more, only when told to', () => {
    const { bytes } = run([], { ACTIVITY_FEED: '1' });
    assert.deepEqual(manifestIn(bytes).authorization, {
      permissions: { resourceSpecific: [{ name: 'TeamsActivity.Send.User', type: 'Application' }] },
    });
  });

  it('makes no package where a rule is broken, says which in a sentence, and exits with 1', () => {
    const { status, stderr, bytes } = runAlone({ APP_HOST: 'abc.ngrok.io' });
    assert.equal(status, 1);
    assert.match(stderr, /^M-06: The domain abc\.ngrok\.io is a tunnel\.\nNo package was made\.\n$/);
    assert.equal(bytes, undefined);
  });

  it('makes none for production before its ids are known, and none for an environment that is not there', () => {
    const production = run(['--env', 'production']);
    assert.ok(production.refused?.includes('M-08: BOT_ID has no value for this environment.'));
    assert.match(String(run(['--env', '../dev']).refused), /^There is no environment \.\.\/dev/);
    assert.equal(run(['--env', 'production']).bytes, undefined);
  });

  it('M-09: records a version once only', () => {
    assert.match(String(run(['--new-version']).refused), /is recorded already: raise it first/);
  });
});
