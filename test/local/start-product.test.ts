import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { needFreePorts } from '../../infra/local/free-ports.ts';
import { peopleInRegister } from '../../infra/local/people-in-register.ts';
import { keepPeopleToCome } from '../../infra/local/people-to-come.ts';
import { type Product, startProduct } from '../../infra/local/start-product.ts';
import { freePorts } from '../support/free-ports.ts';

const app = 'bot/main.ts';
const register = 'test/support/ends-at-once.ts';

describe('the product on this machine', () => {
  let dataDir: string;
  let port: number;

  beforeEach(async () => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'product-')), 'data');
    port = await freePorts();
  });
  afterEach(() => rmSync(join(dataDir, '..'), { recursive: true }));

  const start = (given: { fresh?: boolean; app?: string; terminal?: Record<string, string> } = {}) =>
    startProduct({
      port,
      dataDir,
      fresh: given.fresh ?? false,
      entries: { app: given.app ?? app, register },
      terminal: { PATH: process.env.PATH ?? '', ...given.terminal },
    });
  const end = async (product: Product) => {
    product.end();
    await product.ended;
  };

  it('starts its parts on ports that follow the app’s, says where they are, and ends them all', async () => {
    const product = await start();
    assert.equal(product.ready, true);
    assert.deepEqual(JSON.parse(readFileSync(join(dataDir, 'addresses.json'), 'utf8')), {
      app: `http://127.0.0.1:${port}`,
      graph: `http://127.0.0.1:${port + 1}`,
      teams: `http://127.0.0.1:${port + 2}`,
      issuer: `http://127.0.0.1:${port + 3}`,
    });
    assert.equal((await fetch(`${product.addresses.app}/readyz`)).status, 200);
    assert.equal((await fetch(`${product.addresses.issuer}/.well-known/openid-configuration`)).status, 200);
    assert.equal(statSync(dataDir).mode & 0o777, 0o700);
    await end(product);
    await needFreePorts(product.addresses);
    assert.equal(existsSync(join(dataDir, 'addresses.json')), false);
  });

  it('gives scripts the tokens of anybody in the directory, which Graph takes', async () => {
    const product = await start();
    const { graph } = product.addresses;
    const people = z
      .array(z.object({ email: z.string(), id: z.string() }))
      .parse(await (await fetch(`${graph}/local/people`)).json());
    const [first] = people;
    assert.ok(first);
    const answer = await fetch(`${graph}/local/token?as=${first.email}&for=graph`);
    const token = await answer.text();
    const me = await fetch(`${graph}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(me.status, 200);
    assert.equal(z.object({ id: z.string() }).parse(await me.json()).id, first.id);
    await end(product);
  });

  it('keeps the local routes to this machine, its pages and JSON', async () => {
    const product = await start();
    const { graph, teams } = product.addresses;
    const ask = async (headers: Readonly<Record<string, string>>, method = 'GET') => {
      const options = { host: '127.0.0.1', port: port + 1, path: '/local/clock', method, headers };
      const sent = request(options).end(method === 'POST' ? '{"now":"2026-12-03T09:00:00Z"}' : undefined);
      const [response] = await once(sent, 'response');
      response.resume();
      return response.statusCode;
    };
    assert.equal(await ask({}), 200);
    assert.equal(await ask({ origin: teams }), 200);
    assert.equal(await ask({ 'content-type': 'application/json' }, 'POST'), 200);
    assert.equal(await ask({ host: 'localhost' }), 200);
    assert.equal(await ask({ host: `${new URL(graph).hostname}.example.com` }), 403);
    for (const header of ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']) {
      assert.equal(await ask({ [header]: '127.0.0.1' }), 403, header);
    }
    for (const origin of ['https://example.com', 'null', 'http://127.0.0.1:1']) {
      assert.equal(await ask({ origin }), 403, origin);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      assert.equal(await ask({ 'content-type': type }, 'POST'), 403, type);
    }
    await end(product);
  });

  it('imports the sample register once for a data folder, with the app’s own settings', async () => {
    await end(await start());
    const noted = join(dataDir, 'noted.json');
    assert.deepEqual(JSON.parse(readFileSync(noted, 'utf8')), {
      args: [join(dataDir, 'sample-register.csv')],
      LOCAL_MODE: '1',
      GRAPH_URL: `http://127.0.0.1:${port + 1}`,
    });
    rmSync(noted);
    await end(await start());
    assert.equal(existsSync(noted), false);
  });

  it('begins anew only when asked to, and leaves what is not its own', async () => {
    await end(await start());
    const key = readFileSync(join(dataDir, 'sign-in-key.json'), 'utf8');
    writeFileSync(join(dataDir, 'mine.txt'), 'mine');
    await end(await start());
    assert.equal(readFileSync(join(dataDir, 'sign-in-key.json'), 'utf8'), key);
    await end(await start({ fresh: true }));
    assert.notEqual(readFileSync(join(dataDir, 'sign-in-key.json'), 'utf8'), key);
    assert.equal(readFileSync(join(dataDir, 'mine.txt'), 'utf8'), 'mine');
  });

  it('removes nothing from a folder that is not its own', async () => {
    const folder = join(dataDir, '..');
    writeFileSync(join(folder, 'letters.txt'), 'mine');
    writeFileSync(join(folder, 'store.sqlite'), 'mine too');
    const asked = startProduct({
      port,
      dataDir: folder,
      fresh: true,
      entries: { app, register },
      terminal: {},
    });
    await assert.rejects(asked, /^Error: DATA_DIR holds something else, so --fresh removes nothing: [^\n]+$/);
    assert.deepEqual(readdirSync(folder).sort(), ['letters.txt', 'store.sqlite']);
  });

  it('ends with the exit code of an app that fails, and everything with it', async () => {
    const product = await start({ app: register, terminal: { END_WITH: '0' } });
    assert.equal(product.ready, false);
    assert.equal(await product.ended, 0);
    const failing = await start({ app: register, terminal: { END_WITH: '7' } });
    assert.equal(await failing.ended, 7);
    await needFreePorts(failing.addresses);
  });

  it('hands on a setting of the terminal that is not local, so that the app refuses to start', async () => {
    const product = await start({ terminal: { NODE_ENV: 'production' } });
    assert.equal(product.ready, false);
    assert.equal(await product.ended, 1);
  });

  it('says which port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(port + 2, '127.0.0.1');
    await once(other, 'listening');
    await assert.rejects(start(), {
      message: `Port ${port + 2} for the local Teams page is taken: set PORT to move all four, as in PORT=4978 npm start`,
    });
    other.close();
    await end(await start());
  });

  it('does not start twice on one data folder', async () => {
    const product = await start();
    const before = port;
    port = await freePorts();
    await assert.rejects(start({ fresh: true }), {
      message: `It already runs at http://127.0.0.1:${before + 2}/ with this data folder: end that one first`,
    });
    await end(product);
  });

  it('gives mailboxes at its start to those whom a register brought meanwhile', async () => {
    await end(await start());
    const csv = 'email,name,job_title\nNew.Mentor@example.nhs.uk,New Mentor,Matron\n';
    keepPeopleToCome(dataDir, peopleInRegister(csv));
    const product = await start();
    const people = await (await fetch(`${product.addresses.graph}/local/people`)).text();
    assert.match(people, /"new\.mentor@example\.nhs\.uk","name":"New Mentor","jobTitle":"Matron"/);
    assert.equal(existsSync(join(dataDir, 'people-to-come.json')), false);
    await end(product);
  });

  describe('started from the terminal', () => {
    const run = async (args: readonly string[], env: Readonly<Record<string, string>>) => {
      const command = ['--import', 'tsx', 'infra/local/start.ts', ...args];
      const child = spawn(process.execPath, command, {
        env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const said = text(child.stderr);
      const [code] = await once(child, 'exit');
      return `${code} ${(await said).trim()}`;
    };

    it('says in one sentence what it cannot take', async () => {
      assert.equal(await run(['--freshly'], {}), '1 npm start takes --fresh and nothing else');
      assert.equal(await run([], { PORT: '65533' }), '1 PORT takes a number from 1 to 65532');
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      assert.match(
        await run([], { PORT: String(port) }),
        /^1 Port \d+ for the app is taken: set PORT[^\n]+$/,
      );
      other.close();
    });
  });
});

describe('people in a register', () => {
  it('are read around lines that cannot be', () => {
    const csv = [
      'name,email,organisation,job_title,about',
      'Sam Okoro,SAM@example.nhs.uk,"Leeds, Riverside",Nurse,"Two',
      'lines"',
      'Bad Quote,"bad@example.nhs.uk,x,y,z',
      'Pat Reid,pat@example.nhs.uk,Trust,Matron,Short',
      'No Address,,Trust,Matron,',
      ',no.name@example.nhs.uk,Trust,Matron,',
      'Short Row,short@example.nhs.uk',
    ].join('\r\n');
    assert.deepEqual(
      peopleInRegister(csv).map(person => [person.email, person.name, person.jobTitle, person.organisation]),
      [
        ['sam@example.nhs.uk', 'Sam Okoro', 'Nurse', 'Leeds, Riverside'],
        ['pat@example.nhs.uk', 'Pat Reid', 'Matron', 'Trust'],
        ['short@example.nhs.uk', 'Short Row', '', ''],
      ],
    );
    assert.deepEqual(peopleInRegister(''), []);
  });
});
