import {
  type Activity,
  type Attachment,
  CardFactory,
  Channels,
  type InvokeResponse,
  type SignInUrlResponse,
  type TokenExchangeRequest,
  type TurnContext,
  verifyStateOperationName,
} from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
} from 'botframework-connector';
import type { PersonId } from '../../mentoring/people/person.ts';
import { type ActingFor, SignInRequired, type SignIns } from '../../ports/sign-in.ts';

export type UserTokenSignIns = SignIns & {
  /** The person whose turn it is. Nothing is asked before their token is needed, and then once. */
  ofTurn(context: TurnContext, person: PersonId): ActingFor;
  /** An OAuth card: Teams signs in silently where it can, otherwise by the button. */
  signInCard(
    context: TurnContext,
    words: { readonly text: string; readonly button: string },
  ): Promise<Attachment>;
  /**
   * Answers `signin/tokenExchange`, and `signin/verifyState` which follows the button with its code: 200 when the person
   * is signed in now, 412 when not.
   */
  exchange(context: TurnContext): Promise<InvokeResponse>;
  signOut(context: TurnContext): Promise<void>;
};

export type UserTokenSettings = {
  readonly authentication: BotFrameworkAuthentication;
  /** The bot's app id, or the local bot id where nobody signs: the library's sign-in needs one. */
  readonly botId: string;
  /** The OAuth connection that holds Graph tokens. */
  readonly connection: string;
  /** What Teams calls a person (`from.id`), opaque; undefined when they were never seen. */
  readonly userIdOf: (person: PersonId) => Promise<string | undefined>;
};

/** The library's own type asks for a code and an address; given as empty text they are sent. */
type TokenClient = {
  getUserToken(userId: string, connection: string, channelId: string, code?: string): Promise<unknown>;
  getSignInResource(connection: string, activity: Activity, redirect?: string): Promise<SignInUrlResponse>;
  exchangeToken(
    userId: string,
    connection: string,
    channelId: string,
    exchange: TokenExchangeRequest,
  ): Promise<unknown>;
  signOutUser(userId: string, connection: string, channelId: string): Promise<void>;
};

type Held = { readonly token: string; readonly until: number };

/** A token is asked for anew when it has less than this to live. */
const spareMs = 5 * 60_000;

/** People's Graph tokens as the Bot Framework's token service holds them. */
export function userTokenSignIns(settings: UserTokenSettings): UserTokenSignIns {
  const { authentication, botId, connection } = settings;
  let made: Promise<TokenClient> | undefined;
  const client = () => {
    const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: botId }]);
    made ??= authentication.createUserTokenClient(identity);
    return made;
  };

  const held = async (userId: string, channelId: string): Promise<Held | undefined> => {
    const answer = await asked(async () => (await client()).getUserToken(userId, connection, channelId));
    return heldIn(answer);
  };

  const actingFor = (person: PersonId, userId: string, channelId: string, first?: Held): ActingFor => {
    let current: Promise<Held | undefined> | undefined = first && Promise.resolve(first);
    return {
      person,
      async graphToken() {
        const known = await current?.catch(() => undefined);
        if (known && known.until - spareMs > Date.now()) return known.token;
        current = held(userId, channelId);
        const found = await current;
        if (!found) throw new SignInRequired(person);
        return found.token;
      },
    };
  };

  return {
    ofTurn: ({ activity }, person) => actingFor(person, activity.from.id, activity.channelId),
    async absent(person) {
      const userId = await settings.userIdOf(person);
      if (userId === undefined) return undefined;
      const found = await held(userId, Channels.Msteams);
      return found && actingFor(person, userId, Channels.Msteams, found);
    },
    async signInCard({ activity }, words) {
      const resource = await asked(async () => (await client()).getSignInResource(connection, activity));
      const { signInLink, tokenExchangeResource } = resource;
      return CardFactory.oauthCard(connection, words.button, words.text, signInLink, tokenExchangeResource);
    },
    async exchange({ activity }) {
      const { id, token, connectionName, state } = exchangeIn(activity.value);
      if (activity.name === verifyStateOperationName) {
        const { from, channelId } = activity;
        const answer = await asked(async () =>
          (await client()).getUserToken(from.id, connection, channelId, state),
        );
        return { status: heldIn(answer) ? 200 : 412 };
      }
      const failed = (failureDetail: string) => ({
        status: 412,
        body: { id, connectionName: connection, failureDetail },
      });
      if (token === undefined || connectionName !== connection) {
        return failed('There is no token to exchange for this connection.');
      }
      try {
        const { from, channelId } = activity;
        const answer = await (await client()).exchangeToken(from.id, connection, channelId, { token });
        return heldIn(answer) ? { status: 200 } : failed('The token could not be exchanged.');
      } catch (cause) {
        if (isAnsweredNo(cause)) return failed('The token could not be exchanged.');
        throw new Error('The token service cannot be reached', { cause });
      }
    },
    async signOut({ activity: { from, channelId } }) {
      await asked(async () => (await client()).signOutUser(from.id, connection, channelId));
    },
  };
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new Error('The token service cannot be reached', { cause });
  }
}

/** The library hands over the service's 404 and 400 bodies as if they were tokens. */
function heldIn(answer: unknown): Held | undefined {
  if (typeof answer !== 'object' || answer === null || !('token' in answer)) return undefined;
  const { token } = answer;
  const expiration = 'expiration' in answer ? answer.expiration : undefined;
  if (typeof token !== 'string' || token === '') return undefined;
  const until = expiration instanceof Date ? expiration.getTime() : Date.parse(String(expiration));
  return { token, until: Number.isNaN(until) ? 0 : until };
}

function exchangeIn(value: unknown): Record<'id' | 'token' | 'connectionName' | 'state', string | undefined> {
  const field = (name: string): string | undefined => {
    const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    return typeof found === 'string' ? found : undefined;
  };
  return {
    id: field('id'),
    token: field('token'),
    connectionName: field('connectionName'),
    state: field('state'),
  };
}

function isAnsweredNo(error: unknown): boolean {
  if (!(error instanceof Error) || !('statusCode' in error)) return false;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 && statusCode !== 429;
}
