import type { LocalAnswer, LocalRequest, LocalRoute } from './local-route.ts';
import type { LocalTokens } from './local-tokens.ts';
import type { PersonWhoSignsIn } from './person-who-signs-in.ts';
import type { SignInBook } from './sign-in-book.ts';

type TokenServiceParts = {
  readonly tokens: LocalTokens;
  readonly book: SignInBook;
  readonly connection: string;
  readonly tabClientId: string;
  /** Where somebody signs in by hand. */
  readonly signInLink: (objectId: string) => string;
  readonly person: (objectId: string) => PersonWhoSignsIn | undefined;
};

/** The Bot Framework's token service. It knows people by what a bot calls them: `29:` and the object id. */
export function tokenService(parts: TokenServiceParts): LocalRoute {
  return request => {
    switch (`${request.method} ${request.url.pathname.toLowerCase()}`) {
      case 'GET /api/usertoken/gettoken':
        return getToken(parts, request);
      case 'POST /api/usertoken/exchange':
        return exchange(parts, request);
      case 'DELETE /api/usertoken/signout':
        return signOut(parts, request);
      case 'GET /api/usertoken/gettokenstatus':
        return tokenStatus(parts, request);
      case 'GET /api/botsignin/getsigninresource':
        return signInResource(parts, request);
      default:
        return undefined;
    }
  };
}

async function getToken(parts: TokenServiceParts, { url }: LocalRequest): Promise<LocalAnswer> {
  const person = personIn(parts, url);
  const known = url.searchParams.get('connectionName') === parts.connection;
  return known && person && parts.book.isSignedIn(person) ? tokenOf(parts, person) : noToken;
}

async function exchange(parts: TokenServiceParts, { url, body }: LocalRequest): Promise<LocalAnswer> {
  const person = personIn(parts, url);
  if (!person || url.searchParams.get('connectionName') !== parts.connection) return noToken;
  const read = await parts.tokens.readTabToken(tokenIn(body));
  if ('why' in read) return failed(400, 'BadRequest', `The token cannot be exchanged: ${read.why}`);
  if (read.objectId !== person.id) return failed(400, 'BadRequest', 'The token is somebody else’s');
  parts.book.signIn(person);
  return tokenOf(parts, person);
}

function signOut(parts: TokenServiceParts, { url }: LocalRequest): LocalAnswer {
  const person = personIn(parts, url);
  if (person) parts.book.signOut(person);
  return { status: 204 };
}

function tokenStatus(parts: TokenServiceParts, { url }: LocalRequest): LocalAnswer {
  const person = personIn(parts, url);
  return {
    status: 200,
    body: [
      {
        channelId: url.searchParams.get('channelId'),
        connectionName: parts.connection,
        hasToken: person !== undefined && parts.book.isSignedIn(person),
        serviceProviderDisplayName: 'Azure Active Directory v2',
      },
    ],
  };
}

function signInResource(parts: TokenServiceParts, { url }: LocalRequest): LocalAnswer {
  const state = stateIn(url.searchParams.get('state') ?? '');
  if (state === undefined) return failed(400, 'BadRequest', 'The state cannot be read');
  return {
    status: 200,
    body: {
      signInLink: parts.signInLink(objectIdOf(state.userId)),
      tokenExchangeResource: {
        id: crypto.randomUUID(),
        uri: `api://botid-${state.botId}`,
        providerId: 'local-sign-in',
      },
    },
  };
}

async function tokenOf(parts: TokenServiceParts, person: PersonWhoSignsIn): Promise<LocalAnswer> {
  const { token, expiresAt } = await parts.tokens.graphToken(person);
  return {
    status: 200,
    body: {
      channelId: 'msteams',
      connectionName: parts.connection,
      token,
      expiration: expiresAt.toISOString(),
    },
  };
}

function personIn(parts: TokenServiceParts, url: URL): PersonWhoSignsIn | undefined {
  return parts.person(objectIdOf(url.searchParams.get('userId') ?? ''));
}

const objectIdOf = (userId: string): string => (userId.startsWith('29:') ? userId.slice('29:'.length) : '');

function tokenIn(body: string): string {
  const asked = parsed(body);
  return String(Reflect.get(asked, 'token') ?? '');
}

function stateIn(state: string): { readonly userId: string; readonly botId: string } | undefined {
  const { conversation, msAppId }: { conversation?: unknown; msAppId?: unknown } = parsed(
    Buffer.from(state, 'base64').toString('utf8'),
  );
  if (typeof conversation !== 'object' || conversation === null) return undefined;
  const user: unknown = Reflect.get(conversation, 'user');
  if (typeof user !== 'object' || user === null) return undefined;
  return { userId: String(Reflect.get(user, 'id')), botId: String(msAppId) };
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

const noToken = failed(404, 'NotFound', 'No token');

function failed(status: number, code: string, message: string): LocalAnswer {
  return { status, body: { error: { code, message } } };
}
