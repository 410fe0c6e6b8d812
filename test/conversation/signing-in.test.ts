import assert from 'node:assert/strict';
import { type Card, isRecord } from '../../infra/local/teams/activity.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { first, mentorsIn, onlyCard, said, sentence, wordsOn, worldOfThisFile } from './in-the-chat.ts';

const signInCard = 'application/vnd.microsoft.card.oauth';

describe('Somebody who has not agreed yet that the bot acts for them', () => {
  const world = worldOfThisFile();
  const tomasz = () => world().person('Tomasz Wiśniewski');
  const token = () => world().tabToken('Tomasz Wiśniewski');

  const signInCards = (person: TeamsPerson) =>
    person
      .messages()
      .flatMap(({ attachments }) => attachments)
      .filter(({ contentType }) => contentType === signInCard);
  const pressBook = async () => {
    const [mentors] = await tomasz().say(sentence);
    assert.ok(mentors);
    return tomasz().press(mentors, 'Book a chemistry meeting');
  };
  const timesCards = () =>
    tomasz()
      .messages()
      .flatMap(({ cards }) => cards)
      .filter(card => wordsOn(card).startsWith('30 minutes with'));

  it('finds mentors without signing in, each with the button to book', async () => {
    const answer = await tomasz().say(sentence);
    assert.equal(mentorsIn(answer).length, 3);
    assert.doesNotMatch(said(answer), /cannot be booked/);
    assert.deepEqual(signInCards(tomasz()), []);
  });

  it('is asked to sign in when they press to book', async () => {
    const { status, message } = await pressBook();
    assert.equal(status, 200);
    assert.equal(message, 'Sign in first. Then we carry on.');
    const [card, ...more] = signInCards(tomasz());
    assert.deepEqual(more, []);
    const content: unknown = card?.content;
    assert.ok(isRecord(content));
    assert.equal(content.text, 'Sign in once, so that we can look at your calendar for you.');
    assert.equal(content.connectionName, 'graph');
    assert.ok(isRecord(content.tokenExchangeResource));
  });

  it('is told to use the button when the token cannot be exchanged, and no more than that', async () => {
    const said = tomasz().messages().length;
    for (const wrong of ['not a token', '', await world().tabToken('Sam Okoro')]) {
      assert.equal((await tomasz().tokenExchange(wrong)).status, 412);
    }
    assert.equal(tomasz().messages().length, said);
  });

  it('goes on with what they asked for, once, though Teams sends the exchange from two devices', async () => {
    await pressBook();
    const [before, messages] = [timesCards().length, tomasz().messages().length];
    const exchanges = await Promise.all(
      [token(), token()].map(async each => tomasz().tokenExchange(await each)),
    );
    assert.deepEqual(
      exchanges.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(timesCards().length, before + 1);
    assert.equal(tomasz().messages().length, messages + 1);
    assert.equal((await tomasz().tokenExchange(await token())).status, 200);
    assert.equal(tomasz().messages().length, messages + 1);
  });

  it('is not asked again, and is a mentor of the register from then on', async () => {
    const asked = signInCards(tomasz()).length;
    const { card } = await pressBook();
    assert.match(wordsOn(card ?? {}), /^30 minutes with/);
    assert.equal(signInCards(tomasz()).length, asked);
    assert.match(said(await tomasz().say('ask me first')), /^From now on you are asked first\./);
  });

  describe('by the button and its window', () => {
    const bartholomew = () => world().person('Bartholomew Finch');

    it('is told to type again what was typed, as words are not kept', async () => {
      await signOut(bartholomew());
      await bartholomew().say('pause me until 5 January');
      assert.equal(signInCards(bartholomew()).length, 1);
      const { status } = await verify(bartholomew(), '123456');
      assert.equal(status, 412);
      assert.equal(bartholomew().messages().at(-1)?.text, 'Signing in did not work. Try the button again.');
      await agree(bartholomew());
      assert.equal((await verify(bartholomew(), '123456')).status, 200);
      assert.equal(
        bartholomew().messages().at(-1)?.text,
        'You are signed in. Type again what you asked for.',
      );
      assert.match(
        said(await bartholomew().say('pause me until 5 January')),
        /^This is for mentors on the register\./,
      );
    });
  });

  it('keeps ids and choices of what waits for the sign-in, and nothing that was written', async () => {
    const ines = world().person('Kwame Mensah-Bonsu');
    await ines.say(sentence);
    const times = onlyCard(await ines.say('book 1'));
    const { card: confirm } = await ines.press(times, action => action.verb === 'pick');
    assert.ok(confirm);
    await signOut(ines);
    await world().teams.person(ines).say('my meetings');
    const answer = await ines.press(confirm, 'book', { shared: 'canary in a coal mine' });
    assert.equal(answer.message, 'Sign in first. Then we carry on.');
    const { changes } = await world().store.changesSince('people');
    assert.ok(!JSON.stringify(changes).includes('canary'));
    const tab = await world().tabToken('Kwame Mensah-Bonsu');
    await ines.tokenExchange(tab);
    assert.match(wordsOn(first(ines.lastCards())), /^Book a chemistry meeting with/);
  });

  async function verify(person: TeamsPerson, state: string) {
    return person.raw({ type: 'invoke', name: 'signin/verifyState', value: { state } satisfies Card });
  }

  async function agree(person: TeamsPerson): Promise<void> {
    const page = `${world().environment.ENTRA_URL}/organizations/oauth2/v2.0/authorize`;
    await fetch(page, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ person: person.objectId, agree: 'yes' }),
    });
  }

  async function signOut(person: TeamsPerson): Promise<void> {
    const asked = new URLSearchParams({
      userId: `29:${person.objectId}`,
      connectionName: 'graph',
      channelId: 'msteams',
    });
    await fetch(`${world().environment.BOT_TOKEN_SERVICE_URL}/api/usertoken/SignOut?${asked}`, {
      method: 'DELETE',
    });
  }
});
