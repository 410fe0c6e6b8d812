import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalPerson } from '../people/local-person.ts';
import type { VerifiedToken } from './caller.ts';
import type { DuplicateTransaction } from './event-routes.ts';
import { type Fault, openFaults } from './faults.ts';
import type { GraphAnswer, GraphRequest } from './graph-call.ts';
import { errorBody } from './graph-error.ts';
import { type Exchange, graphService } from './graph-service.ts';
import {
  type Local,
  type LocalAnswer,
  type LocalRequest,
  type ServedCall,
  serveLocal,
} from './local-routes.ts';
import { openWorld } from './world.ts';

export type GraphOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: '127.0.0.1';
  /** SQLite file that keeps everything between runs; without it, memory. People and calendars in it win over `people`. */
  readonly dataFile?: string;
  readonly people: readonly LocalPerson[];
  verifyToken(token: string): Promise<VerifiedToken | undefined>;
  /** Each call served, parts of a batch included, after its answer is known. */
  readonly onCall?: (exchange: Exchange) => void;
  readonly duplicateTransaction?: DuplicateTransaction;
  /** Calls about one mailbox at the same time, 4 unless told; one more is answered 429. */
  readonly mostAtOnce?: number;
  /** Stands before the `local` routes: a reason, and the request is refused with 403. */
  readonly guard?: (request: IncomingMessage) => string | undefined;
  /** Further `local` routes, keyed by method and path: `GET /local/token`. */
  readonly extraRoutes?: Readonly<
    Record<string, (request: LocalRequest) => Promise<LocalAnswer> | LocalAnswer>
  >;
};

export type RunningGraph = {
  /** Without `/v1.0` and without a slash at its end. */
  readonly url: string;
  /** Everyone known now, with those added since the start. */
  people(): readonly LocalPerson[];
  /** The time that the local clock shows, epoch milliseconds. */
  now(): number;
  close(): Promise<void>;
};

const largestBody = 4 * 1024 * 1024;

export async function startGraph(options: GraphOptions): Promise<RunningGraph> {
  const world = openWorld(options.dataFile);
  world.add(options.people);
  const local: Local = { world, faults: openFaults(), calls: [] };
  let url = '';
  let isClosing = false;
  const service = graphService({
    world,
    faults: local.faults,
    verifyToken: token => options.verifyToken(token),
    mostAtOnce: options.mostAtOnce ?? 4,
    duplicateTransaction: options.duplicateTransaction ?? 'same event',
    url: () => url,
    ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', 'http://graph');
    const method = request.method ?? 'GET';
    const read = await readBody(request);
    if (read.tooLarge)
      return send(response, { status: 413, body: errorBody('RequestTooLarge', '', world.clock.now()) });
    if (asked.pathname.startsWith('/local/')) {
      const refusal = options.guard?.(request);
      if (refusal !== undefined) {
        return send(response, { status: 403, body: { error: { code: 'Forbidden', message: refusal } } });
      }
      const route = { method, path: asked.pathname, query: asked.searchParams, body: read.json };
      const extra = options.extraRoutes?.[`${method} ${asked.pathname}`];
      const served = (await extra?.(route)) ?? serveLocal(local, route);
      return send(
        response,
        served ?? { status: 404, body: { error: { code: 'NotFound', message: 'No such route' } } },
      );
    }
    const graphRequest: GraphRequest = {
      method,
      path: asked.pathname,
      query: asked.searchParams,
      headers: plainHeaders(request),
      body: read.json,
    };
    const parts: ServedCall[] = [];
    const { fault, answer: found } = await service(graphRequest, read.malformed, parts);
    const status = found?.status ?? 0;
    local.calls.push({ method, path: asked.pathname, status, ...(parts.length > 0 ? { parts } : {}) });
    if (found === undefined || fault?.loseAnswer) response.destroy();
    else send(response, found, fault);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(cause => {
      if (isClosing || response.destroyed) return;
      console.error('The local Graph failed', cause);
      send(response, { status: 500, body: errorBody('UnknownError', '', world.clock.now()) });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    url,
    people: world.people,
    now: world.clock.now,
    async close() {
      isClosing = true;
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      world.kept.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The local Graph listens on no port');
  return address.port;
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

type Read = { readonly json: unknown; readonly malformed: boolean; readonly tooLarge: boolean };

async function readBody(request: IncomingMessage): Promise<Read> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= largestBody) chunks.push(chunk);
  }
  if (length > largestBody) return { json: undefined, malformed: false, tooLarge: true };
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return { json: undefined, malformed: false, tooLarge: false };
  try {
    return { json: JSON.parse(text), malformed: false, tooLarge: false };
  } catch {
    return { json: undefined, malformed: true, tooLarge: false };
  }
}

function send(response: ServerResponse, { status, body, headers }: GraphAnswer, fault?: Fault): void {
  if (response.destroyed || response.headersSent) return;
  if (typeof body === 'string') {
    const type = fault === undefined ? 'text/plain; charset=utf-8' : 'text/html';
    response.writeHead(status, { 'Content-Type': type, ...headers });
    response.end(body);
  } else if (body === undefined) {
    response.writeHead(status, headers);
    response.end();
  } else {
    const type = 'application/json; odata.metadata=minimal; charset=utf-8';
    response.writeHead(status, { 'Content-Type': type, ...headers });
    response.end(JSON.stringify(body));
  }
}
