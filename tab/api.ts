import type {
  AfterAnswer,
  HomeView,
  MeetingView,
  PastView,
  ProblemView,
  TimesView,
} from '../bot/http/contract.ts';
import type { ProfileView, SearchRequest, SearchView } from '../bot/http/search-shapes.ts';

export type Decided = 'accept' | 'cancel' | 'not now';

export type Api = {
  home(): Promise<HomeView>;
  /** `page` counts from 1, which home already holds. */
  past(page: number): Promise<PastView>;
  /** The same `opId` again never acts twice. */
  decide(what: Decided, meeting: MeetingView, opId: string): Promise<MeetingView>;
  /** Whether to go on after a meeting; the other does not see it. */
  answer(meeting: MeetingView, answer: AfterAnswer): Promise<MeetingView>;
  search(request: SearchRequest): Promise<SearchView>;
  mentor(id: string): Promise<ProfileView>;
  /** The bot writes to the person when they and this mentor could meet, first on the days of these criteria. */
  timesInChat(mentorId: string, criteria: readonly string[]): Promise<TimesView>;
  /** The pair's contract, or what `path` does with it. `ifMatch`: the state that a change is meant for. */
  contract<T>(pairId: string, path?: string, body?: object, ifMatch?: string): Promise<T>;
  contractPdf(pairId: string): Promise<TabFile>;
  /** The same for a session of a pair that goes on. */
  sessionTimesInChat(pairId: string): Promise<TimesView>;
};

/** A file to be kept. */
export type TabFile = { readonly name: string; readonly blob: Blob };

/** The server said no, or that it is broken: `say` is its sentence. */
export class ApiProblem extends Error {
  readonly problem: ProblemView['problem'];
  readonly say: string;
  constructor({ problem, say }: ProblemView) {
    super(problem);
    this.problem = problem;
    this.say = say;
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {}

const patienceMs = 20_000;
const verbs: Record<Decided, string> = { accept: 'accept', cancel: 'cancel', 'not now': 'not-now' };

export function api(getToken: () => Promise<string>): Api {
  async function ask<T>(path: string, body?: object, ifMatch?: string): Promise<T> {
    let response = await send(path, await getToken(), body, ifMatch);
    if (response.status === 401) response = await send(path, await getToken(), body, ifMatch);
    if (response.ok) return read(response);
    throw new ApiProblem(await problemOf(response));
  }
  async function file(path: string): Promise<TabFile> {
    let response = await send(path, await getToken(), undefined);
    if (response.status === 401) response = await send(path, await getToken(), undefined);
    if (!response.ok) throw new ApiProblem(await problemOf(response));
    return readFile(response);
  }
  return {
    home: () => ask('/api/me/mentoring'),
    past: page => ask(`/api/me/past-meetings/${page}`),
    decide: (what, { pairId, id }, opId) => ask(`/api/meetings/${pairId}/${id}/${verbs[what]}`, { opId }),
    answer: ({ pairId, id }, answer) => ask(`/api/meetings/${pairId}/${id}/answer`, answer),
    search: request => ask('/api/search', request),
    mentor: id => ask(`/api/mentors/${id}`),
    timesInChat: (id, criteria) => ask(`/api/mentors/${id}/times-in-chat`, { criteria }),
    contract: <T>(pairId: string, path = '', body?: object, ifMatch?: string) =>
      ask<T>(`/api/contracts/${pairId}${path}`, body, ifMatch),
    contractPdf: pairId => file(`/api/contracts/${pairId}/contract.pdf`),
    sessionTimesInChat: pairId => ask(`/api/pairs/${pairId}/session-times-in-chat`, {}),
  };
}

async function send(path: string, token: string, body?: object, ifMatch?: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  const signal = AbortSignal.timeout(patienceMs);
  try {
    if (!body) return await fetch(path, { headers, signal });
    return await fetch(path, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
      },
      body: JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    throw new Unreachable('The server could not be reached', { cause });
  }
}

async function read<T>(response: Response): Promise<T> {
  try {
    return await response.json();
  } catch (cause) {
    throw new Unreachable('The answer broke off', { cause });
  }
}

async function readFile(response: Response): Promise<TabFile> {
  const [, name = 'mentoring-contract.pdf'] =
    /filename="([\w.-]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  try {
    return { name, blob: await response.blob() };
  } catch (cause) {
    throw new Unreachable('The answer broke off', { cause });
  }
}

async function problemOf(response: Response): Promise<ProblemView> {
  try {
    const body: unknown = await response.json();
    if (isProblem(body)) return body;
  } catch {
    // An answer from something between us and the server, such as a gateway.
  }
  return { problem: 'broken', say: 'Something went wrong on our side. Try again in a minute.' };
}

function isProblem(body: unknown): body is ProblemView {
  return typeof body === 'object' && body !== null && 'problem' in body && 'say' in body;
}
