import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type OnBehalfOf, onBehalfOf } from '../../../bot/adapters/entra/on-behalf-of.ts';
import { tabTokens } from '../../../bot/adapters/entra/tab-token.ts';
import { SignInRequired } from '../../../bot/ports/sign-in.ts';
import type { PersonWhoSignsIn } from '../../../infra/local/sign-in/person-who-signs-in.ts';
import type { SignIn } from '../../../infra/local/sign-in/start-sign-in.ts';
import { council, signInFor, somebody, tabClientId, trusts } from '../../local/sign-in/somebody.ts';

const sam = somebody();
const pat = somebody({ tenantId: council });
const lee = somebody({ consented: false });
const idOf = (person: PersonWhoSignsIn) => ({ tenantId: person.tenantId, objectId: person.id });

describe('Graph on behalf of who is at the tab', () => {
  let signIn: SignIn;
  let graphTokenFor: OnBehalfOf;

  before(async () => {
    signIn = await signInFor([sam, pat, lee]);
    graphTokenFor = to(signIn.url);
  });
  after(() => signIn.close());

  it('is a Graph token of that person, for what their tenant agreed to', async () => {
    for (const person of [sam, pat]) {
      const { token } = await signIn.tokens.tabToken(person);
      const graph = await signIn.tokens.verifyGraphToken(await graphTokenFor(idOf(person), token));
      assert.equal(graph?.objectId, person.id);
      assert.equal(graph?.tenantId, person.tenantId);
    }
  });

  it('comes from the token that the tab sent, validated first', async () => {
    const tokens = tabTokens({
      clientId: tabClientId,
      tenants: [trusts],
      issuer: `${signIn.url}/{tenantId}/v2.0`,
      keysUrl: `${signIn.url}/{tenantId}/discovery/v2.0/keys`,
      onBehalfOf: graphTokenFor,
    });
    const { token } = await signIn.tokens.tabToken(sam);
    const holder = await tokens.validate(`Bearer ${token}`);
    assert.ok(!('status' in holder));
    const graph = await signIn.tokens.verifyGraphToken(await holder.actingFor.graphToken());
    assert.equal(graph?.objectId, sam.id);
    const ofPat = await tokens.validate(`Bearer ${(await signIn.tokens.tabToken(pat)).token}`);
    assert.deepEqual(ofPat, { status: 404, why: 'another tenant' });
  });

  it('waits for a person who has not consented', async () => {
    const { token } = await signIn.tokens.tabToken(lee);
    await assert.rejects(graphTokenFor(idOf(lee), token), error => {
      assert.ok(error instanceof SignInRequired);
      assert.deepEqual(error.person, idOf(lee));
      assert.equal(error.claims, undefined);
      return true;
    });
    const agree = new URLSearchParams({ person: lee.id, agree: 'yes' });
    await fetch(`${signIn.url}/organizations/oauth2/v2.0/authorize`, { method: 'POST', body: agree });
    const graph = await signIn.tokens.verifyGraphToken(await graphTokenFor(idOf(lee), token));
    assert.equal(graph?.objectId, lee.id);
  });

  it('is not had with a token that is no tab token', async () => {
    const { token } = await signIn.tokens.graphToken(sam);
    await assert.rejects(graphTokenFor(idOf(sam), token), SignInRequired);
  });

  it('asks Entra once for the same tab token', async () => {
    const asked = await fakeEntra(200, {
      token_type: 'Bearer',
      access_token: 'a-graph-token',
      expires_in: 3600,
      scope: 'https://graph.microsoft.com/User.Read https://graph.microsoft.com/Calendars.ReadWrite',
    });
    const ask = to(asked.url);
    assert.equal(await ask(idOf(sam), 'a.b.c'), 'a-graph-token');
    assert.equal(await ask(idOf(sam), 'a.b.c'), 'a-graph-token');
    asked.close();
    assert.equal(asked.requests.length, 1);
    const [path, form] = asked.requests[0] ?? [];
    assert.equal(path, `/${trusts}/oauth2/v2.0/token`);
    assert.equal(form?.get('assertion'), 'a.b.c');
    assert.equal(form?.get('client_assertion'), 'local-mode');
    assert.equal(form?.get('client_secret'), null);
    assert.equal(form?.get('requested_token_use'), 'on_behalf_of');
    assert.match(form?.get('scope') ?? '', /graph\.microsoft\.com\/Calendars\.ReadWrite/);
  });

  it('carries what conditional access asks for to the person', async () => {
    const claims = '{"access_token":{"polids":{"essential":true,"values":["p1"]}}}';
    const asked = await fakeEntra(400, {
      error: 'interaction_required',
      error_description: 'AADSTS50076: Multi-factor authentication is needed.',
      error_codes: [50076],
      claims,
    });
    await assert.rejects(to(asked.url)(idOf(sam), 'a.b.c'), error => {
      assert.ok(error instanceof SignInRequired);
      assert.equal(error.claims, claims);
      return true;
    });
    asked.close();
  });

  it('is broken, not the person’s to mend, when Entra fails or the app is refused', async () => {
    const refused = await fakeEntra(401, {
      error: 'invalid_client',
      error_description: 'AADSTS7000215: Invalid client assertion.',
    });
    await assert.rejects(to(refused.url)(idOf(sam), 'a.b.c'), /^Error: No Graph token could be had/);
    refused.close();
    await assert.rejects(to(refused.url)(idOf(sam), 'a.b.c'), /^Error: No Graph token could be had/);
  });
});

function to(networkUrl: string): OnBehalfOf {
  return onBehalfOf({ clientId: tabClientId, networkUrl, assertion: { fixed: 'local-mode' } });
}

async function fakeEntra(status: number, body: unknown) {
  const requests: [string, URLSearchParams][] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    requests.push([path, new URLSearchParams(await text(request))]);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
