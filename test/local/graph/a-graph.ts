import type { VerifiedToken } from '../../../infra/local/graph/caller.ts';
import { type GraphOptions, type RunningGraph, startGraph } from '../../../infra/local/graph/start-graph.ts';
import { localPeople } from '../../../infra/local/people/staff.ts';

/** The day around which the calendars of these tests are laid: a Sunday, before winter time ends. */
export const testDay = Date.parse('2026-11-22T09:00:00Z');

export const everyScope = ['User.Read', 'User.Read.All', 'Calendars.ReadWrite', 'MailboxSettings.Read'];

type Asked = { readonly status: number; readonly body: Json; readonly headers: Headers };

/** Enough of JSON to walk through answers with. */
export type Json = { readonly [key: string]: Json } & readonly Json[] & { toString(): string };

export type Asking = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Asked>;

export type TestGraph = RunningGraph & {
  /** Asks under /v1.0 as that person. */
  as(email: string, token?: Partial<VerifiedToken>): Asking;
  /** Asks a `local` route. */
  readonly local: Asking;
};

/** A local Graph on a free port, whose tokens are the claims themselves. */
export async function aGraph(options: Partial<GraphOptions> = {}): Promise<TestGraph> {
  const graph = await startGraph({
    port: 0,
    people: localPeople(testDay),
    verifyToken: async token => readToken(token),
    ...options,
  });
  return {
    ...graph,
    as: (email, token = {}) => {
      const person = graph.people().find(one => one.email === email);
      const claims: VerifiedToken = {
        tenantId: person?.tenantId ?? 'nobody',
        objectId: person?.id ?? 'nobody',
        audience: 'https://graph.microsoft.com',
        scopes: everyScope,
        ...token,
      };
      return asking(`${graph.url}/v1.0`, { authorization: bearer(claims) });
    },
    local: asking(graph.url, {}),
  };
}

export function bearer(claims: VerifiedToken): string {
  return `Bearer ${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
}

function readToken(token: string): VerifiedToken | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

export function asking(base: string, always: Readonly<Record<string, string>>): Asking {
  return async (method, path, body, headers = {}) => {
    const url = path.startsWith('http') ? path : `${base}${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        ...always,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
  };
}

export const london = { Prefer: 'outlook.timezone="GMT Standard Time", IdType="ImmutableId"' };

/** What the product posts to book a meeting, on Thursday 3 December 2026 unless told. */
export function aMeeting(change: Readonly<Record<string, unknown>> = {}) {
  return {
    subject: 'Meeting: Sam Okoro and Priya Varghese',
    body: { contentType: 'html', content: '<a href="https://mentoring.example.nhs.uk/">Open</a>' },
    start: { dateTime: '2026-12-03T10:00:00', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2026-12-03T10:30:00', timeZone: 'GMT Standard Time' },
    attendees: [{ emailAddress: { address: priya, name: 'Priya Varghese' }, type: 'required' }],
    sensitivity: 'private',
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    ...change,
  };
}

export const sam = 'sam.okoro@example.nhs.uk';
export const priya = 'priya.varghese@example.nhs.uk';

/** Everything in somebody's calendar on that December Thursday, or between two other times. */
export async function viewOf(ask: Asking, from = '2026-12-03T00:00:00Z', to = '2026-12-04T00:00:00Z') {
  const answer = await ask(
    'GET',
    `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$top=100`,
    undefined,
    london,
  );
  return [...(answer.body.value ?? [])];
}
