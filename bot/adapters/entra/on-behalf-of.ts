import { AuthError, InteractionRequiredAuthError } from '@azure/msal-node';
import type { PersonId } from '../../mentoring/people/person.ts';
import { SignInRequired } from '../../ports/sign-in.ts';
import { type EntraClientSettings, entraClient } from './entra-client.ts';
import { entraUrl } from './network-to.ts';

export type OnBehalfOfSettings = EntraClientSettings;

/** Trades a validated tab token for a Graph token. Throws SignInRequired when the person has to consent or be challenged. */
export type OnBehalfOf = (person: PersonId, tabToken: string) => Promise<string>;

const scopes = ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/Calendars.ReadWrite'];

/** The library keeps every token it has got; a new one each hour forgets those that have run out. */
const lifeMs = 60 * 60_000;

export function onBehalfOf(settings: OnBehalfOfSettings): OnBehalfOf {
  const client = freshEvery(lifeMs, () => entraClient(settings));
  return async (person, tabToken) => {
    try {
      const result = await client().acquireTokenOnBehalfOf({
        authority: `${entraUrl}/${person.tenantId}`,
        oboAssertion: tabToken,
        scopes,
      });
      if (result) return result.accessToken;
    } catch (cause) {
      if (needsThePerson(cause)) throw new SignInRequired(person, { cause, ...claimsIn(cause) });
      throw new Error('No Graph token could be had on behalf of a person', { cause });
    }
    throw new Error('No Graph token could be had on behalf of a person');
  };
}

function freshEvery<T>(ms: number, make: () => T): () => T {
  let made = make();
  let madeAt = Date.now();
  return () => {
    if (Date.now() - madeAt > ms) {
      made = make();
      madeAt = Date.now();
    }
    return made;
  };
}

function needsThePerson(error: unknown): error is AuthError {
  return (
    error instanceof InteractionRequiredAuthError ||
    (error instanceof AuthError && error.errorCode === 'invalid_grant')
  );
}

function claimsIn(error: AuthError): { claims?: string } {
  return error instanceof InteractionRequiredAuthError && error.claims ? { claims: error.claims } : {};
}
