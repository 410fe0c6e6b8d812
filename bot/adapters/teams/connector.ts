import type { Activity } from 'botbuilder';
import { AppCredentials, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';

/** Where in Teams something is said. */
export type Place = { readonly serviceUrl: string; readonly conversationId: string };

/**
 * What is known of a message after it was handed over. `not sent`: it certainly was not, and may be handed over again after
 * that time. `unclear`: it left, and nobody can say whether it arrived. `blocked`: they have blocked the bot or removed the
 * app. `gone`: Teams knows no such conversation or message.
 */
export type Handed =
  | { readonly outcome: 'done'; readonly messageId: string }
  | { readonly outcome: 'not sent'; readonly afterMs: number }
  | { readonly outcome: 'blocked' | 'gone' | 'unclear' };

/**
 * Hands one activity to Teams, once: nothing is tried again in here, as a POST whose answer was lost may have arrived.
 * Throws when nothing was sent and trying again is no help: no token, or an activity that Teams does not take.
 */
export type Connector = {
  send(place: Place, activity: Partial<Activity>, replyToId?: string): Promise<Handed>;
  /** Replaces a message; the same content twice does no harm. */
  update(place: Place, messageId: string, activity: Partial<Activity>): Promise<Handed>;
};

export type ConnectorSettings = {
  readonly authentication: BotFrameworkAuthentication;
  /** Empty where nobody signs. */
  readonly appId: string;
  readonly fetch?: typeof fetch;
};

const longestAnswerMs = 12_000;
const pauseMs = 1000;

export function teamsConnector({ authentication, appId, fetch: ask = fetch }: ConnectorSettings): Connector {
  const identity = new ClaimsIdentity([
    { type: 'aud', value: appId },
    { type: 'appid', value: appId },
  ]);

  async function token(serviceUrl: string, isRefused: boolean): Promise<string | undefined> {
    if (appId === '') return undefined;
    const { credentials } = await authentication.createConnectorFactory(identity).create(serviceUrl);
    return credentials instanceof AppCredentials ? credentials.getToken(isRefused) : undefined;
  }

  async function hand(
    { serviceUrl, conversationId }: Place,
    method: 'POST' | 'PUT',
    path: string,
    activity: Partial<Activity>,
  ): Promise<Response | Unanswered> {
    const base = serviceUrl.replace(/\/+$/, '');
    const url = `${base}/v3/conversations/${encodeURIComponent(conversationId)}/activities${path}`;
    const once = async (bearer: string | undefined) =>
      ask(url, {
        method,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-ms-conversation-id': conversationId,
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(longestAnswerMs),
      }).catch(unanswered);
    const answer = await once(await token(serviceUrl, false));
    const isRefused = answer instanceof Response && answer.status === 401 && appId !== '';
    return isRefused ? once(await token(serviceUrl, true)) : answer;
  }

  return {
    send: (place, activity, replyToId) =>
      hand(place, 'POST', replyToId === undefined ? '' : `/${encodeURIComponent(replyToId)}`, activity).then(
        answer => handed(answer, ''),
      ),
    update: (place, messageId, activity) =>
      hand(place, 'PUT', `/${encodeURIComponent(messageId)}`, { ...activity, id: messageId }).then(answer =>
        handed(answer, messageId),
      ),
  };
}

async function handed(answer: Response | Unanswered, messageId: string): Promise<Handed> {
  if (!(answer instanceof Response)) return answer;
  const { ok, status } = answer;
  const body: unknown = await answer.json().catch(() => undefined);
  if (ok) return { outcome: 'done', messageId: idIn(body) ?? messageId };
  if (status === 429 || status === 412) return { outcome: 'not sent', afterMs: retryAfterMs(answer) };
  if (status === 403) return { outcome: 'blocked' };
  if (status === 404) return { outcome: 'gone' };
  if (status === 408 || status >= 500) return { outcome: 'unclear' };
  throw new Error(`Teams refused a message with ${status}`);
}

function idIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('id' in body)) return undefined;
  return typeof body.id === 'string' && body.id !== '' ? body.id : undefined;
}

/** Seconds or a date: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Retry-After */
function retryAfterMs(answer: Response): number {
  const said = answer.headers.get('retry-after');
  if (said === null) return pauseMs;
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(ms, 0) : pauseMs;
}

const beforeAnythingWasSent: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

type Unanswered = Extract<Handed, { readonly outcome: 'not sent' | 'unclear' | 'blocked' | 'gone' }>;

function unanswered(problem: unknown): Unanswered {
  const cause = problem instanceof Error ? problem.cause : undefined;
  const isUnsent = cause instanceof Error && 'code' in cause && beforeAnythingWasSent.has(cause.code);
  return isUnsent ? { outcome: 'not sent', afterMs: pauseMs } : { outcome: 'unclear' };
}
