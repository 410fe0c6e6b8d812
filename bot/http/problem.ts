import type { RefusalCode } from '../mentoring/refusal.ts';
import type { ProblemView } from './contract.ts';
import { refusalToStatus } from './refusal-to-status.ts';

type DoorCode = Exclude<ProblemView['problem'], RefusalCode>;

const doorProblems: Record<DoorCode, { readonly status: number; readonly say: string }> = {
  'not signed in': { status: 401, say: 'Your sign-in has run out. Open this tab again.' },
  'sign-in needed': { status: 403, say: 'Sign in so that we can reach your Outlook calendar.' },
  'calendar unavailable': {
    status: 503,
    say: 'Outlook is not answering, so nothing has changed for certain. Try again in a minute.',
  },
  'not understood': { status: 400, say: 'We could not read what was sent. Open this tab again.' },
  'too large': { status: 413, say: 'What was sent is too large.' },
  'wrong method': { status: 405, say: 'That cannot be done here.' },
  'wrong media type': { status: 415, say: 'Only JSON without compression is read here.' },
  'not from here': { status: 403, say: 'This address answers only its own pages.' },
  broken: { status: 500, say: 'Something went wrong on our side. Try again in a minute.' },
  'no If-Match': { status: 428, say: 'It was not said which state is to be changed. Open this tab again.' },
};

/** Thrown by a handler to end a request; the server words it. */
export class Problem extends Error {
  readonly status: number;
  readonly view: ProblemView;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: ProblemView['problem'],
    details: { readonly say?: string; readonly headers?: Readonly<Record<string, string>> } = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    const known = isDoorCode(code) ? doorProblems[code] : refusalToStatus(code);
    this.status = known.status;
    this.view = { problem: code, say: details.say ?? known.say };
    this.headers = details.headers ?? {};
  }
}

function isDoorCode(code: ProblemView['problem']): code is DoorCode {
  return Object.hasOwn(doorProblems, code);
}
