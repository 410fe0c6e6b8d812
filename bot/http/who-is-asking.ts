import type { PersonId } from '../mentoring/people/person.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import { Problem } from './problem.ts';

export type Asker = { readonly person: PersonId; readonly name: string; readonly actingFor: ActingFor };

/** 404 for a tenant that this product does not serve. `why` is for the log: an id or a code, nothing of the token. */
export type TokenRefused = { readonly status: 401 | 404; readonly why: string };

/** Takes the whole Authorization header. */
export type ValidateTabToken = (authorization: string | undefined) => Promise<Asker | TokenRefused>;

export async function whoIsAsking(
  validate: ValidateTabToken,
  authorization: string | undefined,
): Promise<Asker> {
  const answer = await validate(authorization);
  if (!('status' in answer)) return answer;
  const cause = { cause: new Error(`Token refused: ${answer.why}`) };
  if (answer.status === 404) throw new Problem('not found', {}, cause);
  throw new Problem('not signed in', { headers: { 'WWW-Authenticate': 'Bearer' } }, cause);
}
