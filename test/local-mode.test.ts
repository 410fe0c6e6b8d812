import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePorts } from './support/free-ports.ts';

const entry = 'bot/main.ts';

const settings = {
  SCHEME_FILE: 'infra/local/scheme.json',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'local-mode-')),
  LOCAL_MODE: '1',
  HOST: '127.0.0.1',
  TAB_CLIENT_ID: '7c9a1f34-0000-4000-8000-000000000002',
  TENANTS: '0f2b8a5e-8a53-4c1e-9a70-5d1f6f1d0a01',
  GRAPH_URL: 'http://127.0.0.1:9',
  ENTRA_URL: 'http://127.0.0.1:9',
  BOT_TOKEN_SERVICE_URL: 'http://127.0.0.1:9',
  CLOCK_URL: 'http://127.0.0.1:9/local/clock',
  LOCAL_PAGES: 'http://127.0.0.1:9',
};

function startApp(changes: Readonly<Record<string, string>>): ChildProcess {
  const env = { PATH: process.env.PATH, ...settings, ...changes };
  return spawn(process.execPath, ['--import', 'tsx', entry], { env, stdio: ['ignore', 'ignore', 'pipe'] });
}

async function startRefused(changes: Readonly<Record<string, string>>): Promise<string> {
  const app = startApp({ PORT: String(await freePorts()), ...changes });
  const said = app.stderr ? text(app.stderr) : '';
  const [code] = await once(app, 'exit');
  assert.equal(code, 1);
  return said;
}

describe('the app in local mode', () => {
  const conditions: [string, Record<string, string>, RegExp][] = [
    ['it listens beyond loopback', { HOST: '0.0.0.0' }, /HOST is not a loopback address$/],
    ['an app id is set', { MICROSOFT_APP_ID: 'an-app' }, /MICROSOFT_APP_ID is set$/],
    ['NODE_ENV is production', { NODE_ENV: 'production' }, /NODE_ENV is production$/],
    [
      'the store is elsewhere',
      { COSMOS_ENDPOINT: 'https://a.documents.azure.com' },
      /COSMOS_ENDPOINT is not on/,
    ],
    ['Graph is elsewhere', { GRAPH_URL: 'https://graph.microsoft.com' }, /GRAPH_URL is not on this machine$/],
    ['no Graph is named', { GRAPH_URL: '' }, /GRAPH_URL is not on this machine$/],
    ['the token service is elsewhere', { BOT_TOKEN_SERVICE_URL: '' }, /BOT_TOKEN_SERVICE_URL is not on this/],
    ['the clock is elsewhere', { CLOCK_URL: 'http://192.0.2.1/clock' }, /CLOCK_URL is not on this machine$/],
    ['the issuer is elsewhere', { ENTRA_URL: '' }, /ENTRA_URL is not on this machine$/],
    ['a page is elsewhere', { LOCAL_PAGES: 'http://127.0.0.1.example.com' }, /LOCAL_PAGES is not on this/],
    [
      'its links lead elsewhere',
      { PUBLIC_URL: 'https://mentoring.example.com' },
      /PUBLIC_URL is not on this/,
    ],
  ];
  for (const [when, changes, sentence] of conditions) {
    it(`does not start when ${when}`, async () => {
      const said = (await startRefused(changes)).trim();
      assert.match(said, /^Local mode takes activities without a token, so it does not start: [^\n]+$/);
      assert.match(said, sentence);
    });
  }

  it('is only what LOCAL_MODE=1 asks for: without it the start asks for the settings of production', async () => {
    assert.match(
      await startRefused({ LOCAL_MODE: '', CLOCK_URL: '' }),
      /is for local mode only|Missing setting/,
    );
  });

  describe('once started', () => {
    let app: ChildProcess;
    let port: number;

    before(async () => {
      port = await freePorts();
      app = startApp({ PORT: String(port) });
      for (let tries = 0; tries < 1000; tries++) {
        if (app.exitCode !== null) assert.fail('The app ended');
        if (await ask({ path: '/healthz', method: 'GET' }).catch(() => undefined)) return;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      assert.fail('The app did not start');
    });

    after(async () => {
      app.kill();
      if (app.exitCode === null && app.signalCode === null) await once(app, 'exit');
    });

    type Asked = {
      readonly path?: string;
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly serviceUrl?: string | undefined;
    };

    async function ask(asked: Asked): Promise<number | undefined> {
      const { path = '/api/messages', method = 'POST', serviceUrl = 'http://127.0.0.1:9' } = asked;
      const headers = { 'content-type': 'application/json', ...asked.headers };
      const sent = request({ host: '127.0.0.1', port, path, method, headers });
      const activity = {
        type: 'event',
        id: '1',
        channelId: 'msteams',
        from: { id: '29:a' },
        recipient: { id: '28:b' },
        conversation: { id: 'a:c' },
        ...('serviceUrl' in asked && asked.serviceUrl === undefined ? {} : { serviceUrl }),
      };
      sent.end(method === 'POST' ? JSON.stringify(activity) : undefined);
      const [response] = await once(sent, 'response');
      response.resume();
      return response.statusCode;
    }

    it('takes an activity whose every condition holds', async () => {
      assert.notEqual(await ask({}), 403);
      assert.notEqual(await ask({ headers: { host: 'localhost' } }), 403);
      assert.notEqual(await ask({ headers: { host: `[::1]:${port}` } }), 403);
      assert.notEqual(await ask({ headers: { origin: 'http://127.0.0.1:9' } }), 403);
      assert.notEqual(await ask({ headers: { 'content-type': 'application/json; charset=utf-8' } }), 403);
    });

    it('refuses a Host that is not this machine', async () => {
      assert.equal(await ask({ headers: { host: 'mentoring.example.com' } }), 403);
      assert.equal(await ask({ headers: { host: `localhost.example.com:${port}` } }), 403);
      assert.equal(await ask({ path: '/healthz', method: 'GET', headers: { host: '192.0.2.1' } }), 403);
    });

    for (const header of ['X-Forwarded-For', 'X-Forwarded-Host', 'Forwarded', 'Via', 'X-Real-IP']) {
      it(`refuses what was forwarded with ${header}`, async () => {
        assert.equal(await ask({ headers: { [header]: '127.0.0.1' } }), 403);
      });
    }

    it('refuses every Origin but the local pages', async () => {
      for (const origin of ['https://example.com', 'null', 'http://127.0.0.1:10', 'http://localhost:9']) {
        assert.equal(await ask({ headers: { origin } }), 403, origin);
      }
    });

    it('refuses a body that is not JSON', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
        assert.equal(await ask({ headers: { 'content-type': type } }), 403, type);
      }
    });

    it('refuses an activity whose answers would leave this machine', async () => {
      const away = [
        'https://smba.trafficmanager.net/uk/',
        'http://127.0.0.1@example.com/',
        'file:///tmp',
        '',
      ];
      for (const serviceUrl of [...away, undefined]) {
        assert.equal(await ask({ serviceUrl }), 403, serviceUrl);
      }
    });
  });
});
