import assert from 'node:assert/strict';
import { type EchoBot, startEchoBot } from '../../support/echo-bot.ts';
import { openTeams, type TeamsClient } from '../../support/teams-client.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const sam = { objectId: 'aaaaaaaa-0000-4000-8000-000000000001', tenantId, name: 'Sam Okoro' };
const priya = { objectId: 'aaaaaaaa-0000-4000-8000-000000000002', tenantId, name: 'Priya Varghese' };

describe('a Teams client speaks to a bot over HTTP', () => {
  let bot: EchoBot;
  let teams: TeamsClient;

  before(async () => {
    bot = await startEchoBot();
  });
  after(() => bot.close());
  beforeEach(async () => {
    teams = await openTeams(bot.url);
  });
  afterEach(() => teams.close());

  it('says something and sees the reply', async () => {
    const person = teams.person(sam);
    const replies = await person.say('hello');
    assert.deepEqual(
      replies.map(reply => reply.text),
      ['You said hello'],
    );
    assert.deepEqual(
      person.messages().map(message => [message.author, message.text]),
      [
        ['person', 'hello'],
        ['bot', 'You said hello'],
      ],
    );
    assert.equal(person.typing().length, 1);
  });

  it('is known by object id and tenant', async () => {
    const [reply] = await teams.person(priya).say('whoami');
    assert.equal(reply?.text, `${priya.objectId} in ${tenantId}`);
  });

  it('is welcomed after installing', async () => {
    const [welcome] = await teams.person(sam).install();
    assert.match(welcome?.text ?? '', /^Welcome/);
  });

  it('presses a button and the answer replaces the card', async () => {
    const person = teams.person(sam);
    await person.say('card');
    const [card] = person.lastCards();
    assert.ok(card);
    const answer = await person.press(card, 'Send', { words: 'Thank you' });
    assert.equal(answer.status, 200);
    assert.match(JSON.stringify(person.lastCards()), /Sent: Thank you \(op-1, again true\)/);
    await person.press(person.messages().at(-1) ?? card, 'again');
    assert.match(JSON.stringify(person.lastCards()), /Once more/);
  });

  it('replaces only the card of a carousel that was pressed', async () => {
    const person = teams.person(sam);
    const [message] = await person.say('three');
    assert.equal(message?.layout, 'carousel');
    const second = message?.cards[1];
    assert.ok(second);
    await person.press(second, 'Send', { words: 'Two' });
    const shown = person.lastCards().map(card => JSON.stringify(card));
    assert.deepEqual(
      shown.map(card => card.includes('Sent: Two')),
      [false, true, false],
    );
  });

  it('presses a card as it was, after it has been replaced', async () => {
    const person = teams.person(sam);
    const [message] = await person.say('card');
    assert.ok(message);
    await person.press(message, 'Send', { words: 'Once' });
    const again = await person.press(message, 'Send', { words: 'Twice' });
    assert.match(JSON.stringify(again.card), /Sent: Twice/);
  });

  it('refuses to press without a required field, with an unknown field, or a button that is not there', async () => {
    const person = teams.person(sam);
    const [message] = await person.say('card');
    assert.ok(message);
    await assert.rejects(person.press(message, 'Send'), /Write at least one word/);
    await assert.rejects(person.press(message, 'Send', { word: 'x' }), /No field word/);
    await assert.rejects(person.press(message, 'Sned'), /it has: Send, Fail, Sign in first/);
  });

  it('tells a failed press by its status', async () => {
    const person = teams.person(sam);
    const [message] = await person.say('card');
    assert.ok(message);
    const answer = await person.press(message, 'Fail');
    assert.equal(answer.status, 500);
    assert.equal(answer.card, undefined);
    assert.equal(answer.error?.message, 'On purpose');
  });

  it('sends the press again with a token when the bot asks to sign in', async () => {
    const person = teams.person(sam);
    const [message] = await person.say('card');
    assert.ok(message);
    const asked = await person.press(message, 'Sign in first');
    assert.equal(asked.status, 401);
    assert.equal(asked.signIn?.connectionName, 'graph');
    const answer = await person.press(message, 'Sign in first', {}, { token: 'token-of-sam' });
    assert.match(JSON.stringify(answer.card), /token-of-sam/);
  });

  it('exchanges a token for a sign-in card', async () => {
    const person = teams.person(sam);
    await person.say('sign in');
    const answer = await person.tokenExchange('token-of-sam');
    assert.equal(answer.status, 200);
    assert.equal(person.messages().at(-1)?.text, 'Signed in with token-of-sam');
  });

  it('sees changed messages as they are now and not those taken back', async () => {
    const person = teams.person(sam);
    await person.say('change');
    await person.say('vanish');
    const texts = person.messages().flatMap(message => (message.author === 'bot' ? message.text : []));
    assert.deepEqual(texts, ['After']);
  });

  it('waits for what the bot says unasked, each person in their own chat', async () => {
    const [one, other] = [teams.person(sam), teams.person(priya)];
    await one.say('hello');
    await other.say('hello');
    const waiting = one.waitFor(message => message.text === 'Tomorrow at 4pm');
    await bot.tellEveryone('Tomorrow at 4pm');
    assert.equal((await waiting).author, 'bot');
    assert.equal(other.messages().length, 3);
    await assert.rejects(
      one.waitFor(message => message.text === 'Never', 20),
      /No such message within 20 ms/,
    );
  });

  it('speaks in a group with a mention', async () => {
    const group = teams.person(sam).inGroup('groupChat');
    const [reply] = await group.say('hello');
    assert.equal(reply?.text, 'You said hello');
    assert.equal(teams.person(sam).messages().length, 0);
  });

  it('sends anything and tells what came back', async () => {
    const answer = await teams.person(sam).raw({ type: 'invoke', name: 'never/heard-of' });
    assert.equal(answer.status, 501);
  });

  it('makes the connector refuse, as for somebody who blocked the bot', async () => {
    const person = teams.person(sam);
    await person.say('hello');
    teams.refuseNext(1, 403, {
      error: { code: 'ForbiddenOperationException', message: 'MessageWritesBlocked' },
    });
    await assert.rejects(bot.tellEveryone('Blocked'), /MessageWritesBlocked/);
  });
});
