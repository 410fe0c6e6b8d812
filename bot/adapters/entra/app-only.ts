import type { PersonId } from '../../mentoring/people/person.ts';
import type { ActingFor } from '../../ports/sign-in.ts';
import { type EntraClientSettings, entraClient } from './entra-client.ts';
import { entraUrl } from './network-to.ts';

/** The app itself in the tenant of a person, by the permissions that were granted to it there. */
export function appOnly(settings: EntraClientSettings): (person: PersonId) => ActingFor {
  const client = entraClient(settings);
  return person => ({
    person,
    async graphToken() {
      const result = await client.acquireTokenByClientCredential({
        authority: `${entraUrl}/${person.tenantId}`,
        scopes: ['https://graph.microsoft.com/.default'],
      });
      if (!result) throw new Error('No Graph token could be had for the app');
      return result.accessToken;
    },
  });
}
