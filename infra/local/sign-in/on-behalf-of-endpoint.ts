import type { LocalAnswer, LocalRoute } from './local-route.ts';
import { graphAudience, type LocalTokens } from './local-tokens.ts';
import type { PersonWhoSignsIn } from './person-who-signs-in.ts';
import type { SignInBook } from './sign-in-book.ts';

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Trades a tab token for a Graph token, with the checks and answers of
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export function onBehalfOfEndpoint(parts: {
  readonly tokens: LocalTokens;
  readonly book: SignInBook;
  readonly tabClientId: string;
  readonly person: (objectId: string) => PersonWhoSignsIn | undefined;
}): LocalRoute {
  return async ({ method, url, body }) => {
    const tenantId = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(url.pathname)?.[1];
    if (tenantId === undefined || method !== 'POST') return undefined;
    const form = new URLSearchParams(body);
    const wrong = wrongRequest(form, parts.tabClientId);
    if (wrong) return wrong;
    const assertion = await parts.tokens.readTabToken(form.get('assertion') ?? '');
    if ('why' in assertion)
      return failed('invalid_grant', 50013, `The assertion is not valid: ${assertion.why}`);
    const person = parts.person(assertion.objectId);
    if (person === undefined || person.tenantId !== tenantId) {
      return failed('invalid_grant', 50034, 'The user is not in this directory');
    }
    if (!parts.book.hasConsented(person)) {
      const why = 'The user or administrator has not consented to use the application';
      return failed('invalid_grant', 65001, why, 'consent_required');
    }
    const { token, expiresAt } = await parts.tokens.graphToken(person);
    const seconds = Math.floor((expiresAt.getTime() - Date.now()) / 1000);
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        scope: form.get('scope'),
        expires_in: seconds,
        ext_expires_in: seconds,
        access_token: token,
      },
    };
  };
}

function wrongRequest(form: URLSearchParams, clientId: string): LocalAnswer | undefined {
  if (form.get('grant_type') !== jwtBearer || form.get('requested_token_use') !== 'on_behalf_of') {
    return failed('unsupported_grant_type', 70003, 'Only on-behalf-of is supported');
  }
  if (form.get('client_id') !== clientId) return failed('unauthorized_client', 700016, 'Unknown application');
  if (form.get('client_assertion_type') !== assertionType || !form.get('client_assertion')) {
    return failed('invalid_client', 7000218, 'A client_assertion is required', undefined, 401);
  }
  const scopes = (form.get('scope') ?? '').split(' ');
  if (!scopes.some(scope => scope.startsWith(`${graphAudience}/`))) {
    return failed('invalid_scope', 70011, 'The scope is not one of Graph');
  }
  return undefined;
}

function failed(error: string, code: number, why: string, suberror?: string, status = 400): LocalAnswer {
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${why}.`,
      error_codes: [code],
      timestamp: new Date().toISOString(),
      ...(suberror === undefined ? {} : { suberror }),
    },
  };
}
