import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TabSettings, tabFiles } from '../../bot/http/tab-files.ts';
import { rawHttp } from '../support/raw-http.ts';
import { openTabDoor, type TabDoor } from '../support/tab-door.ts';

const html =
  '<html><meta property="csp-nonce" nonce="%NONCE%"><div data-settings="%SETTINGS%"></div><script nonce="%NONCE%"></script></html>';

describe("The tab's pages", () => {
  let folder: string;
  let door: TabDoor;
  const settings: TabSettings = { appId: 'app-1', localOrigins: [] };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tab-files-'));
    const dist = join(folder, 'dist');
    mkdirSync(join(dist, 'assets'), { recursive: true });
    writeFileSync(join(dist, 'index.html'), html);
    writeFileSync(join(dist, 'assets', 'index-abc.js'), `export const long = '${'x'.repeat(2_000)}';`);
    writeFileSync(join(dist, '.env'), 'canary');
    writeFileSync(join(dist, 'assets', '.hidden.js'), 'canary');
    writeFileSync(join(dist, 'notes.txt'), 'canary');
    writeFileSync(join(folder, 'outside.js'), 'canary');
    door = await openTabDoor({ tab: tabFiles(dist, settings) });
  });
  afterEach(async () => {
    await door.close();
    rmSync(folder, { recursive: true });
  });

  async function policy(given: Partial<TabSettings>): Promise<string> {
    const other = await openTabDoor({ tab: tabFiles(join(folder, 'dist'), { ...settings, ...given }) });
    const response = await fetch(`${other.url}/tab/`);
    await other.close();
    return response.headers.get('content-security-policy') ?? '';
  }

  it('carry a policy that lets in only our own scripts, and styles with a nonce made for this page', async () => {
    const nonces = new Set<string>();
    for (let times = 0; times < 3; times += 1) {
      const response = await fetch(`${door.url}/tab/`);
      const text = await response.text();
      const sent = response.headers.get('content-security-policy') ?? '';
      const nonce = /style-src 'self' 'nonce-([\w+/=]{22,})'/.exec(sent)?.[1] ?? '';
      assert.equal(text.split(`nonce="${nonce}"`).length, 3);
      assert.ok(!text.includes('%NONCE%') && !sent.includes('unsafe'));
      for (const part of [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
      ]) {
        assert.ok(sent.split('; ').includes(part), part);
      }
      assert.ok(
        sent.includes("img-src 'self' data:") &&
          sent.includes("connect-src 'self' https://res.cdn.office.net"),
      );
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('x-frame-options'), null);
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 3);
  });

  it('may be framed by Teams, Outlook and Microsoft 365, and by a page of this machine only when told so', async () => {
    const ancestors = (sent: string) => sent.split('; ').find(part => part.startsWith('frame-ancestors '));
    const usual =
      'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com';
    assert.equal(ancestors(await policy({})), usual);
    const local = await policy({ localOrigins: ['http://127.0.0.1:3981'] });
    assert.equal(ancestors(local), `${usual} http://127.0.0.1:3981`);
  });

  it('are told what the server knows, in a way that cannot break out of its attribute', async () => {
    const appId = `"><script>alert(1)</script>'&$&`;
    const other = await openTabDoor({ tab: tabFiles(join(folder, 'dist'), { appId, localOrigins: [] }) });
    const text = await (await fetch(`${other.url}/tab/`)).text();
    await other.close();
    assert.equal(text.split('<script').length, 2);
    const held = /data-settings="([^"]*)"/.exec(text)?.[1] ?? '';
    const read = held.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    assert.deepEqual(JSON.parse(read), { appId, localOrigins: [] });
  });

  it('keep their scripts for ever, as each has its content in its name, and pack them', async () => {
    const response = await fetch(`${door.url}/tab/assets/index-abc.js`);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.equal((await response.text()).length, 2_023);
    const plain = await fetch(`${door.url}/tab/assets/index-abc.js`, {
      headers: { 'Accept-Encoding': 'gzip;q=0' },
    });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal((await plain.text()).length, 2_023);
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${door.url}/tab/assets/index-abc.js`, { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    const head = await fetch(`${door.url}/tab/`, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });

  it('lead nowhere else on the disk', async () => {
    const paths = [
      '/tab/../outside.js',
      '/tab/assets/../../outside.js',
      '/tab/%2e%2e/outside.js',
      '/tab/..%2foutside.js',
      '/tab/%2e%2e%2foutside.js',
      '/tab/..%5coutside.js',
      '/tab//outside.js',
      '/tab/.env',
      '/tab/assets/.hidden.js',
      '/tab/notes.txt',
      '/tab/assets/',
      '/tab/assets',
      '/tab/%00',
      '/tab/__proto__',
      '/tab/constructor',
    ];
    for (const path of paths) {
      const answer = await rawHttp(door.url, `GET ${path}`);
      assert.match(answer, /^HTTP\/1\.1 404 /, path);
      assert.ok(!answer.includes('canary'), path);
    }
  });

  it('are found without their last stroke too', async () => {
    const response = await fetch(`${door.url}/tab`, { redirect: 'manual' });
    assert.deepEqual([response.status, response.headers.get('location')], [302, '/tab/']);
  });

  it('send people on to agree to what the calendar needs, where that is set', async () => {
    assert.equal((await fetch(`${door.url}/tab/sign-in`)).status, 404);
    const consentUrl = 'https://login.example/authorize?x=1';
    const other = await openTabDoor({ tab: tabFiles(join(folder, 'dist'), { ...settings, consentUrl }) });
    const response = await fetch(`${other.url}/tab/sign-in`, { redirect: 'manual' });
    assert.deepEqual([response.status, response.headers.get('location')], [302, consentUrl]);
    assert.equal((await fetch(`${other.url}/tab/signed-in?error=no`)).status, 200);
    await other.close();
  });

  it('say what to do when they have not been built', () => {
    assert.throws(() => tabFiles(join(folder, 'nothing'), settings), /npm run build/);
  });
});
