import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import { botAuthentication } from '../../../bot/adapters/bot-service/bot-authentication.ts';
import {
  type UserTokenSignIns,
  userTokenSignIns,
} from '../../../bot/adapters/bot-service/user-token-sign-ins.ts';
import type { PersonId } from '../../../bot/mentoring/people/person.ts';
import { SignInRequired } from '../../../bot/ports/sign-in.ts';
import type { PersonWhoSignsIn } from '../../../infra/local/sign-in/person-who-signs-in.ts';
import type { SignIn } from '../../../infra/local/sign-in/start-sign-in.ts';
import { signInFor, somebody } from '../../local/sign-in/somebody.ts';

const sam = somebody();
const lee = somebody({ consented: false });
const words = { text: 'Sign in so that we can see when you are free.', button: 'Sign in' };

describe('sign-ins that the token service holds', () => {
  let signIn: SignIn;
  let signIns: UserTokenSignIns;
  let turn: (
    person: PersonWhoSignsIn,
    logic: (context: TurnContext) => Promise<void>,
    value?: unknown,
  ) => Promise<void>;

  before(async () => {
    signIn = await signInFor([sam, lee]);
    const authentication = botAuthentication(local(signIn.url));
    signIns = userTokenSignIns({
      authentication,
      botId: 'local-bot',
      connection: 'graph',
      userIdOf: async person => (person.objectId === 'never-seen' ? undefined : `29:${person.objectId}`),
    });
    const adapter = new CloudAdapter(authentication);
    turn = (person, logic, value) => adapter.processActivityDirect('', activityOf(person, value), logic);
  });
  after(() => signIn.close());

  it('give the person of a turn their own Graph token', async () => {
    await turn(sam, async context => {
      const token = await signIns.ofTurn(context, idOf(sam)).graphToken();
      assert.equal((await signIn.tokens.verifyGraphToken(token))?.objectId, sam.id);
    });
  });

  it('ask for a sign-in where there is none', async () => {
    await turn(lee, async context => {
      await assert.rejects(signIns.ofTurn(context, idOf(lee)).graphToken(), error => {
        assert.ok(error instanceof SignInRequired);
        assert.deepEqual(error.person, idOf(lee));
        return true;
      });
    });
  });

  it('ask the service once for a turn', async () => {
    const calls: string[] = [];
    const counting = await serving((request, response) => {
      calls.push(String(request.url));
      const expiration = new Date(Date.now() + 3_600_000).toISOString();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ token: 'a-token', connectionName: 'graph', expiration }));
    });
    const authentication = botAuthentication(local(counting.url));
    const counted = userTokenSignIns({
      authentication,
      botId: 'local-bot',
      connection: 'graph',
      userIdOf: async () => undefined,
    });
    await turn(sam, async context => {
      const acting = counted.ofTurn(context, idOf(sam));
      assert.equal(await acting.graphToken(), 'a-token');
      assert.equal(await acting.graphToken(), 'a-token');
    });
    counting.close();
    assert.equal(calls.length, 1);
    assert.match(
      calls[0] ?? '',
      /^\/api\/usertoken\/GetToken\?userId=29%3A[^&]+&connectionName=graph&channelId=msteams$/,
    );
  });

  it('reach somebody who is not there now by the sign-in they left', async () => {
    const acting = await signIns.absent(idOf(sam));
    assert.ok(acting);
    assert.deepEqual(acting.person, idOf(sam));
    assert.equal((await signIn.tokens.verifyGraphToken(await acting.graphToken()))?.objectId, sam.id);
    assert.equal(await signIns.absent(idOf(lee)), undefined);
    assert.equal(await signIns.absent({ tenantId: sam.tenantId, objectId: 'never-seen' }), undefined);
  });

  it('offer a card that Teams can sign in with, silently or by its button', async () => {
    await turn(lee, async context => {
      const { contentType, content } = await signIns.signInCard(context, words);
      assert.equal(contentType, 'application/vnd.microsoft.card.oauth');
      assert.equal(content.connectionName, 'graph');
      assert.equal(content.text, words.text);
      assert.deepEqual(content.buttons, [
        {
          type: 'signin',
          title: 'Sign in',
          value: `${signIn.url}/organizations/oauth2/v2.0/authorize?login_hint=${lee.id}`,
          channelData: undefined,
        },
      ]);
      assert.equal(content.tokenExchangeResource.uri, 'api://botid-local-bot');
      assert.match(content.tokenExchangeResource.id, /^[0-9a-f-]{36}$/);
    });
  });

  it('exchange the token that Teams sends, and the person is signed in until they sign out', async () => {
    const { token } = await signIn.tokens.tabToken(lee);
    const value = { id: 'exchange-1', connectionName: 'graph', token };
    const answers: InvokeResponse[] = [];
    await turn(lee, async context => void answers.push(await signIns.exchange(context)), value);
    assert.deepEqual(answers, [{ status: 200 }]);
    assert.ok(await signIns.absent(idOf(lee)));
    await turn(lee, context => signIns.signOut(context));
    assert.equal(await signIns.absent(idOf(lee)), undefined);
  });

  it('answer 412, so that Teams shows the button, when the token is not theirs or no token', async () => {
    const ofSam = await signIn.tokens.tabToken(sam);
    const values: unknown[] = [
      { id: 'exchange-2', connectionName: 'graph', token: ofSam.token },
      { id: 'exchange-2', connectionName: 'graph', token: 'not a token' },
      { id: 'exchange-2', connectionName: 'another', token: ofSam.token },
      { id: 'exchange-2', connectionName: 'graph' },
    ];
    for (const value of values) {
      await turn(
        lee,
        async context => {
          const { status, body } = await signIns.exchange(context);
          assert.equal(status, 412);
          assert.equal(body.id, 'exchange-2');
          assert.equal(body.connectionName, 'graph');
          assert.match(body.failureDetail, /^[A-Z][^.]+\.$/);
        },
        value,
      );
    }
    for (const value of [undefined, null, 'text', []]) {
      await turn(lee, async context => assert.equal((await signIns.exchange(context)).status, 412), value);
    }
  });

  it('say that the service is broken when it is, and never that the person must sign in', async () => {
    const broken = await serving((_, response) => {
      response.statusCode = 403;
      response.end('{}');
    });
    const authentication = botAuthentication(local(broken.url));
    const away = userTokenSignIns({
      authentication,
      botId: 'local-bot',
      connection: 'graph',
      userIdOf: async () => '29:a',
    });
    await assert.rejects(away.absent(idOf(sam)), /^Error: The token service cannot be reached$/);
    broken.close();
  });
});

describe('the bot’s identity', () => {
  it('is a managed identity or a registration that trusts one, and needs no secret', () => {
    const appId = '7c9a1f34-0000-4000-8000-000000000001';
    const bot = { ...local('https://europe.token.example.com'), appId, appTenantId: sam.tenantId };
    assert.ok(botAuthentication(bot));
    assert.ok(botAuthentication({ ...bot, tokenServiceUrl: undefined }));
    assert.ok(botAuthentication({ ...bot, appType: 'SingleTenant', managedIdentity: 'an-identity' }));
  });
});

function local(tokenServiceUrl: string) {
  const appType = 'UserAssignedMSI' as const;
  return { appId: '', appTenantId: undefined, appType, managedIdentity: '', tokenServiceUrl };
}

function idOf(person: PersonWhoSignsIn): PersonId {
  return { tenantId: person.tenantId, objectId: person.id };
}

function activityOf(person: PersonWhoSignsIn, value: unknown): Activity {
  const activity: Partial<Activity> = {
    type: 'invoke',
    name: 'signin/tokenExchange',
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9',
    from: { id: `29:${person.id}`, name: '', aadObjectId: person.id },
    recipient: { id: '28:local-bot', name: '' },
    conversation: {
      id: 'a:1',
      tenantId: person.tenantId,
      conversationType: 'personal',
      isGroup: false,
      name: '',
    },
    value,
  };
  return activity as Activity;
}

async function serving(listener: RequestListener): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
