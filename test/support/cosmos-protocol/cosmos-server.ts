import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { CosmosClientOptions } from '@azure/cosmos';
import { type CosmosContainer, cosmosContainer, Refused, ranges } from './cosmos-container.ts';

type Fault = { readonly status: number; readonly substatus?: number; times: number };
type FaultInBatch = { readonly status: number; readonly code: number; times: number };
type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;
type Answer = { readonly status?: number; readonly body?: object; readonly headers?: Record<string, string> };

export type CosmosServer = {
  readonly endpoint: string;
  readonly key: string;
  /** The same within this process: requests come as the client hands them to HTTP, by a token as in production. */
  readonly withoutSocket: {
    readonly endpoint: string;
    readonly access: Required<Pick<CosmosClientOptions, 'aadCredentials' | 'httpClient'>>;
  };
  /** What was asked of items, as "read", "batch 3", "query", "feed". */
  readonly calls: string[];
  /** The next requests for items are answered so, and nothing is done. */
  fail(status: number, details?: { readonly substatus?: number; readonly times?: number }): void;
  /** The next batches are answered with 207 or another code, one operation so, the others with 424, and nothing is done. */
  failInBatch(status: number, times?: number, code?: number): void;
  later(seconds: number): void;
  close(): Promise<void>;
};

const knownQuery = 'SELECT * FROM c WHERE c.type = @type AND STARTSWITH(c.id, @prefix) AND c.removed = false';
const key = Buffer.from('the key of a server that forgets everything').toString('base64');
const token = 'the token of a server that forgets everything';
const secret = createSecretKey(key, 'base64');

/** Speaks as much of the Cosmos protocol as the store needs, and answers everything else with 400. Memory only. */
export async function cosmosServer(): Promise<CosmosServer> {
  const databases = new Map<string, Map<string, CosmosContainer>>();
  const calls: string[] = [];
  const faults: Fault[] = [];
  const faultsInBatch: FaultInBatch[] = [];
  let ahead = 0;
  const now = (): number => Math.floor(Date.now() / 1000) + ahead;

  function answer(request: Asked, body: string): Answer {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const names = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    authenticate(request, names);
    const [, database = '', , container = '', kind, id] = names;
    const call = `${request.method} ${names.map((name, at) => (at % 2 ? '*' : name)).join('/')}`;
    if (call === 'GET ') return { body: account(new URL('/', url).href) };
    if (call === 'POST dbs') return { status: 201, body: create(databases, JSON.parse(body).id, new Map()) };
    const held = databases.get(database);
    if (!held) throw new Refused(404, 'There is no such database', 1003);
    if (call === 'GET dbs/*') return { body: { id: database, _rid: database } };
    if (call === 'POST dbs/*/colls') {
      const { id: made, partitionKey, defaultTtl } = JSON.parse(body);
      if (
        partitionKey.paths.join() !== '/tenant,/scope' ||
        partitionKey.kind !== 'MultiHash' ||
        defaultTtl !== -1
      )
        throw new Refused(400, 'Only containers as the store needs them can be made here');
      return { status: 201, body: create(held, made, cosmosContainer(now)) };
    }
    const items = held.get(container);
    if (!items) throw new Refused(404, 'There is no such container', 1003);
    if (call === 'GET dbs/*/colls/*') return { body: { id: container, _rid: `${database}.${container}` } };
    if (call === 'GET dbs/*/colls/*/pkranges') return partitions(request);
    if (kind !== 'docs') throw new Refused(400, `${call} is not known here`);
    const planned = request.headers['x-ms-cosmos-is-query-plan-request'];
    if (planned) throw new Refused(400, 'Nothing that needs a query plan is known here');
    if (request.headers['x-ms-consistency-level'] !== 'Session')
      throw new Refused(400, 'Every request must ask for session consistency here');
    const fault = faults[0];
    if (fault) {
      fault.times -= 1;
      if (fault.times === 0) faults.shift();
      throw new Refused(fault.status, 'As the test wanted', fault.substatus);
    }
    return id === undefined ? many(request, body, items) : one(request, id, items);
  }

  function one(request: Asked, id: string, items: CosmosContainer): Answer {
    if (request.method !== 'GET') throw new Refused(400, 'A single item can only be read here');
    calls.push('read');
    const item = items.read(fullKey(request), id);
    return { body: item, headers: { etag: String(item._etag) } };
  }

  function many(request: Asked, body: string, items: CosmosContainer): Answer {
    const { headers, method } = request;
    if (method === 'GET' && headers['a-im']) return feed(request, items);
    if (method !== 'POST') throw new Refused(400, 'Items are listed by query here');
    if (headers['x-ms-cosmos-is-batch-request']) {
      if (!/^true$/i.test(String(headers['x-ms-cosmos-batch-atomic']))) throw new Refused(400, 'Not atomic');
      const operations = JSON.parse(body);
      calls.push(`batch ${operations.length}`);
      const fault = faultsInBatch[0];
      if (fault) {
        fault.times -= 1;
        if (fault.times === 0) faultsInBatch.shift();
        const failed = Array.from(operations, (_, at) => ({ statusCode: at === 0 ? fault.status : 424 }));
        return { status: fault.code, body: failed };
      }
      const outcomes = items.batch(fullKey(request), operations);
      return { status: outcomes.every(({ statusCode }) => statusCode < 300) ? 200 : 207, body: outcomes };
    }
    const { query, parameters } = JSON.parse(body);
    if (query !== knownQuery) throw new Refused(400, 'That query is not known here');
    calls.push('query');
    const values = new Map<string, string>(
      parameters.map((one: { name: string; value: string }) => [one.name, one.value]),
    );
    const from = Number(headers['x-ms-continuation'] ?? 0);
    const page = items.ofOneType(fullKey(request), values.get('@type'), values.get('@prefix') ?? '', from);
    return {
      body: { Documents: page.items, _count: page.items.length },
      headers: page.next === undefined ? {} : { 'x-ms-continuation': String(page.next) },
    };
  }

  function feed({ headers }: Asked, items: CosmosContainer): Answer {
    calls.push('feed');
    const range = String(headers['x-ms-documentdb-partitionkeyrangeid']);
    const after = Number(String(headers['if-none-match'] ?? '0').replaceAll('"', ''));
    const page = items.changesAfter(range, after, Number(headers['x-ms-max-item-count']));
    const etag = { etag: `"${page.last}"` };
    if (page.items.length === 0) return { status: 304, headers: etag };
    return { body: { Documents: page.items, _count: page.items.length }, headers: etag };
  }

  function answerOrRefuse(request: Asked, body: string): Sent {
    try {
      if (body.length > 2 * 1024 * 1024) throw new Refused(413, 'Over two megabytes');
      return sent(answer(request, body));
    } catch (error) {
      const { status, substatus, message } =
        error instanceof Refused ? error : new Refused(500, String(error));
      const headers = { 'x-ms-substatus': String(substatus ?? ''), 'x-ms-retry-after-ms': '5' };
      return sent({ status, body: { code: String(status), message }, headers });
    }
  }

  const server = createServer(async (request, response) => {
    const { status, headers, text } = answerOrRefuse(request, await textOf(request));
    // Two statements: restify, once loaded, gives every writeHead of the process another that returns nothing.
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');

  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    key,
    withoutSocket: {
      endpoint: 'https://cosmos.example',
      access: {
        aadCredentials: { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) },
        httpClient: {
          async sendRequest(request) {
            const { url, method, body } = request;
            const asked = { url, method, headers: request.headers.toJSON() };
            const answered = answerOrRefuse(asked, typeof body === 'string' ? body : '');
            const { status, text: bodyAsText, headers } = answered;
            const fields = Object.assign(new Map(Object.entries(headers)), { toJSON: () => headers });
            return { request, status, bodyAsText, headers: fields };
          },
        },
      },
    },
    calls,
    fail(status, { substatus, times = 1 } = {}) {
      faults.push({ status, times, ...(substatus === undefined ? {} : { substatus }) });
    },
    failInBatch(status, times = 1, code = 207) {
      faultsInBatch.push({ status, times, code });
    },
    later(seconds) {
      ahead += seconds;
    },
    close() {
      server.closeAllConnections();
      return new Promise(closed => server.close(() => closed()));
    },
  };
}

/** https://learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources */
function authenticate({ headers, method = '' }: Asked, names: readonly string[]): void {
  if (headers.authorization === `type=aad&ver=1.0&sig=${token}`) return;
  const ofOne = names.length % 2 === 0;
  const type = names[names.length - (ofOne ? 2 : 1)] ?? '';
  const link = (ofOne ? names : names.slice(0, -1)).join('/');
  const date = String(headers['x-ms-date']).toLowerCase();
  const signed = `${method.toLowerCase()}\n${type}\n${link}\n${date}\n\n`;
  const wanted = createHmac('sha256', secret).update(signed).digest();
  const given = /^type=master&ver=1\.0&sig=(.+)$/.exec(decodeURIComponent(headers.authorization ?? ''))?.[1];
  const signature = Buffer.from(given ?? '', 'base64');
  if (signature.length !== wanted.length || !timingSafeEqual(signature, wanted))
    throw new Refused(401, 'The request is not signed with the key of this server');
}

function fullKey({ headers }: Asked): string {
  const parts: unknown = JSON.parse(String(headers['x-ms-documentdb-partitionkey'] ?? '[]'));
  if (!Array.isArray(parts) || parts.length !== 2 || parts.some(part => typeof part !== 'string'))
    throw new Refused(400, 'Nothing is read or written here without tenant and scope', 1001);
  return JSON.stringify(parts);
}

function partitions({ headers }: Asked): Answer {
  if (headers['if-none-match']) return { status: 304 };
  const bounds = ['', '7F', 'FF'];
  const all = ranges.map((id, at) => ({
    id,
    minInclusive: bounds[at],
    maxExclusive: bounds[at + 1],
    parents: [],
  }));
  return { body: { PartitionKeyRanges: all, _count: all.length }, headers: { etag: '"1"' } };
}

function account(databaseAccountEndpoint: string): object {
  const here = [{ name: 'Local', databaseAccountEndpoint }];
  const userConsistencyPolicy = { defaultConsistencyLevel: 'Session' };
  return { id: 'local', writableLocations: here, readableLocations: here, userConsistencyPolicy };
}

function create<T>(into: Map<string, T>, id: string, made: T): object {
  if (into.has(id)) throw new Refused(409, 'It is there already');
  into.set(id, made);
  return { id, _rid: id };
}

type Sent = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
};

function sent({ status = 200, body, headers = {} }: Answer): Sent {
  const text = body === undefined ? '' : JSON.stringify(body);
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-ms-session-token': '0:-1#1', ...headers },
    text,
  };
}
