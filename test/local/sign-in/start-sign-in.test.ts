import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import type { SignIn } from '../../../infra/local/sign-in/start-sign-in.ts';
import { council, signInFor, somebody, tabClientId, trusts } from './somebody.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const tokenResponse = z.object({ token: z.string(), connectionName: z.string() });

const sam = somebody();
const pat = somebody({ tenantId: council, name: 'Pat Reid' });
const lee = somebody({ consented: false, name: 'Lee Ng' });

describe('the local sign-in', () => {
  let signIn: SignIn;
  before(async () => {
    signIn = await signInFor([sam, pat, lee]);
  });
  after(() => signIn.close());

  it('publishes its keys, by which anybody can check a token', async () => {
    const { token } = await signIn.tokens.tabToken(sam);
    const address = `${signIn.url}/${trusts}/v2.0/.well-known/openid-configuration`;
    const found = discovery.parse(await (await fetch(address)).json());
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(found.jwks_uri)), {
      issuer: found.issuer,
      audience: tabClientId,
      algorithms: ['RS256'],
    });
    assert.equal(payload.oid, sam.id);
  });

  it('describes itself for every tenant at once as Entra does', async () => {
    const document = await fetch(`${signIn.url}/.well-known/openid-configuration`);
    const found = discovery.parse(await document.json());
    assert.equal(found.issuer, `${signIn.url}/{tenantid}/v2.0`);
    const published = z.object({ keys: z.array(z.record(z.string(), z.string())) });
    const { keys } = published.parse(await (await fetch(found.jwks_uri)).json());
    const { token } = await signIn.tokens.tabToken(sam);
    assert.equal(keys[0]?.kid, decodeProtectedHeader(token).kid);
    assert.deepEqual(Object.keys(keys[0] ?? {}).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('gives tab tokens that say who somebody is and reach nothing', async () => {
    const { token, expiresAt } = await signIn.tokens.tabToken(sam);
    const { iat, nbf, exp, ...claims } = decodeJwt(token);
    assert.deepEqual(claims, {
      iss: `${signIn.url}/${trusts}/v2.0`,
      aud: tabClientId,
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      azpacr: '0',
      scp: 'access_as_user',
      ver: '2.0',
      tid: trusts,
      oid: sam.id,
      sub: sam.id,
      name: 'Sam Okoro',
      preferred_username: sam.email,
    });
    assert.equal(Number(exp) - Number(iat), 3600);
    assert.equal(expiresAt.getTime(), Number(exp) * 1000);
    assert.equal(await signIn.tokens.verifyGraphToken(token), undefined);
  });

  it('gives Graph tokens with what each tenant has agreed to', async () => {
    const ofSam = await signIn.tokens.graphToken(sam);
    assert.deepEqual(await signIn.tokens.verifyGraphToken(ofSam.token), {
      tenantId: trusts,
      objectId: sam.id,
      audience: 'https://graph.microsoft.com',
      scopes: ['User.Read', 'Calendars.ReadWrite', 'User.ReadBasic.All', 'User.Read.All'],
    });
    const ofPat = await signIn.tokens.graphToken(pat);
    assert.deepEqual(await signIn.tokens.verifyGraphToken(ofPat.token), {
      tenantId: council,
      objectId: pat.id,
      audience: 'https://graph.microsoft.com',
      scopes: ['User.Read', 'Calendars.ReadWrite'],
    });
  });

  it('takes no Graph token that another sign-in has signed', async () => {
    const other = await signInFor([sam]);
    const { token } = await other.tokens.graphToken(sam);
    await other.close();
    assert.equal(await signIn.tokens.verifyGraphToken(token), undefined);
    assert.equal(await signIn.tokens.verifyGraphToken('not a token'), undefined);
  });

  it('keeps its key and what people decided over a restart, for their owner alone', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sign-in-'));
    const first = await signInFor([sam, lee], { dataDir });
    const { token } = await first.tokens.graphToken(sam);
    const asLee = await first.tokens.tabToken(lee);
    await exchange(first, lee.id, asLee.token);
    await fetch(`${first.url}/api/usertoken/SignOut?userId=29:${sam.id}`, { method: 'DELETE' });
    await first.close();
    const again = await signInFor([sam, lee], { dataDir, port: Number(new URL(first.url).port) });
    assert.notEqual(await again.tokens.verifyGraphToken(token), undefined);
    assert.equal((await heldFor(again, lee.id)).status, 200);
    assert.equal((await heldFor(again, sam.id)).status, 404);
    await again.close();
    for (const file of ['sign-in-key.json', 'sign-in.json']) {
      assert.equal(statSync(join(dataDir, file)).mode & 0o777, 0o600, file);
    }
    rmSync(dataDir, { recursive: true });
  });

  it('answers only to this machine and to no page but its own', async () => {
    const asked = (headers: Record<string, string>) =>
      fetch(`${signIn.url}/discovery/v2.0/keys`, { headers });
    assert.equal((await asked({})).status, 200);
    assert.equal((await asked({ origin: 'https://example.com' })).status, 403);
    assert.equal((await asked({ 'x-forwarded-for': '192.0.2.1' })).status, 403);
    assert.equal((await asked({ origin: signIn.url })).status, 200);
  });

  describe('as the token service', () => {
    it('holds a Graph token for whoever has consented, under the name the bot knows them by', async () => {
      const held = await heldFor(signIn, sam.id);
      assert.equal(held.status, 200);
      const { token, connectionName } = tokenResponse.parse(await held.json());
      assert.equal(connectionName, 'graph');
      assert.equal((await signIn.tokens.verifyGraphToken(token))?.objectId, sam.id);
    });

    it('holds none for a stranger, another connection, or who has not consented', async () => {
      assert.equal((await heldFor(signIn, 'a-stranger')).status, 404);
      assert.equal((await heldFor(signIn, sam.id, 'another')).status, 404);
      assert.equal((await heldFor(signIn, lee.id)).status, 404);
    });

    it('exchanges a person’s own tab token, which is their consent, until they sign out', async () => {
      const { token } = await signIn.tokens.tabToken(lee);
      const exchanged = await exchange(signIn, lee.id, token);
      assert.equal(exchanged.status, 200);
      const graph = tokenResponse.parse(await exchanged.json()).token;
      assert.equal((await signIn.tokens.verifyGraphToken(graph))?.objectId, lee.id);
      assert.equal((await heldFor(signIn, lee.id)).status, 200);
      const out = `${signIn.url}/api/usertoken/SignOut?userId=29:${lee.id}&connectionName=graph`;
      assert.equal((await fetch(out, { method: 'DELETE' })).status, 204);
      assert.equal((await heldFor(signIn, lee.id)).status, 404);
    });

    it('exchanges nobody else’s token and nothing that is not a tab token', async () => {
      const ofSam = await signIn.tokens.tabToken(sam);
      const graph = await signIn.tokens.graphToken(lee);
      for (const token of [ofSam.token, graph.token, 'not a token', '']) {
        assert.equal((await exchange(signIn, lee.id, token)).status, 400);
      }
      assert.equal((await exchange(signIn, 'a-stranger', ofSam.token)).status, 404);
    });
  });

  describe('in a browser', () => {
    it('lets a person agree and sends them back where they were', async () => {
      const nia = somebody({ consented: false, name: 'Nia <b>' });
      const page = await signInFor([nia, sam]);
      const back = 'http://127.0.0.1:9/tab/signed-in.html';
      const url = `${page.url}/organizations/oauth2/v2.0/authorize?login_hint=${nia.email}&state=s1&redirect_uri=${back}`;
      const form = await (await fetch(url)).text();
      assert.match(form, /Nia &#60;b&#62;/);
      assert.doesNotMatch(form, /Sam Okoro/);
      const say = (agree: string) =>
        fetch(url, {
          method: 'POST',
          body: new URLSearchParams({ person: nia.id, agree }),
          redirect: 'manual',
        });
      assert.equal((await say('no')).headers.get('location'), `${back}?error=access_denied&state=s1`);
      assert.equal((await heldFor(page, nia.id)).status, 404);
      assert.equal((await say('yes')).headers.get('location'), `${back}?code=local&state=s1`);
      assert.equal((await heldFor(page, nia.id)).status, 200);
      await page.close();
    });

    it('sends nobody away from this machine', async () => {
      const url = `${signIn.url}/organizations/oauth2/v2.0/authorize?redirect_uri=https://example.com/`;
      const body = new URLSearchParams({ person: sam.id, agree: 'no' });
      const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('location'), null);
    });
  });

  it('hands out a person’s tokens to scripts on this machine', async () => {
    const ask = (query: string) => signIn.tokenRoute({ query: new URLSearchParams(query) });
    const tokenFor = async (query: string) => z.string().parse((await ask(query)).body);
    const forGraph = await tokenFor(`as=${sam.email.toUpperCase()}&for=graph`);
    assert.equal((await signIn.tokens.verifyGraphToken(forGraph))?.objectId, sam.id);
    assert.equal(decodeJwt(await tokenFor(`as=${sam.email}&for=tab`)).aud, tabClientId);
    assert.equal((await ask('as=nobody@example.com&for=tab')).status, 404);
    assert.equal((await ask(`as=${sam.email}&for=mail`)).status, 404);
  });
});

function heldFor(signIn: SignIn, objectId: string, connection = 'graph'): Promise<Response> {
  const query = `userId=29:${objectId}&connectionName=${connection}&channelId=msteams`;
  return fetch(`${signIn.url}/api/usertoken/GetToken?${query}`);
}

function exchange(signIn: SignIn, objectId: string, token: string): Promise<Response> {
  const query = `userId=29:${objectId}&connectionName=graph&channelId=msteams`;
  return fetch(`${signIn.url}/api/usertoken/exchange?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
}
