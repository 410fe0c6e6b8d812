import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as contract from '../../bot/http/contract.ts';
import { rawHttp } from '../support/raw-http.ts';
import { openTabDoor, type TabDoor } from '../support/tab-door.ts';

const opId = '6f2b7c1a-1111-4222-8333-444455556666';

describe('The HTTP door', () => {
  let door: TabDoor;
  beforeEach(async () => {
    door = await openTabDoor({ messages: async (req, res) => void res.send(200, { got: req.body }) });
  });
  afterEach(() => door.close());

  const as = (who: string) => ({ Authorization: `Bearer ${who}` });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(door.url + path, { headers });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(door.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  async function problem(response: Response): Promise<[number, string]> {
    return [response.status, contract.problemView.parse(await response.json()).problem];
  }

  describe('limits what it reads', () => {
    it('refuses a body over 256 kB, and one over 1 MB from the bot', async () => {
      const big = (bytes: number) => JSON.stringify({ opId, more: 'x'.repeat(bytes) });
      assert.deepEqual(await problem(await post('/api/meetings/p/m/cancel', big(256 * 1024), as('sam'))), [
        413,
        'too large',
      ]);
      assert.equal((await post('/api/messages', big(300 * 1024))).status, 200);
      assert.deepEqual(await problem(await post('/api/messages', big(1024 * 1024))), [413, 'too large']);
    });

    it('refuses a large body that does not say its length', async () => {
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(Buffer.alloc(300 * 1024, 120));
          stream.close();
        },
      });
      const headers = { 'Content-Type': 'application/json', ...as('sam') };
      const init: RequestInit = { method: 'POST', body, duplex: 'half', headers };
      assert.deepEqual(await problem(await fetch(`${door.url}/api/meetings/p/m/cancel`, init)), [
        413,
        'too large',
      ]);
    });

    it('inflates nothing and reads JSON only', async () => {
      const packed = gzipSync(Buffer.alloc(10_000_000, 32));
      for (const [type, encoding, body] of [
        ['application/json', 'gzip', packed],
        ['application/json', 'br', packed],
        ['text/plain', 'identity', '{}'],
        ['application/x-www-form-urlencoded', 'identity', 'opId=1'],
        ['multipart/form-data; boundary=x', 'identity', '--x--'],
      ] as const) {
        const headers = { 'Content-Type': type, 'Content-Encoding': encoding, ...as('sam') };
        const response = await fetch(`${door.url}/api/meetings/p/m/cancel`, {
          method: 'POST',
          body,
          headers,
        });
        assert.deepEqual(await problem(response), [415, 'wrong media type'], type);
      }
    });

    it('survives addresses and hosts that are no addresses and no hosts', async () => {
      for (const line of [
        'GET //[',
        'GET http://[',
        'GET /%ZZ',
        'GET //',
        'GET /tab/%00',
        'OPTIONS *',
        'GET /api/meetings/%/x',
      ]) {
        assert.match(await rawHttp(door.url, line), /^HTTP\/1\.1 (200|400|404|405) /, line);
      }
      assert.match(await rawHttp(door.url, 'GET /healthz', ['Host: [']), /^HTTP\/1\.1 400 /);
      assert.match(
        await rawHttp(door.url, 'POST /api/messages', [
          'Content-Type: application/json',
          'Content-Length: 1e9',
        ]),
        /^HTTP\/1\.1 400 /,
      );
      assert.equal((await get('/healthz')).status, 200);
    });
  });

  describe('answers in good form', () => {
    it('sends every answer with its headers, errors too', async () => {
      for (const [path, headers] of [
        ['/healthz', {}],
        ['/api/me/mentoring', as('sam')],
        ['/api/me/mentoring', {}],
        ['/nowhere', {}],
      ] as const) {
        const response = await get(path, headers);
        assert.match(
          response.headers.get('strict-transport-security') ?? '',
          /^max-age=(\d{8,}); includeSubDomains$/,
        );
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
        assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.equal(
          response.headers.get('content-security-policy'),
          "default-src 'none'; frame-ancestors 'none'",
        );
        assert.equal(response.headers.get('access-control-allow-origin'), null);
        assert.equal(response.headers.get('server'), null);
        assert.equal(response.headers.get('x-powered-by'), null);
      }
    });

    it('answers HEAD without a body, OPTIONS with what is allowed, and other methods with 405', async () => {
      const head = await fetch(`${door.url}/healthz`, { method: 'HEAD' });
      assert.deepEqual([head.status, await head.text()], [200, '']);
      const options = await fetch(`${door.url}/healthz`, {
        method: 'OPTIONS',
        headers: { Origin: 'https://evil.example' },
      });
      assert.deepEqual([options.status, options.headers.get('allow')], [204, 'GET, HEAD']);
      assert.equal(options.headers.get('access-control-allow-origin'), null);
      assert.deepEqual(await problem(await fetch(`${door.url}/healthz`, { method: 'DELETE' })), [
        405,
        'wrong method',
      ]);
      assert.deepEqual(await problem(await get('/api/meetings/p/m/cancel', as('sam'))), [
        405,
        'wrong method',
      ]);
    });

    it('hands activities to the conversation as they came', async () => {
      const response = await post('/api/messages', { type: 'message', text: 'hello' });
      assert.deepEqual(await response.json(), { got: { type: 'message', text: 'hello' } });
    });
  });
});
