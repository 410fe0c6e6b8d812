import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  book,
  bookFirst,
  cardInChat,
  first,
  mondayMorning,
  press,
  pressNewest,
  profileIdOf,
  startsOn,
  timesWith,
  wordsOn,
} from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { diaryOf, eventsOf, keptOf, keptOnly, placesOf } from '../support/what-is-held.ts';

const priya = 'Priya Varghese';

describe('The same press', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  let start: number;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    await mentor.install();
    start = first(startsOn(await timesWith(world, sam, priya)));
  });
  afterEach(() => world.close());

  const isBookedOnce = async () => {
    await world.settled();
    const { meeting, intent } = await keptOnly(world, sam, priya);
    assert.deepEqual([meeting.stage, intent], ['waiting', undefined]);
    assert.equal((await eventsOf(world, sam.name)).length, 1);
    assert.equal((await eventsOf(world, priya)).length, 1);
    assert.equal((await diaryOf(world, sam)).length, 1);
    assert.equal((await placesOf(world, profileIdOf(world, priya))).length, 1);
    const cards = mentor.messages().filter(each => wordsOn(each.cards[0]).includes('Sam Okoro would like'));
    assert.equal(cards.length, 1, 'the mentor is asked once');
  };

  it('again, under its own or a new activity id, shows the meeting that it made', async () => {
    const opId = randomUUID();
    const activityId = randomUUID();
    const cardId = await cardInChat(sam);
    await book(world, sam, priya, { start, opId, activityId, cardId });
    for (const again of [activityId, randomUUID()]) {
      const { card } = await book(world, sam, priya, { start, opId, activityId: again, cardId });
      assert.match(wordsOn(card), /In both calendars. Waiting for Priya/);
    }
    await isBookedOnce();
  });

  it('five times at once books once, and undoes nothing', async () => {
    await world.local('faults', {
      method: 'POST',
      body: { path: '/me/events', method: 'POST', delayMs: 300 },
    });
    const opId = randomUUID();
    const pressed = Array.from({ length: 5 }, () => book(world, sam, priya, { start, opId }));
    const said = (await Promise.all(pressed)).map(({ card, message }) => (card ? wordsOn(card) : message));
    assert.equal(said.filter(words => words?.includes('In both calendars')).length, 1);
    assert.equal(said.filter(words => words?.includes('still putting it into both calendars')).length, 4);
    await isBookedOnce();
  });

  it('at once under two decisions of the same person books one of them', async () => {
    await Promise.all([book(world, sam, priya, { start }), book(world, sam, priya, { start })]);
    await isBookedOnce();
  });

  it('with another time is told what is booked already', async () => {
    const opId = randomUUID();
    const other = startsOn(await timesWith(world, sam, priya))[1] ?? 0;
    await book(world, sam, priya, { start, opId });
    const { card } = await book(world, sam, priya, { start: other, opId });
    assert.match(wordsOn(card), /In both calendars. Waiting for Priya/);
    assert.equal((await keptOnly(world, sam, priya)).meeting.interval?.start, start);
    await isBookedOnce();
  });

  it('with another mentor is told what is booked already, and holds nothing with the other', async () => {
    const opId = randomUUID();
    await book(world, sam, priya, { start, opId });
    const grace = first(startsOn(await timesWith(world, sam, 'Grace Oyelaran')));
    const { card } = await book(world, sam, 'Grace Oyelaran', { start: grace, opId });
    assert.match(wordsOn(card), /Chemistry meeting with Priya Varghese/);
    await isBookedOnce();
    assert.deepEqual(await placesOf(world, profileIdOf(world, 'Grace Oyelaran')), []);
    assert.deepEqual(await diaryOf(world, world.person('Grace Oyelaran')), []);
  });

  it('after the meeting was cancelled shows that it is', async () => {
    const opId = randomUUID();
    await bookFirst(world, sam, priya, { start, opId });
    await pressNewest(world, sam, 'cancel');
    const { card } = await book(world, sam, priya, { start, opId });
    assert.match(wordsOn(card), /You cancelled it/);
    assert.deepEqual(await eventsOf(world, sam.name), []);
  });

  it('books after all when it came to nothing before, as Outlook was silent', async () => {
    const opId = randomUUID();
    await world.local('faults', { method: 'POST', body: { path: '/me/calendar/getSchedule', status: 400 } });
    const failed = await book(world, sam, priya, { start, opId });
    assert.match(failed.message ?? '', /Outlook does not answer/);
    assert.equal((await keptOnly(world, sam, priya)).meeting.stage, 'released');
    const { card } = await book(world, sam, priya, { start, opId });
    assert.match(wordsOn(card), /In both calendars. Waiting for Priya/);
    await isBookedOnce();
  });

  it('of an answer acts once, and once more when the first came to nothing', async () => {
    await bookFirst(world, sam, priya, { start });
    const { meeting } = await keptOnly(world, sam, priya);
    const data = { pairId: meeting.pairId, meetingId: meeting.id, opId: randomUUID() };
    await world.local('faults', { method: 'POST', body: { path: '/me/events/.*/accept', status: 400 } });
    assert.match((await press(mentor, 'accept', data)).message ?? '', /Outlook does not answer/);
    assert.equal((await keptOnly(world, sam, priya)).meeting.stage, 'waiting');
    const said = sam.messages().length;
    await Promise.all([press(mentor, 'accept', data), press(mentor, 'accept', data)]);
    await world.settled();
    assert.equal((await keptOnly(world, sam, priya)).meeting.stage, 'agreed');
    const news = sam.messages().slice(said);
    assert.equal(news.length, 1, 'the mentee hears of it once');
  });

  it('of two moves at once lets one through, and one time is held', async () => {
    await bookFirst(world, sam, priya, { start });
    const times = startsOn(await timesWith(world, sam, priya));
    const { meeting } = await keptOnly(world, sam, priya);
    const moves = { pairId: meeting.pairId, meetingId: meeting.id };
    const profileId = profileIdOf(world, priya);
    await Promise.all(
      times.slice(0, 2).map(to => press(sam, 'move-to', { profileId, moves, start: to, opId: randomUUID() })),
    );
    await world.settled();
    const kept = await keptOnly(world, sam, priya);
    const [event] = await eventsOf(world, sam.name);
    assert.equal(kept.intent, undefined);
    assert.equal(event?.start, kept.meeting.interval?.start);
    assert.notEqual(event?.start, start);
    const held = [{ ...kept.meeting.interval, meetingId: meeting.id }];
    assert.deepEqual([await diaryOf(world, sam), await diaryOf(world, mentor)], [held, held]);
  });

  it('of a cancel while a move is under way waits, and brings nothing back', async () => {
    await bookFirst(world, sam, priya, { start });
    const to = first(startsOn(await timesWith(world, sam, priya)));
    const { meeting } = await keptOnly(world, sam, priya);
    const moves = { pairId: meeting.pairId, meetingId: meeting.id };
    const data = { profileId: profileIdOf(world, priya), moves, start: to, opId: randomUUID() };
    await world.local('faults', {
      method: 'POST',
      body: { path: '/me/events/', method: 'PATCH', delayMs: 500 },
    });
    const moving = press(sam, 'move-to', data);
    const cancel = { ...moves, opId: randomUUID() };
    let answer = await press(mentor, 'cancel', cancel);
    for (let tried = 0; tried < 20 && !answer.card; tried += 1)
      answer = await press(mentor, 'cancel', cancel);
    await moving;
    await world.settled();
    const after = await press(mentor, 'cancel', { ...moves, opId: randomUUID() });
    await world.settled();
    assert.match(wordsOn(after.card), /cancelled/);
    assert.deepEqual(
      (await keptOf(world, sam, priya)).map(each => each.meeting.stage),
      ['cancelled'],
    );
    assert.deepEqual([await diaryOf(world, sam), await diaryOf(world, mentor)], [[], []]);
    assert.deepEqual(await eventsOf(world, sam.name), []);
  });
});
