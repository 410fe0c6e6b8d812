import assert from 'node:assert/strict';
import {
  book,
  bookFirst,
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
import { diaryOf, eventsOf, keptOf, keptOnly, placesOf } from '../support/what-is-held.ts';

const at = Date.parse('2026-12-09T13:00:00Z');

describe('A booking is refused', () => {
  let world: LocalWorld;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
  });
  afterEach(() => world.close());

  const said = async (answer: ReturnType<typeof book>) => {
    const { card, message } = await answer;
    return card ? wordsOn(card) : (message ?? '');
  };

  it('with whoever manages the mentee, even by a forged press that declares the contrary', async () => {
    const sam = world.person('Sam Okoro');
    const words = await said(book(world, sam, 'Margaret O’Donoghue', { start: at, declares: true }));
    assert.match(words, /A mentor is nobody who manages you, or whom you manage/);
    assert.deepEqual(await keptOf(world, sam, 'Margaret O’Donoghue'), []);
  });

  it('with somebody whom the mentee manages', async () => {
    const words = await said(
      book(world, world.person('Daniel Akhtar'), 'Grace Oyelaran', { start: at, declares: true }),
    );
    assert.match(words, /A mentor is nobody who manages you, or whom you manage/);
  });

  it('with oneself', async () => {
    const words = await said(
      book(world, world.person('Grace Oyelaran'), 'Grace Oyelaran', { start: at, declares: true }),
    );
    assert.match(words, /You cannot book a meeting with yourself/);
  });

  it('with a mentor who paused after the times were shown', async () => {
    const sam = world.person('Sam Okoro');
    const start = first(startsOn(await timesWith(world, sam, 'Priya Varghese')));
    await world.person('Priya Varghese').say('pause me until 5 January');
    assert.match(await said(book(world, sam, 'Priya Varghese', { start })), /taking a break/);
    assert.deepEqual(await diaryOf(world, sam), []);
  });

  it('at a time that is too soon, too far ahead or past', async () => {
    const sam = world.person('Sam Okoro');
    const hour = 3_600_000;
    for (const [start, words] of [
      [mondayMorning + hour, /too soon/],
      [mondayMorning + 29 * 24 * hour, /too far ahead/],
      [mondayMorning - hour, /has passed/],
    ] as const) {
      assert.match(await said(book(world, sam, 'Priya Varghese', { start })), words);
    }
    assert.deepEqual(await eventsOf(world, sam.name), []);
  });

  it('to one of two mentees who want the last place at once', async () => {
    const [sam, grace] = [world.person('Sam Okoro'), world.person('Grace Oyelaran')];
    const asif = 'Asif Rahman';
    const forSam = first(startsOn(await timesWith(world, sam, asif)));
    const forGrace = startsOn(await timesWith(world, grace, asif)).find(start => start !== forSam) ?? 0;
    const words = await Promise.all([
      said(book(world, sam, asif, { start: forSam, declares: true })),
      said(book(world, grace, asif, { start: forGrace, declares: true })),
    ]);
    await world.settled();
    assert.equal(words.filter(each => /In both calendars/.test(each)).length, 1, words.join('\n'));
    assert.equal(words.filter(each => /no place left/.test(each)).length, 1);
    assert.equal((await placesOf(world, profileIdOf(world, asif))).length, 1);
    assert.equal((await eventsOf(world, asif)).length, 1);
    assert.equal((await diaryOf(world, world.person(asif))).length, 1);
    assert.equal((await diaryOf(world, sam)).length + (await diaryOf(world, grace)).length, 1);
  });

  it('where nobody can tell who manages whom, until both have said that neither does; kept with its time', async () => {
    const amara = world.person('Amara Pickersgill');
    const meera = 'Meera Pillai';
    const mentor = world.person(meera);
    await mentor.install();
    const start = first(startsOn(await timesWith(world, amara, meera)));
    assert.match(
      await said(book(world, amara, meera, { start })),
      /We cannot tell whether one of you manages/,
    );
    assert.deepEqual(await keptOf(world, amara, meera), []);
    await bookFirst(world, amara, meera, { start, declares: true });
    const { pair, meeting } = await keptOnly(world, amara, meera);
    assert.equal(Math.abs(Date.parse(pair?.declarations.mentee ?? '') - mondayMorning) < 600_000, true);
    assert.equal(pair?.declarations.mentor, undefined);

    const unsaid = await pressNewest(world, mentor, 'accept', { declares: false });
    assert.match(wordsOn(unsaid.card), /We cannot tell whether one of you manages/);
    assert.equal((await keptOnly(world, amara, meera)).meeting.stage, meeting.stage);
    await pressNewest(world, mentor, 'accept', { declares: true });
    const after = await keptOnly(world, amara, meera);
    assert.equal(after.meeting.stage, 'agreed');
    assert.match(after.pair?.declarations.mentor ?? '', /^2026-11-23T/);
  });

  it('for strangers who press the buttons of other people', async () => {
    await bookFirst(world, world.person('Sam Okoro'), 'Priya Varghese');
    const { card, message } = await pressNewestOf(world, 'Grace Oyelaran');
    assert.match(card ? wordsOn(card) : (message ?? ''), /That is not here, or it is not yours to see/);
    assert.equal(
      (await keptOnly(world, world.person('Sam Okoro'), 'Priya Varghese')).meeting.stage,
      'waiting',
    );
  });
});

async function pressNewestOf(world: LocalWorld, stranger: string) {
  const { meeting } = await keptOnly(world, world.person('Sam Okoro'), 'Priya Varghese');
  const data = { pairId: meeting.pairId, meetingId: meeting.id, opId: 'op' };
  return press(world.person(stranger), 'cancel', data);
}
