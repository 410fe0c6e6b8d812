import { ApiProblem, Unreachable } from './api.ts';

/** Why something did not work, in words, and what helps. */
export type Trouble = {
  readonly what: string;
  readonly doNow: string;
  readonly helps: 'try again' | 'sign in' | 'nothing';
};

/** `isOnline` is what the browser believes. */
export function troubleOf(error: unknown, isOnline: boolean): Trouble {
  if (error instanceof ApiProblem) return said(error);
  if (!isOnline) return offline;
  if (error instanceof Unreachable) {
    return {
      what: 'We could not reach mentoring.',
      doNow: 'Check your connection, then try again.',
      helps: 'try again',
    };
  }
  return {
    what: 'Teams could not sign you in.',
    doNow: 'Try again. If that does not help, sign out of Teams and in again.',
    helps: 'try again',
  };
}

export const offline: Trouble = {
  what: 'You are offline.',
  doNow: 'What you see may be out of date. We load it again when you are back.',
  helps: 'try again',
};

function said({ problem, say }: ApiProblem): Trouble {
  switch (problem) {
    case 'sign-in needed':
      return { what: say, doNow: '', helps: 'sign in' };
    case 'not signed in':
    case 'broken':
    case 'calendar unavailable':
      return { what: say, doNow: '', helps: 'try again' };
    default:
      return { what: say, doNow: '', helps: 'nothing' };
  }
}
