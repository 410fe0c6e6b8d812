import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { managedIdentityAssertion } from '../../../bot/adapters/entra/managed-identity-assertion.ts';

describe('the app’s own proof of who it is', () => {
  const kept = { endpoint: process.env.IDENTITY_ENDPOINT, header: process.env.IDENTITY_HEADER };
  after(() => {
    restore('IDENTITY_ENDPOINT', kept.endpoint);
    restore('IDENTITY_HEADER', kept.header);
  });

  it('is what the platform says of its managed identity, for exchange only', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers['x-identity-header']}`);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          access_token: 'an-assertion',
          token_type: 'Bearer',
          expires_on: String(Math.floor(Date.now() / 1000) + 3600),
          resource: 'api://AzureADTokenExchange',
        }),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${address.port}/token`;
    process.env.IDENTITY_HEADER = 'a-header';
    assert.equal(await managedIdentityAssertion('an-identity')(), 'an-assertion');
    server.closeAllConnections();
    server.close();
    assert.equal(asked.length, 1);
    assert.match(asked[0] ?? '', /resource=api%3A%2F%2FAzureADTokenExchange.* a-header$/);
    assert.match(asked[0] ?? '', /client_id=an-identity/);
  });
});

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
