import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { ConversationReference } from 'botbuilder';
import { botAuthentication } from '../../../bot/adapters/bot-service/bot-authentication.ts';
import { teamsConnector } from '../../../bot/adapters/teams/connector.ts';
import type { SendBudget } from '../../../bot/adapters/teams/send-budget.ts';
import { teamsChat } from '../../../bot/adapters/teams/teams-chat.ts';
import type { Notice } from '../../../bot/ports/chat.ts';
import type { ConnectorFault } from '../../../infra/local/teams/connector-faults.ts';
import { aMeeting } from '../../support/meetings.ts';
import { openTeams, type TeamsClient } from '../../support/teams-client.ts';
import type { TeamsPerson } from '../../support/teams-person.ts';

const authentication = botAuthentication({
  appId: '',
  appTenantId: undefined,
  appType: 'UserAssignedMSI',
  managedIdentity: '',
  tokenServiceUrl: undefined,
});
const priya = { objectId: 'priya', tenantId: 'trust', name: 'Priya Varghese' };
/** Room for everything: the limits have tests of their own. */
const budget: SendBudget = { room: async () => 'now', answered: () => {}, askedToWait: () => {} };
const notice: Notice = { about: 'meeting', meeting: aMeeting(), to: 'mentor' };

describe('Speaking first in Teams', () => {
  let teams: TeamsClient;
  let person: TeamsPerson;
  before(async () => {
    teams = await openTeams('http://127.0.0.1:9');
    person = teams.person(priya);
  });
  after(() => teams.close());

  const reference = (serviceUrl = teams.serviceUrl): Partial<ConversationReference> => ({
    serviceUrl,
    channelId: 'msteams',
    conversation: {
      id: person.conversationId,
      tenantId: priya.tenantId,
      conversationType: 'personal',
      isGroup: false,
      name: '',
    },
    bot: { id: '28:bot', name: '' },
    user: { id: '29:priya', name: '' },
  });
  const chat = (at: () => Partial<ConversationReference> | undefined = reference) => {
    let words = 0;
    return teamsChat({
      connector: teamsConnector({ authentication, appId: '' }),
      budget,
      referenceOf: async () => at(),
      render: async () => {
        words += 1;
        return { type: 'message', text: `words ${words}` };
      },
    });
  };
  const posts = () => teams.calls.filter(({ method }) => method === 'POST').length;

  it('says a message once and tells its id, under which it is replaced in place', async () => {
    const speaking = chat();
    const before = person.messages().length;
    const told = await speaking.tell(priya, notice);
    assert.ok(typeof told === 'object' && 'messageId' in told);
    assert.equal(await speaking.update(priya, told.messageId, notice), 'updated');
    assert.equal(await speaking.update(priya, told.messageId, notice), 'updated');
    assert.deepEqual(
      person
        .messages()
        .slice(before)
        .map(({ id, text }) => [id, text]),
      [[told.messageId, 'words 3']],
    );
  });

  const answers: readonly [what: string, fault: ConnectorFault, told: unknown, arrives: number][] = [
    ['429 with Retry-After is not said', { status: 429, retryAfter: 7 }, { afterMs: 7000 }, 0],
    ['429 alone is not said', { status: 429 }, { afterMs: 1000 }, 0],
    ['412 is not said', { status: 412 }, { afterMs: 1000 }, 0],
    ['500 before it arrived is unclear', { status: 500 }, 'unclear', 0],
    ['502 after it arrived is unclear', { status: 502, afterwards: true }, 'unclear', 1],
    ['503 is unclear, though it says when to come back', { status: 503, retryAfter: 1 }, 'unclear', 0],
    ['504 after it arrived is unclear', { status: 504, afterwards: true }, 'unclear', 1],
    ['an answer that is lost is unclear', { afterwards: true, drop: true }, 'unclear', 1],
    ['a connection that is closed is unclear', { drop: true }, 'unclear', 0],
    ['403 is somebody who cannot be reached', { status: 403 }, 'unreachable', 0],
    ['404 is somebody who cannot be reached', { status: 404 }, 'unreachable', 0],
  ];
  for (const [what, fault, expected, arrives] of answers) {
    it(`${what}, and one request goes out`, async () => {
      const [before, asked] = [person.messages().length, posts()];
      teams.fault(fault);
      assert.deepEqual(await chat().tell(priya, notice), expected);
      assert.equal(person.messages().length - before, arrives);
      assert.equal(posts() - asked, 1);
    });
  }

  it('is not said where the service cannot be connected to', async () => {
    const closed = await unusedPort();
    const told = await chat(() => reference(`http://127.0.0.1:${closed}/`)).tell(priya, notice);
    assert.deepEqual(told, { afterMs: 1000 });
  });

  it('is said to nobody whose whereabouts are not known', async () => {
    const asked = posts();
    assert.equal(await chat(() => undefined).tell(priya, notice), 'unreachable');
    assert.equal(posts(), asked);
  });

  it('is no news where there are no words for it', async () => {
    const silent = teamsChat({
      connector: teamsConnector({ authentication, appId: '' }),
      budget,
      referenceOf: async () => reference(),
      render: async () => undefined,
    });
    assert.equal(await silent.tell(priya, notice), 'no news');
    assert.equal(await silent.update(priya, 'any', notice), 'no news');
  });

  it('says that a message to replace is gone', async () => {
    assert.equal(await chat().update(priya, 'never there', notice), 'gone');
  });

  it('says that a replacement is unclear and may be repeated', async () => {
    const speaking = chat();
    const told = await speaking.tell(priya, notice);
    assert.ok(typeof told === 'object' && 'messageId' in told);
    teams.fault({ method: 'PUT', status: 502, afterwards: true });
    assert.equal(await speaking.update(priya, told.messageId, notice), 'unclear');
    assert.equal(await speaking.update(priya, told.messageId, notice), 'updated');
    assert.equal(person.messages().filter(({ id }) => id === told.messageId).length, 1);
  });
});

function unusedPort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 9));
    });
  });
}
