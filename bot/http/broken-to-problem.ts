import { CalendarUnavailable } from '../ports/calendar.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import { Problem } from './problem.ts';

/** Whatever was thrown while a request was answered, as what the asker is told. Says nothing of what broke. */
export function brokenToProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const cause = { cause: error };
  if (error instanceof SignInRequired) return new Problem('sign-in needed', {}, cause);
  if (error instanceof CalendarUnavailable) {
    const seconds = Math.max(1, Math.ceil((error.retryAfterMs ?? 30_000) / 1000));
    return new Problem('calendar unavailable', { headers: { 'Retry-After': String(seconds) } }, cause);
  }
  switch (restifyStatus(error)) {
    case 400:
      return new Problem('not understood', {}, cause);
    case 404:
      return new Problem('not found', {}, cause);
    case 405:
      return new Problem('wrong method', {}, cause);
    case 413:
      return new Problem('too large', { headers: { Connection: 'close' } }, cause);
    case 415:
      return new Problem('wrong media type', {}, cause);
    default:
      return new Problem('broken', {}, cause);
  }
}

function restifyStatus(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
}
