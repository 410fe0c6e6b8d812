import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type TabTokens, tabTokens } from '../../../bot/adapters/entra/tab-token.ts';
import { sam, type TestIssuer, tabClientId, tenant, testIssuer } from './test-issuer.ts';

const elsewhere = '0f2b8a5e-8a53-4c1e-9a70-5d1f6f1d0aff';
const seconds = () => Math.floor(Date.now() / 1000);

describe('a token from the tab', () => {
  let entra: TestIssuer;
  let tokens: TabTokens;

  before(async () => {
    entra = await testIssuer();
    tokens = tokensOf(entra);
  });
  after(() => entra.close());

  const validate = async (token: string | Promise<string>) => tokens.validate(`Bearer ${await token}`);
  const refusal = async (token: string | Promise<string>) => {
    const answer = await validate(token);
    return 'status' in answer ? `${answer.status} ${answer.why}` : 'taken';
  };

  it('says who is asking, by tenant and object id', async () => {
    const token = await entra.sign({ scp: 'profile access_as_user', upn: 'someone.else@example.com' });
    const answer = await validate(token);
    assert.ok(!('status' in answer));
    assert.deepEqual(answer.person, sam);
    assert.equal(answer.name, 'Sam Okoro');
    assert.deepEqual(answer.actingFor.person, sam);
    assert.equal(await answer.actingFor.graphToken(), `Graph token of ${sam.objectId} for ${token}`);
  });

  it('is taken from Teams in a browser too', async () => {
    assert.equal(await refusal(entra.sign({ azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' })), 'taken');
  });

  it('is taken while two clocks differ by less than a minute', async () => {
    assert.equal(await refusal(entra.sign({ exp: seconds() - 30 })), 'taken');
    assert.equal(await refusal(entra.sign({ nbf: seconds() + 30, iat: seconds() + 30 })), 'taken');
  });

  const bad: [string, (issuer: TestIssuer) => Promise<string>, string][] = [
    ['has run out', e => e.sign({ exp: seconds() - 3600 }), '401 ERR_JWT_EXPIRED'],
    ['is not yet valid', e => e.sign({ nbf: seconds() + 600 }), '401 ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['never runs out', e => e.sign({ exp: undefined }), '401 ERR_JWT_CLAIM_VALIDATION_FAILED'],
    [
      'is of another issuer',
      e => e.sign({ iss: 'https://example.com' }),
      '401 ERR_JWT_CLAIM_VALIDATION_FAILED',
    ],
    [
      'is of the same issuer for another tenant',
      e => e.sign({ iss: e.issuer.replace('{tenantId}', elsewhere) }),
      '401 ERR_JWT_CLAIM_VALIDATION_FAILED',
    ],
    [
      'is of the first version of Entra’s tokens',
      e => e.sign({ iss: `https://sts.windows.net/${tenant}/`, aud: `api://${tabClientId}`, ver: '1.0' }),
      '401 ERR_JWT_CLAIM_VALIDATION_FAILED',
    ],
    ['says another version', e => e.sign({ ver: '1.0' }), '401 another version'],
    ['is for another audience', e => e.sign({ aud: 'another' }), '401 ERR_JWT_CLAIM_VALIDATION_FAILED'],
    [
      'is for Graph',
      e => e.sign({ aud: 'https://graph.microsoft.com' }),
      '401 ERR_JWT_CLAIM_VALIDATION_FAILED',
    ],
    ['is for no audience', e => e.sign({ aud: undefined }), '401 ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['is of a tenant that is not served', e => e.sign({ tid: elsewhere }), '404 another tenant'],
    ['is of no tenant', e => e.sign({ tid: undefined }), '401 no tenant'],
    ['names a tenant that is none', e => e.sign({ tid: '../common' }), '401 no tenant'],
    ['has another scope', e => e.sign({ scp: 'access_as_user_not' }), '401 another scope'],
    ['has no scope', e => e.sign({ scp: undefined, roles: ['access_as_user'] }), '401 another scope'],
    ['is an app’s own', e => e.sign({ idtyp: 'app' }), '401 an app on its own'],
    ['comes through another client', e => e.sign({ azp: tabClientId }), '401 another client'],
    ['comes through no client', e => e.sign({ azp: undefined }), '401 another client'],
    ['names nobody', e => e.sign({ oid: undefined }), '401 ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['names somebody by address', e => e.sign({ oid: 'sam@example.com' }), '401 no person'],
    ['names a key that is unknown', e => e.sign({}, { kid: 'key-2' }), '401 ERR_JWKS_NO_MATCHING_KEY'],
    ['is signed with the public key as a secret', hs256, '401 ERR_JOSE_ALG_NOT_ALLOWED'],
    ['brings its own key', ownKey, '401 ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['is signed by another way of the same key', ps256, '401 ERR_JOSE_ALG_NOT_ALLOWED'],
    ['is signed by nobody', unsigned, '401 no token'],
    ['was changed after it was signed', tampered, '401 ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
  ];
  for (const [what, make, expected] of bad) {
    it(`is refused when it ${what}`, async () => {
      assert.equal(await refusal(make(entra)), expected);
    });
  }

  it('is refused when it is not there, or is not one', async () => {
    const good = await entra.sign();
    const headers = [
      undefined,
      '',
      'Bearer',
      `Basic ${good}`,
      good,
      `Bearer ${good} ${good}`,
      'Bearer a.b.c',
    ];
    for (const header of headers) {
      const answer = await tokens.validate(header);
      assert.ok('status' in answer && answer.status === 401, header);
    }
    const long = await tokens.validate(`Bearer ${await entra.sign({ groups: 'g'.repeat(20_000) })}`);
    assert.ok('status' in long && long.why === 'no token');
  });

  it('is neither taken nor refused while the keys cannot be had', async () => {
    const away = await testIssuer();
    const fresh = tokensOf(away);
    away.answerKeysWith(503);
    await assert.rejects(fresh.validate(`Bearer ${await away.sign()}`), /The sign-in keys cannot be fetched/);
    await assert.rejects(fresh.keysAtHand());
    away.answerKeysWith(200);
    assert.equal(await fresh.keysAtHand(), true);
    away.close();
    const answer = await fresh.validate(`Bearer ${await away.sign()}`);
    assert.ok(!('status' in answer));
  });
});

function tokensOf(entra: TestIssuer): TabTokens {
  return tabTokens({
    clientId: tabClientId,
    tenants: [tenant],
    issuer: entra.issuer,
    keysUrl: entra.keysUrl,
    onBehalfOf: async (person, token) => `Graph token of ${person.objectId} for ${token}`,
  });
}

async function claimsOf(entra: TestIssuer): Promise<Record<string, unknown>> {
  const [, payload = ''] = (await entra.sign()).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

async function hs256(entra: TestIssuer): Promise<string> {
  const secret = new TextEncoder().encode(entra.publicPem);
  return new SignJWT(await claimsOf(entra)).setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).sign(secret);
}

async function ownKey(entra: TestIssuer): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return entra.sign({}, { jwk, jku: `${entra.url}/mine`, x5u: `${entra.url}/mine` }, privateKey);
}

async function ps256(entra: TestIssuer): Promise<string> {
  const { privateKey } = await generateKeyPair('PS256');
  return new SignJWT(await claimsOf(entra))
    .setProtectedHeader({ alg: 'PS256', kid: 'key-1' })
    .sign(privateKey);
}

async function unsigned(entra: TestIssuer): Promise<string> {
  const [, payload] = (await entra.sign()).split('.');
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
}

async function tampered(entra: TestIssuer): Promise<string> {
  const [header, , signature] = (await entra.sign()).split('.');
  const claims = JSON.stringify({ ...(await claimsOf(entra)), oid: '5b1d2c3e-0000-4000-8000-00000000000a' });
  return `${header}.${Buffer.from(claims).toString('base64url')}.${signature}`;
}
