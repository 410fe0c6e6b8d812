import { randomUUID } from 'node:crypto';
import { Server as HttpServer, type IncomingHttpHeaders } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import { brokenToProblem } from './broken-to-problem.ts';
import { doorHeaders } from './door-headers.ts';
import { openApi } from './open-api.ts';
import { type Operations, readiness } from './operations.ts';
import { Problem } from './problem.ts';
import type { FileAnswer, RouteRow } from './route.ts';
import type { TabFiles } from './tab-files.ts';
import { type Asker, type ValidateTabToken, whoIsAsking } from './who-is-asking.ts';

/** Asked of every request before it is read, and again with its body. A sentence refuses it. */
export type Guard = (asked: {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; absent before it is read and where there is none. */
  readonly body?: unknown;
}) => string | undefined;

/** For one log line. `route` is the pattern, never the address; `error` may hold a stack and stays in the log. */
export type Refused = {
  readonly requestId: string;
  readonly route: string;
  readonly status: number;
  readonly error: unknown;
};

export type HttpDoor = {
  readonly routes: readonly RouteRow[];
  readonly validateTabToken: ValidateTabToken;
  readonly operations: Operations;
  readonly tab?: TabFiles;
  /** Bot Framework activities; the body is parsed, the answer is the handler's own. */
  readonly messages?: (req: Request, res: Response) => Promise<void>;
  readonly guard?: Guard;
  /** Told of every answer of 500 or more, and of tokens refused. */
  readonly report: (refused: Refused) => void;
};

const apiBytes = 256 * 1024;
const messageBytes = 1024 * 1024;

/** Without a log of restify's own, which would hold whole requests and errors. */
const quiet = () => undefined;
const log = {
  trace: quiet,
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
  child: () => log,
};
const options: object = { name: '', log };

/** Door 2. Not listening yet. */
export function httpServer(door: HttpDoor): Server {
  const server = restify.createServer(options);
  limit(server);
  server.pre(async (req: Request, res: Response) => {
    res.setHeader('X-Request-Id', randomUUID());
    for (const [name, value] of Object.entries(doorHeaders)) res.setHeader(name, value);
    readAddress(req);
    guarded(door, req);
  });
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    answerProblem(door, req, res, error);
    done();
  });

  mountOperations(server, door.operations);
  if (door.tab) mountTab(server, door.tab);
  const described = openApi(door.routes);
  get(server, '/api/openapi.json', async (_req, res) => void res.send(200, described));
  for (const row of door.routes) mountRoute(server, door, row);
  if (door.messages) server.post('/api/messages', ...body(door, messageBytes), door.messages);
  return server;
}

function mountOperations(server: Server, { checks, metrics }: Operations): void {
  get(server, '/healthz', async (_req, res) => void res.send(200, { alive: 'yes' }));
  get(server, '/readyz', async (_req, res) => {
    const ready = await readiness(checks);
    res.send(Object.values(ready).includes('no') ? 503 : 200, ready);
  });
  get(server, '/metrics', async (req, res) => {
    if (!(await metrics.mayRead(req.headers.authorization))) throw new Problem('not found');
    res.sendRaw(200, await metrics.text(), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

function mountTab(server: Server, tab: TabFiles): void {
  const answer = async (req: Request, res: Response) => {
    const found = tab(req.path().slice('/tab'.length), req.headers);
    if (!found) throw new Problem('not found');
    res.sendRaw(found.status, found.body, { 'Content-Length': String(found.body.length), ...found.headers });
  };
  get(server, '/tab', answer);
  get(server, '/tab/*', answer);
}

/** Knows who is asking before it reads what they sent. */
function mountRoute(server: Server, door: HttpDoor, row: RouteRow): void {
  const askers = new WeakMap<Request, Asker>();
  const ask = async (req: Request) => {
    askers.set(req, await whoIsAsking(door.validateTabToken, req.headers.authorization));
  };
  const answer = async (req: Request, res: Response) => {
    const who = askers.get(req);
    if (!who) throw new Error('A route was answered before it was known who asks');
    if (row.mediaType !== undefined) sendFile(res, row.mediaType, await row.handle(who, req.params));
    else res.send(200, await row.handle(who, req.params, req.body, req.headers['if-match']));
  };
  if (row.method === 'POST') server.post(row.path, ask, ...body(door, apiBytes), answer);
  else get(server, row.path, ask, answer);
}

function sendFile(res: Response, mediaType: string, { name, bytes }: FileAnswer): void {
  res.sendRaw(200, Buffer.from(bytes), {
    'Content-Type': mediaType,
    'Content-Length': String(bytes.length),
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}

function get(
  server: Server,
  path: string,
  ...handlers: ((req: Request, res: Response) => Promise<void>)[]
): void {
  server.get(path, ...handlers);
  server.head(path, ...handlers);
}

/** Refuses what is not plain JSON or is too large before reading it: compressed bodies are never inflated. */
function body(door: HttpDoor, maxBodySize: number): restify.RequestHandlerType[] {
  const check = async (req: Request) => {
    const encoding = req.headers['content-encoding'] ?? 'identity';
    const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (encoding !== 'identity' || type !== 'application/json') throw new Problem('wrong media type');
    if (Number(req.headers['content-length'] ?? 0) > maxBodySize) {
      throw new Problem('too large', { headers: { Connection: 'close' } });
    }
  };
  const parse = restify.plugins.bodyParser({ maxBodySize, mapParams: false });
  const guardBody = async (req: Request) => guarded(door, req, { body: req.body });
  return [check, parse, guardBody].flat();
}

/** An address such as `//[` throws inside restify's router, outside every handler, and would end the process. */
function readAddress(req: Request): void {
  try {
    req.path();
  } catch (cause) {
    throw new Problem('not understood', {}, { cause });
  }
}

function guarded(door: HttpDoor, req: Request, given: { body?: unknown } = {}): void {
  const { method = 'GET', headers } = req;
  const say = door.guard?.({ method, path: req.path(), headers, ...given });
  if (say !== undefined) throw new Problem('not from here', { say });
}

function answerProblem(door: HttpDoor, req: Request, res: Response, error: unknown): void {
  const { status, view, headers, cause } = brokenToProblem(error);
  if (status >= 500 || status === 401) {
    const path: unknown = req.getRoute()?.path;
    const requestId = String(res.getHeader('X-Request-Id'));
    door.report({ requestId, route: typeof path === 'string' ? path : 'none', status, error: cause });
  }
  if (res.headersSent) return;
  if (req.method === 'OPTIONS' && status === 405) res.send(204);
  else res.send(status, view, headers);
}

function limit(server: Server): void {
  const inner: unknown = Reflect.get(server, 'server');
  if (!(inner instanceof HttpServer)) throw new Error('restify keeps its HTTP server elsewhere now');
  inner.requestTimeout = 30_000;
  inner.headersTimeout = 10_000;
  inner.keepAliveTimeout = 65_000;
  inner.maxRequestsPerSocket = 1_000;
}
