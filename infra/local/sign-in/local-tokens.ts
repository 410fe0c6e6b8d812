import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { PersonWhoSignsIn } from './person-who-signs-in.ts';
import type { SigningKey } from './signing-key.ts';

export const graphAudience = 'https://graph.microsoft.com';

/** Teams in a browser: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-code */
const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

const hour = 60 * 60;

/** What a Graph token says of whom it stands for. */
export type GraphCaller = {
  readonly tenantId: string;
  readonly objectId: string;
  readonly audience: string;
  readonly scopes: readonly string[];
};

export type SignedToken = { readonly token: string; readonly expiresAt: Date };

export type LocalTokens = {
  /** Who somebody is, as Teams gives it to a tab or a bot. Good for an hour of the real clock. */
  tabToken(person: PersonWhoSignsIn): Promise<SignedToken>;
  graphToken(person: PersonWhoSignsIn): Promise<SignedToken>;
  /** The object id in a tab token, or why it is none. */
  readTabToken(token: string): Promise<{ readonly objectId: string } | { readonly why: string }>;
  /** Undefined: not one of ours, for something else, or run out. */
  verifyGraphToken(token: string): Promise<GraphCaller | undefined>;
};

export type TokenSettings = {
  readonly key: SigningKey;
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly tabClientId: string;
  /** Tenants whose administrator lets the app read the directory. */
  readonly directoryTenants: readonly string[];
};

export const issuerOf = (url: string, tenantId: string): string => `${url}/${tenantId}/v2.0`;

export function localTokens({ key, url, tabClientId, directoryTenants }: TokenSettings): LocalTokens {
  const sign = async (person: PersonWhoSignsIn, claims: JWTPayload): Promise<SignedToken> => {
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({ tid: person.tenantId, oid: person.id, sub: person.id, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .setIssuer(issuerOf(url, person.tenantId))
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + hour)
      .sign(key.privateKey);
    return { token, expiresAt: new Date((now + hour) * 1000) };
  };
  const read = async (token: string, audience: string): Promise<JWTPayload | string> => {
    try {
      const { payload } = await jwtVerify(token, key.publicKey, { algorithms: ['RS256'], audience });
      if (payload.iss === issuerOf(url, String(payload.tid))) return payload;
      return 'it has another issuer';
    } catch (error) {
      if (error instanceof errors.JOSEError) return error.code;
      throw error;
    }
  };
  return {
    tabToken: person =>
      sign(person, {
        aud: tabClientId,
        azp: teamsWebClient,
        azpacr: '0',
        scp: 'access_as_user',
        ver: '2.0',
        name: person.name,
        preferred_username: person.email,
      }),
    graphToken: person =>
      sign(person, {
        aud: graphAudience,
        appid: tabClientId,
        scp: scopesFor(person, directoryTenants),
        ver: '1.0',
      }),
    async readTabToken(token) {
      const payload = await read(token, tabClientId);
      if (typeof payload === 'string') return { why: payload };
      if (payload.scp !== 'access_as_user') return { why: 'it is no token of the tab' };
      return { objectId: String(payload.oid) };
    },
    async verifyGraphToken(token) {
      const payload = await read(token, graphAudience);
      if (typeof payload === 'string') return undefined;
      const { tid, oid, scp } = payload;
      return {
        tenantId: String(tid),
        objectId: String(oid),
        audience: graphAudience,
        scopes: String(scp).split(' '),
      };
    },
  };
}

function scopesFor(person: PersonWhoSignsIn, directoryTenants: readonly string[]): string {
  const least = 'User.Read Calendars.ReadWrite';
  return directoryTenants.includes(person.tenantId) ? `${least} User.ReadBasic.All User.Read.All` : least;
}
