import assert from 'node:assert/strict';
import { teamsUserId } from '../../infra/local/teams/bot-door.ts';
import { actionsOf } from '../support/card-press.ts';
import {
  bookWith,
  cardOf,
  choose,
  everythingStored,
  first,
  firstTime,
  onlyCard,
  sentence,
  wordsOn,
  worldOfThisFile,
} from './in-the-chat.ts';

describe('How the bot comes and answers, held to what Teams asks', () => {
  const world = worldOfThisFile();
  const helpTitle = /^Four things you can type/;

  it('B-03 welcomes once, however often and in whatever order Teams tells of the install', async () => {
    const grace = world().person('Grace Oyelaran');
    const arrivals = [
      { type: 'installationUpdate', action: 'add' },
      { type: 'conversationUpdate', membersAdded: [{ id: '28:mentoring-local' }] },
      { type: 'conversationUpdate', membersAdded: [{ id: teamsUserId(grace.objectId) }] },
    ];
    const answers = await Promise.all([...arrivals, ...arrivals].map(arrival => grace.raw(arrival)));
    assert.deepEqual(
      answers.map(({ status }) => status < 300),
      Array(6).fill(true),
    );
    await grace.install();
    const [welcome, ...more] = grace.messages();
    assert.deepEqual(more, []);
    assert.match(welcome?.text ?? '', /^Hello\. Tell us in your own words/);
    assert.match(wordsOn(onlyCard(welcome ? [welcome] : [])), helpTitle);
  });

  it('B-03 shows with the welcome what waits for the person already', async () => {
    const fiona = world().person('Fiona Sutcliffe');
    await bookWith(world(), world().person('Sam Okoro'), 'Fiona');
    const [welcome, ...more] = await fiona.install();
    assert.deepEqual(more, []);
    const [asked, help] = (welcome?.cards ?? []).map(wordsOn);
    assert.match(asked ?? '', /^Sam Okoro would like a chemistry meeting with you/);
    assert.match(help ?? '', helpTitle);
  });

  for (const scope of ['groupChat', 'channel'] as const) {
    it(`B-04 says in a ${scope} only that it talks in private, with a link`, async () => {
      const before = await everythingStored(world());
      const there = world().person('Ngozi Bright').inGroup(scope);
      for (const text of [sentence, 'my meetings', 'hi', 'I feel unsafe at work', '']) {
        const [message, ...more] = await there.say(text);
        assert.deepEqual(more, []);
        assert.deepEqual(message?.attachments, []);
        assert.match(
          message?.text ?? '',
          /^Let's talk in private: https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:[\w-]+$/,
        );
      }
      await there.raw({ type: 'installationUpdate', action: 'add' });
      await there.raw({ type: 'conversationUpdate', membersAdded: [{ id: '28:mentoring-local' }] });
      const bot = there.messages().filter(({ author }) => author === 'bot');
      assert.equal(bot.length, 5);
      assert.deepEqual(await everythingStored(world()), before);
    });
  }

  it('B-04 leaves a mention of itself out of what was said in private', async () => {
    const sam = world().person('Sam Okoro');
    const answer = await sam.say('<at>Mentoring</at> help', { textFormat: 'xml' });
    assert.match(wordsOn(onlyCard(answer)), helpTitle);
  });

  it('B-04 does nothing for a card that is pressed in a channel', async () => {
    const before = await everythingStored(world());
    const there = world().person('Sam Okoro').inGroup('channel');
    const { status } = await there.raw({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'more', data: {} } },
    });
    assert.equal(status, 404);
    assert.deepEqual(await everythingStored(world()), before);
  });

  it('B-05 shows that it is typing before it answers, and answers well under 2 seconds', async () => {
    const sam = world().person('Sam Okoro');
    for (const text of [sentence, 'book 1', 'my meetings']) {
      const typing = sam.typing().length;
      const from = performance.now();
      const answer = await sam.say(text);
      assert.ok(performance.now() - from < 2_000);
      assert.equal(sam.typing().length, typing + 1);
      assert.ok(answer.length > 0);
    }
  });

  it('B-05 shows that it is typing before Graph is asked', async () => {
    const asif = world().person('Asif Rahman');
    await asif.say(sentence);
    await world().local('faults', {
      method: 'POST',
      body: { method: 'POST', path: '/v1.0/me/calendar/getSchedule', times: 1, delayMs: 600 },
    });
    const typing = asif.typing().length;
    const answer = asif.say('book 1');
    const from = performance.now();
    while (asif.typing().length === typing && performance.now() - from < 500) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    assert.ok(performance.now() - from < 500, 'no typing indicator within half a second');
    await answer;
    await world().local('faults', { method: 'DELETE' });
  });

  it('B-06 answers with one message; a search with one for the mentors and one to go on from', async () => {
    const sam = world().person('Meera Pillai');
    const count = async (text: string) => (await sam.say(text)).length;
    for (const text of [
      'hi',
      'help',
      '',
      '🙂',
      'start again',
      'my meetings',
      'more',
      'pause me until 5 January',
    ]) {
      assert.equal(await count(text), 1, text);
    }
    for (const text of [sentence, 'more', 'I feel unsafe at work']) assert.equal(await count(text), 2, text);
    for (const text of ['book 1', 'more times', 'find me again']) assert.equal(await count(text), 1, text);
  });

  it('B-06 tells the mentor of a booking, a move and a cancel once each, and never says it twice', async () => {
    const bernadette = world().person('Bernadette Quaye');
    const sam = world().person('Sam Okoro');
    await bernadette.install();
    const told = () => bernadette.messages().filter(({ author }) => author === 'bot').length;
    const start = told();
    await bookWith(world(), sam, 'Bernadette');
    assert.equal(told(), start + 1);
    const meeting = first(sam.lastCards());
    const times = (await sam.press(meeting, 'Move')).card;
    const time = times && actionsOf(times).filter(({ verb }) => verb === 'pick')[1];
    const confirm = times && (await sam.press(times, action => action === time)).card;
    const moved = confirm && (await sam.press(confirm, 'Move to this time')).card;
    await world().settled();
    assert.equal(told(), start + 2);
    assert.ok(moved);
    await sam.press(moved, 'Cancel meeting');
    await world().settled();
    assert.equal(told(), start + 3);
  });

  it('B-08 answers a press well under 2 seconds, the booking itself too', async () => {
    const ngozi = world().person('Ngozi Bright');
    const times = await choose(ngozi, 'Grace');
    for (let card = times, verbs = ['more-times', 'pick', 'book']; verbs.length > 0; verbs = verbs.slice(1)) {
      const from = performance.now();
      card = cardOf(await ngozi.press(card, ({ verb }) => verb === verbs[0]));
      assert.ok(performance.now() - from < 2_000, verbs[0]);
    }
  });

  it('B-09 books all the same when Teams says that the mentor has blocked the bot', async () => {
    const priya = world().person('Priya Varghese');
    await priya.install();
    const told = priya.messages().length;
    const times = await choose(world().person('Sam Okoro'), 'Priya');
    const confirm = cardOf(await world().person('Sam Okoro').press(times, firstTime(times)));
    world().teams.refuseNext(1, 403, { error: { code: 'Forbidden', subCode: 'MessageWritesBlocked' } });
    const booked = cardOf(await world().person('Sam Okoro').press(confirm, 'book'));
    await world().settled();
    assert.match(wordsOn(booked), /In both calendars\. Waiting for Priya\./);
    assert.equal(priya.messages().length, told);
    assert.deepEqual(world().log, []);
  });
});
