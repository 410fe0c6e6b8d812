import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { Schedule } from '../../../bot/ports/calendar.ts';
import type { ActingFor } from '../../../bot/ports/sign-in.ts';

export type Asked = {
  readonly method: string;
  /** Without the version and the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** Milliseconds since the server started. */
  readonly at: number;
};

export type Scripted = {
  readonly status?: number;
  readonly body?: unknown;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly afterMs?: number;
  /** The connection is closed without an answer. */
  readonly drop?: boolean;
};

/** Says of each call what comes back; `nth` counts from 0. */
export type Script = (asked: Asked, nth: number) => Scripted;

export type ScriptedGraph = {
  readonly url: string;
  readonly calls: readonly Asked[];
  mostAtOnce(): number;
  close(): Promise<void>;
};

/** Answers over real HTTP what a test says, for what no well-behaved Graph does. */
export async function scriptedGraph(script: Script): Promise<ScriptedGraph> {
  const calls: Asked[] = [];
  const started = performance.now();
  let inFlight = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    response.once('close', () => {
      inFlight -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', 'http://graph');
    const asked: Asked = {
      method: request.method ?? '',
      path: decodeURIComponent(url.pathname.replace(/^\/v1\.0/, '')),
      query: url.searchParams,
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
      at: performance.now() - started,
    };
    calls.push(asked);
    const answer = script(asked, calls.length - 1);
    await new Promise(resolve => setTimeout(resolve, answer.afterMs ?? 0));
    if (answer.drop) {
      request.socket.destroy();
      return;
    }
    const type = answer.html === undefined ? 'application/json' : 'text/html';
    response.writeHead(answer.status ?? 200, { 'content-type': type, ...answer.headers });
    response.end(answer.html ?? (answer.body === undefined ? '' : JSON.stringify(answer.body)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    mostAtOnce: () => most,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

export function actingFor(objectId: string, tenantId = 'trust'): ActingFor {
  return { person: { tenantId, objectId }, graphToken: async () => `token-for-${objectId}` };
}

export function graphError(code: string, message = 'Something about sam.okoro@trust.example'): object {
  return { error: { code, message, innerError: { 'request-id': 'r' } } };
}

export function busyOf(schedule: Schedule | undefined): readonly string[] {
  if (!schedule?.seen) throw new Error('The calendar is hidden');
  const said = (at: number) => new Date(at).toISOString().slice(0, 16);
  return schedule.busy.map(each => `${said(each.start)}/${said(each.end)}`);
}
