import { setTimeout as wait } from 'node:timers/promises';
import { serveBatch } from './batch.ts';
import { callerOf, type VerifiedToken } from './caller.ts';
import type { DuplicateTransaction } from './event-routes.ts';
import type { Fault, Faults } from './faults.ts';
import type { GraphAnswer, GraphRequest } from './graph-call.ts';
import { errorBody, GraphError, notBuilt } from './graph-error.ts';
import type { ServedCall } from './local-routes.ts';
import { serveCall } from './operations.ts';
import { preferences } from './prefer.ts';
import type { World } from './world.ts';

/** One call and its answer, as `onCall` sees them. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
  /** The answer was a fault that somebody asked for. */
  readonly injected: boolean;
};

const aboutMailbox = /\/(calendar|calendarView|events|mailboxSettings)(\/|$)/;

type Service = {
  readonly world: World;
  readonly faults: Faults;
  verifyToken(token: string): Promise<VerifiedToken | undefined>;
  readonly duplicateTransaction: DuplicateTransaction;
  /** Calls about one mailbox at the same time. https://learn.microsoft.com/graph/throttling-limits */
  readonly mostAtOnce: number;
  url(): string;
  readonly onCall?: (exchange: Exchange) => void;
};

/** No `answer`: the connection is to be closed before anything happened. */
export type Served = { readonly fault?: Fault; readonly answer?: GraphAnswer };

/** Serves a request under `/v1.0` with its faults, and reports it. The parts of a batch are pushed to `parts`. */
export function graphService(service: Service) {
  const { world, faults } = service;
  const inMailbox = new Map<string, number>();

  return async function serve(
    request: GraphRequest,
    malformed: boolean,
    parts: ServedCall[],
  ): Promise<Served> {
    const fault = faults.take(request.method, request.path, false);
    if (fault?.drop) {
      await wait(fault.delayMs ?? 0);
      return { fault };
    }
    const answer = (await faulty(fault, request)) ?? (await answered(request, malformed, parts, fault));
    report(request, answer, fault?.status !== undefined);
    return { answer, ...(fault === undefined ? {} : { fault }) };
  };

  async function answered(
    request: GraphRequest,
    malformed: boolean,
    parts: ServedCall[],
    fault: Fault | undefined,
  ): Promise<GraphAnswer> {
    let leave = () => {};
    try {
      if (!request.path.startsWith('/v1.0/')) throw notBuilt(`${request.method} ${request.path}`);
      const caller = await callerOf(world, request.headers.authorization, service.verifyToken);
      if (malformed) throw new GraphError(400, 'BadRequest', 'Unable to read JSON request payload.');
      if (request.method === 'POST' && request.path === '/v1.0/$batch') {
        return await serveBatch(request, part => servePart(part, parts));
      }
      if (aboutMailbox.test(request.path)) leave = enter(caller.person.id);
      if (fault?.delayMs !== undefined) await wait(fault.delayMs);
      const prefer = preferences(request.headers.prefer);
      const call = { world, caller, request, prefer, url: service.url() };
      const answer =
        request.method === 'GET'
          ? serveCall(call, service)
          : world.kept.together(() => serveCall(call, service));
      const applied = prefer.applied.length > 0 ? { 'Preference-Applied': prefer.applied.join(', ') } : {};
      return { ...answer, headers: { ...requestIds(request), ...applied, ...answer.headers } };
    } catch (cause) {
      if (!(cause instanceof GraphError)) throw cause;
      const body = errorBody(
        cause.code,
        cause.message,
        world.clock.now(),
        request.headers['client-request-id'],
      );
      return { status: cause.status, body, headers: { ...requestIds(request), ...cause.headers } };
    } finally {
      leave();
    }
  }

  async function servePart(part: GraphRequest, parts: ServedCall[]): Promise<GraphAnswer> {
    const fault = faults.take(part.method, part.path, true);
    const answer = (await faulty(fault, part)) ?? (await answered(part, false, [], fault));
    parts.push({ method: part.method, path: part.path, status: answer.status });
    report(part, answer, fault?.status !== undefined);
    return answer;
  }

  /** Counts a call about a mailbox, or refuses it; what comes back takes it off the count. */
  function enter(mailbox: string): () => void {
    const others = inMailbox.get(mailbox) ?? 0;
    if (others >= service.mostAtOnce) {
      const message = 'Application is over its MailboxConcurrency limit.';
      throw new GraphError(429, 'ApplicationThrottled', message, { 'Retry-After': '1' });
    }
    inMailbox.set(mailbox, others + 1);
    return () => inMailbox.set(mailbox, (inMailbox.get(mailbox) ?? 1) - 1);
  }

  async function faulty(fault: Fault | undefined, request: GraphRequest): Promise<GraphAnswer | undefined> {
    if (fault?.status === undefined) return undefined;
    await wait(fault.delayMs ?? 0);
    const code = fault.status === 429 ? 'ApplicationThrottled' : 'UnknownError';
    const usual = errorBody(code, '', world.clock.now(), request.headers['client-request-id']);
    const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
    return { status: fault.status, body: fault.body ?? usual, headers };
  }

  function report(request: GraphRequest, answer: GraphAnswer, injected: boolean): void {
    service.onCall?.({
      method: request.method,
      path: request.path,
      query: request.query,
      requestHeaders: request.headers,
      requestBody: request.body,
      status: answer.status,
      responseBody: answer.body,
      injected,
    });
  }
}

function requestIds(request: GraphRequest): Record<string, string> {
  const id = crypto.randomUUID();
  return { 'request-id': id, 'client-request-id': request.headers['client-request-id'] ?? id };
}
