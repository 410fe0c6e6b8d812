import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { guard } from '../guard.ts';
import type { LocalAnswer, LocalRoute } from './local-route.ts';
import { issuerOf, type LocalTokens, localTokens } from './local-tokens.ts';
import { onBehalfOfEndpoint } from './on-behalf-of-endpoint.ts';
import type { PersonWhoSignsIn } from './person-who-signs-in.ts';
import { signInBook } from './sign-in-book.ts';
import { signInPage, signInPath } from './sign-in-page.ts';
import { type SigningKey, signingKey } from './signing-key.ts';
import { type TokenRoute, tokenRoute } from './token-route.ts';
import { tokenService } from './token-service.ts';

export type SignInSettings = {
  /** 0 takes any free one. */
  readonly port: number;
  /** Asked anew for each request: people may join while it runs. */
  readonly people: () => readonly PersonWhoSignsIn[];
  readonly tabClientId: string;
  /** The bot's OAuth connection. */
  readonly connection: string;
  /** Tenants whose administrator lets the app read the directory. */
  readonly directoryTenants: readonly string[];
  /** Where keys, consents and sign-outs are kept. Without it they end with the process. */
  readonly dataDir?: string;
};

export type SignIn = {
  /** http://127.0.0.1:PORT: the issuer's, the token endpoint's and the token service's address. */
  readonly url: string;
  readonly tokens: LocalTokens;
  /** For the local Graph: `GET /local/token`. The caller guards it. */
  readonly tokenRoute: TokenRoute;
  close(): Promise<void>;
};

/** Microsoft's sign-in and the Bot Framework's token service, as far as the product needs them, on loopback. */
export async function startSignIn(settings: SignInSettings): Promise<SignIn> {
  const { people, tabClientId, connection, directoryTenants, dataDir } = settings;
  const file = (name: string) => (dataDir === undefined ? undefined : join(dataDir, name));
  const key = await signingKey(file('sign-in-key.json'));
  const book = signInBook(file('sign-in.json'));
  const server = createServer();
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  const url = addressOf(server);
  const tokens = localTokens({ key, url, tabClientId, directoryTenants });
  const person = (objectId: string) => people().find(({ id }) => id === objectId);
  const signInLink = (objectId: string) => `${url}${signInPath}?login_hint=${encodeURIComponent(objectId)}`;
  const routes: LocalRoute[] = [
    published(url, key),
    onBehalfOfEndpoint({ tokens, book, tabClientId, person }),
    tokenService({ tokens, book, connection, tabClientId, signInLink, person }),
    signInPage({ book, people }),
  ];
  server.on('request', (request, response) => {
    answer(request, routes).then(
      found => send(response, found),
      error => {
        console.error(error);
        send(response, { status: 500 });
      },
    );
  });
  return {
    url,
    tokens,
    tokenRoute: tokenRoute(tokens, people),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** As Entra's own documents: {tenantid} stands in the one that is for every tenant. */
function published(url: string, key: SigningKey): LocalRoute {
  return ({ method, url: { pathname } }) => {
    const [, tenant = '{tenantid}', document] =
      /^(?:\/([\w-]+))?(?:\/v2\.0)?(\/\.well-known\/openid-configuration)$/.exec(pathname) ??
      /^(?:\/([\w-]+))?(\/discovery\/v2\.0\/keys)$/.exec(pathname) ??
      [];
    if (method !== 'GET' || document === undefined) return undefined;
    if (document.endsWith('/keys')) return { status: 200, body: { keys: [key.jwk] } };
    const base = tenant === '{tenantid}' ? `${url}/organizations` : `${url}/${tenant}`;
    return {
      status: 200,
      body: {
        issuer: issuerOf(url, tenant),
        jwks_uri: `${base}/discovery/v2.0/keys`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
      },
    };
  };
}

async function answer(request: IncomingMessage, routes: readonly LocalRoute[]): Promise<LocalAnswer> {
  const refused = guard(request, { anyBody: true });
  if (refused !== undefined) return { status: 403, body: { error: { code: 'Forbidden', message: refused } } };
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await bodyOf(request);
  if (body === undefined) return { status: 413 };
  for (const route of routes) {
    const found = await route({ method, url, headers, body });
    if (found) return found;
  }
  return { status: 404, body: { error: { code: 'NotFound', message: 'There is nothing here' } } };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > 100_000) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, { status, body, headers }: LocalAnswer): void {
  const isText = typeof body === 'string' || body === undefined;
  response.writeHead(status, {
    ...(isText ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The sign-in server has no port');
  return `http://127.0.0.1:${address.port}`;
}
