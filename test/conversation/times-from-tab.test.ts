import assert from 'node:assert/strict';
import { timesView } from '../../bot/http/contract.ts';
import { profileView, searchView } from '../../bot/http/search-shapes.ts';
import { containers } from '../../bot/ports/store.ts';
import { first, mondayMorning, profileIdOf, verbsOn, wordsOn } from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';

const canary = 'Zyxqwvtab';
const sentence = `I am a ${canary} nurse near Leeds and want to move into management, Thursdays are best`;

describe('What is searched and chosen in the tab', () => {
  const requests: string[] = [];
  let world: LocalWorld;
  before(async () => {
    world = await openLocalWorld({
      now: mondayMorning,
      onCall: ({ method, path, query, requestHeaders, requestBody }) =>
        requests.push(JSON.stringify([method, path, query.toString(), requestHeaders, requestBody])),
    });
  });
  after(() => world.close());

  async function ask(who: string, path: string, body?: object): Promise<Response> {
    const authorization = `Bearer ${await world.tabToken(who)}`;
    return fetch(world.appUrl + path, {
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  }
  const timesWith = async (who: string, mentor: string) => {
    const path = `/api/mentors/${profileIdOf(world, mentor)}/times-in-chat`;
    return timesView.parse(await (await ask(who, path, { criteria: ['day:thursday'] })).json());
  };

  it('finds by the same rules as the chat, with the next day when both are free', async () => {
    const found = searchView.parse(await (await ask('Sam Okoro', '/api/search', { sentence })).json());
    assert.deepEqual(
      found.understood.map(({ id }) => id),
      ['focus:moving-into-management', 'place:leeds', 'day:thursday'],
    );
    assert.equal(found.mentors.find(({ name }) => name === 'Priya Varghese')?.nextFreeOn, '2026-11-26');
    assert.ok(found.hidden.some(({ reason }) => reason === 'manages you'));
    const criteria = found.understood.map(({ id }) => id);
    const again = searchView.parse(await (await ask('Sam Okoro', '/api/search', { criteria })).json());
    assert.deepEqual(again.mentors, found.mentors);
  });

  it('keeps what was typed nowhere: no log line, no document, no request to Graph', async () => {
    await ask('Sam Okoro', '/api/search', { sentence });
    await ask('Sam Okoro', '/api/search', { sentence, [canary]: 1 });
    await world.local('faults', {
      method: 'POST',
      body: { path: '.*', method: 'POST', status: 500, times: 3 },
    });
    await ask('Sam Okoro', '/api/search', { sentence });
    await world.local('faults', { method: 'DELETE' });
    await world.settled();
    const documents = await Promise.all(containers.map(container => world.store.changesSince(container)));
    assert.ok(requests.length > 0);
    assert.ok(documents.some(({ changes }) => changes.length > 0));
    assert.ok(!JSON.stringify([requests, world.log, documents]).includes(canary));
  });

  it('says first in the own chat when both are free, and books from there', async () => {
    const sam = world.person('Sam Okoro');
    await sam.install();
    assert.deepEqual(await timesWith('Sam Okoro', 'Priya Varghese'), { inChat: true });
    const message = await sam.waitFor(({ cards }) =>
      wordsOn(cards[0]).includes('30 minutes with Priya Varghese'),
    );
    const times = first(message.cards);
    assert.match(wordsOn(times), /Thu 26 Nov/);
    const picked = await sam.press(times, 'pick');
    const confirm = picked.card;
    assert.ok(confirm && wordsOn(confirm).includes('Book a chemistry meeting with Priya Varghese'));
    const booked = await sam.press(first(sam.lastCards()), 'book');
    assert.match(wordsOn(booked.card), /Waiting for Priya/);
    const priya = profileIdOf(world, 'Priya Varghese');
    assert.equal(
      profileView.parse(await (await ask('Sam Okoro', `/api/mentors/${priya}`)).json()).isYours,
      true,
    );
  });

  it('sends the mentor with a button that looks again where the bot has no sign-in of theirs', async () => {
    const meera = world.person('Meera Pillai');
    await meera.install();
    await world.signOut('Meera Pillai');
    assert.deepEqual(await timesWith('Meera Pillai', 'Grace Oyelaran'), { inChat: true });
    const message = await meera.waitFor(({ cards }) => wordsOn(cards[0]).includes('Grace Oyelaran'));
    assert.deepEqual(verbsOn(message.cards[0]), ['choose-time']);
  });

  it('says so where the person has no chat with the bot', async () => {
    assert.deepEqual(await timesWith('Amara Pickersgill', 'Grace Oyelaran'), { inChat: false });
  });
});
