import { randomUUID } from 'node:crypto';
import {
  Client,
  HTTPMessageHandler,
  type Middleware,
  ResponseType,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client';
import { personKey } from '../../mentoring/people/person.ts';
import { CalendarUnavailable } from '../../ports/calendar.ts';
import { type ActingFor, SignInRequired } from '../../ports/sign-in.ts';
import { type GraphAnswer, graphAnswer, retryAfterMs } from './graph-answer.ts';
import { attempts, bearer, type Course } from './graph-attempts.ts';
import { type GraphLimits, graphLimits } from './graph-limits.ts';

export type GraphCall = {
  /** What is done, in words for errors: never an address or an id. */
  readonly does: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the version, with its query. */
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose limits it counts against: the asking person's mailbox or their tenant's directory. */
  readonly of: 'mailbox' | 'directory';
  /** A write's effect is unknown when its answer is lost. */
  readonly writes?: boolean;
  /** May be sent again although the last one may have arrived: reads, and writes that carry their own id. */
  readonly repeatable: boolean;
  /** The whole call, waiting and repeating included. */
  readonly budgetMs?: number;
};

export type GraphClient = {
  /** Any answer below 500 but 401 and 429. Throws SignInRequired or CalendarUnavailable otherwise. */
  call(as: ActingFor, asked: GraphCall): Promise<GraphAnswer>;
  /** The part below the version of a link that Graph gave. Throws where it leads elsewhere. */
  pathOf(link: string): string;
};

export type GraphConfig = {
  /** Without the version: `https://graph.microsoft.com`. */
  readonly baseUrl: string;
  /** Lets the base URL be plain http on loopback. */
  readonly localMode: boolean;
  readonly limits?: GraphLimits;
  readonly attemptMs?: number;
};

/** A bot turn is over after 15 seconds, and more than one call may be in it. */
export const callBudgetMs = 7_500;
const version = 'v1.0';
const prefer = 'outlook.timezone="GMT Standard Time", IdType="ImmutableId"';

/** Throws a RangeError for a base URL over which tokens must not go. */
export function graphClient(config: GraphConfig): GraphClient {
  const base = safeBase(config);
  const limits = config.limits ?? graphLimits();

  async function call(as: ActingFor, asked: GraphCall): Promise<GraphAnswer> {
    const ends = performance.now() + (asked.budgetMs ?? callBudgetMs);
    const token = await as.graphToken();
    const key = asked.of === 'mailbox' ? personKey(as.person) : `${as.person.tenantId}/directory`;
    const course: Course = { key, timeLeft: () => ends - performance.now(), repeatable: asked.repeatable };
    const leave =
      asked.of === 'mailbox'
        ? await limits.enterMailbox(key, asked.writes ?? false, course.timeLeft())
        : () => {};
    if (!leave) throw unavailable(asked, course, 'no place was free in time');
    try {
      const response = await send(asked, course, token);
      const answer = await graphAnswer(response);
      if (answer.status === 401) throw new SignInRequired(as.person);
      if (answer.status < 500 && answer.status !== 429) return answer;
      course.retryAfterMs = retryAfterMs(response.headers.get('retry-after'));
      throw unavailable(asked, course, `the answer was ${answer.status}`, answer);
    } catch (cause) {
      if (cause instanceof SignInRequired || cause instanceof CalendarUnavailable) throw cause;
      throw unavailable(asked, course, course.ended ?? 'the connection was lost');
    } finally {
      leave();
    }
  }

  async function send(asked: GraphCall, course: Course, token: string): Promise<Response> {
    const middleware: Middleware[] = [
      bearer(token),
      new RetryHandler(retryOptions(course)),
      attempts(course, limits, config.attemptMs ?? 4_000),
      new HTTPMessageHandler(),
    ];
    const request = Client.initWithMiddleware({ baseUrl: base.origin, defaultVersion: version, middleware })
      .api(asked.path)
      .headers({ Prefer: prefer, 'client-request-id': randomUUID(), ...asked.headers })
      .responseType(ResponseType.RAW);
    if (asked.method === 'GET') return request.get();
    return asked.method === 'POST' ? request.post(asked.body ?? {}) : request.patch(asked.body ?? {});
  }

  return {
    call,
    pathOf(link) {
      const url = new URL(link);
      if (url.origin !== base.origin || !url.pathname.startsWith(`/${version}/`))
        throw new CalendarUnavailable('Graph gave a link that leads elsewhere', {});
      return url.pathname.slice(version.length + 1) + url.search;
    },
  };
}

function safeBase({ baseUrl, localMode }: GraphConfig): URL {
  const url = new URL(baseUrl);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (localMode && isLoopback && url.protocol === 'http:')) return url;
  throw new RangeError('The address of Microsoft Graph must be https');
}

/** The library waits as long as it is told, up to three minutes; here only as long as the call has time. */
function retryOptions(course: Course): RetryHandlerOptions {
  const firstDelaySeconds = 0.3;
  return new RetryHandlerOptions(firstDelaySeconds, 3, (delay, attempt, _request, _options, response) => {
    if (!course.repeatable && response.status !== 429) return false;
    const backOffSeconds = (attempt === 0 ? 0 : Math.round((2 ** (attempt + 1) - 1) / 2)) + delay + 1;
    const waitMs = retryAfterMs(response.headers.get('retry-after')) ?? backOffSeconds * 1000;
    return waitMs + 500 < course.timeLeft();
  });
}

function unavailable(
  asked: GraphCall,
  course: Course,
  why: string,
  answer?: GraphAnswer,
): CalendarUnavailable {
  const wait = course.retryAfterMs;
  const wasRefused = answer !== undefined && answer.status < 500;
  return new CalendarUnavailable(
    `Graph could not ${asked.does}: ${why}${answer?.code ? ` (${answer.code})` : ''}`,
    {
      ...(wait !== undefined && { retryAfterMs: Math.ceil(wait) }),
      effectUnknown: asked.writes === true && course.wasSent === true && !wasRefused,
    },
    answer === undefined && course.broke !== undefined ? { cause: course.broke } : undefined,
  );
}
