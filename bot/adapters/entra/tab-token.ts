import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { PersonId } from '../../mentoring/people/person.ts';
import type { ActingFor } from '../../ports/sign-in.ts';
import type { OnBehalfOf } from './on-behalf-of.ts';

/** `issuer` and `keysUrl` hold {tenantId} where the person's tenant goes. */
export type TabTokenSettings = {
  readonly clientId: string;
  /** Lower case. */
  readonly tenants: readonly string[];
  readonly issuer: string;
  readonly keysUrl: string;
  readonly onBehalfOf: OnBehalfOf;
};

/** `name` is for greeting its owner, never for telling people apart. */
export type TokenHolder = { readonly person: PersonId; readonly name: string; readonly actingFor: ActingFor };

/** 404 to people of a tenant that is not served. `why` holds nothing of the token. */
export type TokenRefused = { readonly status: 401 | 404; readonly why: string };

export type TabTokens = {
  /** Takes the whole Authorization header. Throws when the keys cannot be fetched. */
  validate(authorization: string | undefined): Promise<TokenHolder | TokenRefused>;
  /** Whether tokens can be checked now. Throws when the keys cannot be fetched. */
  keysAtHand(): Promise<boolean>;
};

/** Teams: desktop and mobile, browser. https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-code */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Everything else that the verification throws is about the keys, not the token. */
const faultsOfTheToken: readonly string[] = [
  errors.JWTClaimValidationFailed.code,
  errors.JWTExpired.code,
  errors.JWTInvalid.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
];

/** Checks what Teams says of who is at a tab, as https://learn.microsoft.com/entra/identity-platform/claims-validation asks. */
export function tabTokens(settings: TabTokenSettings): TabTokens {
  const forTenant = (template: string, tenantId: string) => template.replace('{tenantId}', tenantId);
  const keysOf = new Map(
    settings.tenants.map(tenantId => {
      const url = new URL(forTenant(settings.keysUrl, tenantId));
      return [tenantId, createRemoteJWKSet(url)];
    }),
  );
  return {
    async validate(authorization) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined || token.length > 16_000) return refused('no token');
      const tenantId = tenantIn(token);
      if (tenantId === undefined) return refused('no tenant');
      const keys = keysOf.get(tenantId);
      if (!keys) return { status: 404, why: 'another tenant' };
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: ['RS256'],
          issuer: forTenant(settings.issuer, tenantId),
          audience: settings.clientId,
          clockTolerance: 60,
          requiredClaims: ['exp', 'iat', 'nbf', 'oid'],
        });
        return unfit(payload) ?? holder(payload, tenantId, token, settings.onBehalfOf);
      } catch (cause) {
        if (cause instanceof errors.JOSEError && faultsOfTheToken.includes(cause.code)) {
          return refused(cause.code);
        }
        throw new Error('The sign-in keys cannot be fetched', { cause });
      }
    },
    async keysAtHand() {
      const [keys] = keysOf.values();
      if (!keys) return false;
      if (!keys.fresh) await keys.reload();
      return keys.fresh;
    },
  };
}

const refused = (why: string): TokenRefused => ({ status: 401, why });

/** Not yet to be trusted: it only says whose keys to ask. */
function tenantIn(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' && guid.test(tid) ? tid : undefined;
  } catch {
    return undefined;
  }
}

function unfit(payload: JWTPayload): TokenRefused | undefined {
  const { ver, scp, azp, oid, idtyp } = payload;
  if (ver !== '2.0') return refused('another version');
  if (idtyp === 'app') return refused('an app on its own');
  if (typeof scp !== 'string' || !scp.split(' ').includes('access_as_user')) return refused('another scope');
  if (typeof azp !== 'string' || !teamsClients.includes(azp)) return refused('another client');
  if (typeof oid !== 'string' || !guid.test(oid)) return refused('no person');
  return undefined;
}

function holder(payload: JWTPayload, tenantId: string, token: string, onBehalfOf: OnBehalfOf): TokenHolder {
  const person = { tenantId, objectId: String(payload.oid) };
  return {
    person,
    name: typeof payload.name === 'string' ? payload.name : '',
    actingFor: { person, graphToken: () => onBehalfOf(person, token) },
  };
}
