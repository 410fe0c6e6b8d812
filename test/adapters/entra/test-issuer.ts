import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';

export const tenant = '0f2b8a5e-8a53-4c1e-9a70-5d1f6f1d0a01';
export const tabClientId = '7c9a1f34-0000-4000-8000-000000000002';
export const sam = { tenantId: tenant, objectId: '5b1d2c3e-0000-4000-8000-000000000009' };

export type TestIssuer = {
  readonly url: string;
  readonly issuer: string;
  readonly keysUrl: string;
  readonly publicPem: string;
  /** Good but for what is changed; undefined takes a claim away. */
  sign(
    claims?: Readonly<Record<string, unknown>>,
    header?: Partial<JWTHeaderParameters>,
    key?: CryptoKey,
  ): Promise<string>;
  /** From now on the keys answer with this status. */
  answerKeysWith(status: number): void;
  close(): void;
};

/** Entra's keys with a key pair of the test's own. */
export async function testIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig' };
  let status = 200;
  const server = createServer((request, response) => {
    const known = request.url === `/${tenant}/keys`;
    response.writeHead(known ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { keys: [jwk] } : {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const url = `http://127.0.0.1:${address.port}`;
  const issuer = `${url}/{tenantId}/v2.0`;
  return {
    url,
    issuer,
    keysUrl: `${url}/{tenantId}/keys`,
    publicPem: JSON.stringify(jwk),
    sign(claims = {}, header = {}, key = privateKey) {
      const now = Math.floor(Date.now() / 1000);
      const good = {
        iss: issuer.replace('{tenantId}', tenant),
        aud: tabClientId,
        azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
        scp: 'access_as_user',
        ver: '2.0',
        tid: tenant,
        oid: sam.objectId,
        name: 'Sam Okoro',
        iat: now,
        nbf: now,
        exp: now + 3600,
      };
      const all = Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined);
      return new SignJWT(Object.fromEntries(all))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header })
        .sign(key);
    },
    answerKeysWith(next) {
      status = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
