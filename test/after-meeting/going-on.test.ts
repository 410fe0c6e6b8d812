import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { releaseTimes, remindsAt } from '../../bot/mentoring/chemistry/blind-answer.ts';
import { reasonFigures } from '../../bot/records/partitions.ts';
import { appFor } from '../support/app-in-world.ts';
import {
  book,
  eventually,
  mondayMorning,
  press,
  pressNewest,
  profileIdOf,
  verbsOn,
  wordsOn,
} from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { keptOnly, placesOf } from '../support/what-is-held.ts';
import {
  agreeToMeet,
  answerByCard,
  cardTitled,
  setClock,
  untilAsked,
  untilReleased,
} from './after-a-meeting.ts';

const priya = 'Priya Varghese';
const minute = 60_000;
const day = 24 * 60 * minute;

describe('After a chemistry meeting', function () {
  this.timeout(120_000);
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  let endedAt: number;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    endedAt = await agreeToMeet(world, sam, priya);
  });
  afterEach(() => world.close());

  async function meet(): Promise<void> {
    await setClock(world, endedAt + 1000);
    await untilAsked(sam, mentor);
  }
  const released = async (at: number) => {
    await setClock(world, at);
    await untilReleased(world, sam, priya);
  };
  const newest = (who: TeamsPerson) =>
    who
      .messages()
      .flatMap(({ cards }) => cards)
      .at(-1);
  const places = () => placesOf(world, profileIdOf(world, priya));
  const said = (messages: readonly { readonly cards: readonly object[] }[]) =>
    messages.flatMap(({ cards }) => cards.map(wordsOn)).join('\n');

  it('two yeses are released to both at the next quarter of an hour, with three times for the first session', async () => {
    await meet();
    await answerByCard(sam, 'go on');
    await answerByCard(mentor, 'go on');
    assert.equal((await keptOnly(world, sam, priya)).meeting.after?.released, undefined);
    await released(endedAt + 15 * minute);
    for (const each of [sam, mentor]) {
      assert.match(wordsOn(newest(each)), /both want to go on/);
      const toTab = 'undefined';
      assert.deepEqual(verbsOn(newest(each)), [
        'book-session',
        'book-session',
        'book-session',
        'session-times',
        toTab,
      ]);
    }
    assert.equal((await places())[0]?.isUsed, true);
    assert.equal(
      (await keptOnly(world, sam, priya)).pair?.goesOnSince,
      new Date(endedAt + 15 * minute).toISOString(),
    );
    assert.equal(cardTitled(sam, 'Not for me'), undefined, 'the card that asked has no such button any more');
    const booked = await pressNewest(world, sam, 'book-session');
    assert.match(wordsOn(booked.card), /Priya/);
  });

  it('a no is told to both at 9am on the third working day, frees the place, and offers the mentee other mentors', async () => {
    await meet();
    const no = await answerByCard(mentor, 'not for me');
    assert.match(wordsOn(no), /not for you.*Why\?|not for you/s);
    const { pairId, id: meetingId } = (await keptOnly(world, sam, priya)).meeting;
    const why = { pairId, meetingId, opId: randomUUID(), answer: 'not for me', reason: 'no time' };
    await press(mentor, 'after-meeting', why);
    await answerByCard(sam, 'go on');
    await released(releaseTimes(endedAt).decidesAt);
    for (const each of [sam, mentor]) assert.match(wordsOn(newest(each)), /This is not going ahead\./);
    assert.deepEqual([verbsOn(newest(sam)), verbsOn(newest(mentor))], [['more'], []]);
    assert.deepEqual(await places(), []);
    await eventually('the reason is counted', async () => {
      const all = await world.store.list(reasonFigures(world.scheme), 'reasons');
      return JSON.stringify(all).includes('"counts":{"no time":1}');
    });
    const { documents } = {
      documents: await world.store.list(
        { container: 'pairs', tenant: world.scheme.homeTenantId, scope: pairId },
        'meeting',
      ),
    };
    assert.doesNotMatch(
      JSON.stringify(documents),
      /not for me|go on|no time/,
      'nothing is left of who said what',
    );
  });

  it('reminds whoever is silent once, and then it is not going ahead', async () => {
    await meet();
    await answerByCard(sam, 'go on');
    await setClock(world, remindsAt(endedAt) + minute);
    await eventually('the mentor is reminded', () =>
      /Say whether you want to go on/.test(said(mentor.messages())),
    );
    await released(releaseTimes(endedAt).decidesAt);
    assert.doesNotMatch(said(sam.messages()), /Say whether you want to go on/);
    assert.equal(said(mentor.messages()).match(/Say whether you want to go on/g)?.length, 1);
    assert.match(wordsOn(newest(mentor)), /not going ahead/);
    assert.deepEqual(await places(), []);
  });

  it('offers a second meeting to both where one wants it and nobody said no, and asks again after it', async () => {
    await meet();
    await answerByCard(sam, 'another meeting first');
    await answerByCard(mentor, 'go on');
    await released(releaseTimes(endedAt).decidesAt);
    for (const each of [sam, mentor])
      assert.match(wordsOn(newest(each)), /A second meeting with .* is on offer to both/);
    assert.deepEqual(verbsOn(newest(sam)), ['choose-time']);
    assert.equal((await places()).length, 1);
    await press(sam, 'choose-time', { profileId: profileIdOf(world, priya) });
    const answer = await book(world, sam, priya, { start: releaseTimes(endedAt).decidesAt + 2 * day });
    assert.match(wordsOn(answer.card), /Waiting for Priya|free/);
  });

  it('keeps the place for a second meeting for ten working days', async () => {
    await meet();
    await answerByCard(sam, 'another meeting first');
    await answerByCard(mentor, 'another meeting first');
    await released(releaseTimes(endedAt).decidesAt);
    assert.equal((await places()).length, 1);
    await setClock(world, releaseTimes(endedAt).decidesAt + 20 * day);
    await eventually('the place is free', async () => (await places()).length === 0);
  });

  it('can be answered and changed in words, until it is released', async () => {
    await meet();
    assert.match(said(await sam.say('go on')), /You said that you want to go on\./);
    assert.match(said(await sam.say('not for me')), /You said that this is not for you\./);
    assert.match(said(await sam.say('another meeting')), /meet once more first\./);
    assert.match(said(await sam.say('my meetings')), /meet once more first\./);
    await released(releaseTimes(endedAt).decidesAt);
    assert.match(said(await sam.say('my meetings')), /not going ahead/);
    assert.doesNotMatch(said(await sam.say('go on')), /You said/);
  });

  it('a button of the old question does not act again, nor once it is released', async () => {
    await meet();
    const card = cardTitled(sam, 'Go on');
    const { pairId, id: meetingId } = (await keptOnly(world, sam, priya)).meeting;
    const yes = { pairId, meetingId, answer: 'go on', opId: randomUUID() };
    await press(sam, 'after-meeting', yes);
    await answerByCard(sam, 'not for me');
    const again = await press(sam, 'after-meeting', yes);
    assert.match(wordsOn(again.card), /not for you/);
    await released(releaseTimes(endedAt).decidesAt);
    const late = await press(sam, 'after-meeting', { ...yes, opId: randomUUID() });
    assert.match(wordsOn(late.card), /it stays as it is.*\nThis is not going ahead/);
    assert.ok(card);
    const stranger = await press(world.person('Grace Oyelaran'), 'after-meeting', {
      ...yes,
      opId: randomUUID(),
    });
    assert.match(stranger.message ?? '', /not here, or it is not yours/);
  });

  it('asks nobody where the meeting was cancelled', async () => {
    await pressNewest(world, sam, 'cancel');
    await setClock(world, endedAt + day);
    await new Promise(resolve => setTimeout(resolve, 5000));
    for (const each of [sam, mentor]) assert.equal(cardTitled(each, 'Go on'), undefined);
    assert.deepEqual((await keptOnly(world, sam, priya)).outbox, []);
  });

  it('is asked, changed and shown in the tab as well', async () => {
    await meet();
    const token = await world.tabToken('Sam Okoro');
    const ask = async (path: string, body?: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
      const response = await fetch(`${world.appUrl}${path}`, init);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const { pairId, id: meetingId } = (await keptOnly(world, sam, priya)).meeting;
    const path = `/api/meetings/${pairId}/${meetingId}/answer`;
    const until = new Date(releaseTimes(endedAt).decidesAt).toISOString();
    const answered = await ask(path, { opId: randomUUID(), answer: 'another meeting first' });
    assert.deepEqual(answered.body.after, { stands: 'asked', mine: 'another meeting first', until });
    await world.settled();
    assert.match(said(sam.messages()), /meet once more first/, 'the card in the chat tells it too');
    await released(releaseTimes(endedAt).decidesAt);
    const { body } = await ask('/api/me/mentoring');
    assert.match(JSON.stringify(body.past), /"after":\{"stands":"not going ahead"\}/);
    assert.deepEqual(body.mentors, []);
    assert.equal((await ask(path, { opId: randomUUID(), answer: 'go on' })).status, 409);
  });

  it('is asked and released once by two instances', async () => {
    const other = await appFor(world);
    const schedule = other.startSchedule();
    await meet();
    await answerByCard(sam, 'go on');
    await answerByCard(mentor, 'go on');
    await released(endedAt + 15 * minute);
    await schedule.stop();
    await other.close();
    for (const each of [sam, mentor]) {
      const results = each.messages().filter(({ cards }) => verbsOn(cards[0]).includes('book-session'));
      assert.equal(results.length, 1);
    }
  });
});
