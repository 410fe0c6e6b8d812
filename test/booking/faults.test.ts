import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  book,
  bookFirst,
  cardInChat,
  eventually,
  first,
  press,
  profileIdOf,
  startsOn,
  timesWith,
  wordsOn,
} from '../support/booking-by-chat.ts';
import type { LocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { assertAllFree, diaryOf, eventsOf, graphCalls, keptOnly } from '../support/what-is-held.ts';
import { type FailingWorld, openFailingWorld } from '../support/when-outlook-fails.ts';

const priya = 'Priya Varghese';
const events = { path: '^/me/events$', method: 'POST' };

describe('When Outlook fails', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  let start: number;
  let fault: FailingWorld['fault'];
  let leasesEnd: FailingWorld['leasesEnd'];
  beforeEach(async () => {
    ({ world, sam, mentor, fault, leasesEnd } = await openFailingWorld(priya));
    start = first(startsOn(await timesWith(world, sam, priya)));
  });
  afterEach(() => world.close());

  const stage = async () => (await keptOnly(world, sam, priya)).meeting.stage;
  const nothingLeft = () =>
    eventually('nothing is left to do', async () => (await keptOnly(world, sam, priya)).intent === undefined);
  const isBookedOnce = async () => {
    await nothingLeft();
    assert.equal(await stage(), 'waiting');
    assert.equal((await eventsOf(world, sam.name)).length, 1);
    assert.equal((await eventsOf(world, priya)).length, 1);
    assert.equal((await diaryOf(world, mentor)).length, 1);
  };

  for (const [what, failing] of [
    ['with 503', { status: 503 }],
    ['with 429 and a long wait', { status: 429, retryAfter: 30 }],
    ['by closing the connection', { drop: true }],
  ] as const) {
    it(`to show free/busy ${what}, the person is told, all is free, and the same button works later`, async () => {
      await fault({ path: '/me/calendar/getSchedule', times: 20, ...failing });
      const opId = randomUUID();
      const { message } = await book(world, sam, priya, { start, opId });
      assert.match(message ?? '', /^Outlook does not answer at this moment. Nothing is lost/);
      await assertAllFree(world, sam, priya);
      if ('retryAfter' in failing) return;
      await world.local('faults', { method: 'DELETE' });
      const { card } = await book(world, sam, priya, { start, opId });
      assert.match(wordsOn(card), /In both calendars/);
      await isBookedOnce();
    });
  }

  it('to show times, the person is told', async () => {
    await fault({ path: '/me/calendar/getSchedule', times: 20, status: 503 });
    const { message } = await press(sam, 'more-times', { profileId: profileIdOf(world, priya), skip: 0 });
    assert.match(message ?? '', /^Outlook does not answer at this moment/);
  });

  it('with a short wait, it is waited for', async () => {
    await fault({ path: '/me/calendar/getSchedule', status: 429, retryAfter: 1 });
    const { card } = await book(world, sam, priya, { start });
    assert.match(wordsOn(card), /In both calendars/);
    await isBookedOnce();
  });

  for (const [what, failing] of [
    ['with 504 after the event was made', { loseAnswer: true }],
    ['by closing the connection before it', { drop: true }],
    ['with 504', { status: 504 }],
    ['by being slow', { delayMs: 3000 }],
  ] as const) {
    it(`once ${what}, there is one event`, async () => {
      await fault({ ...events, ...failing });
      const { card } = await book(world, sam, priya, { start });
      assert.match(wordsOn(card), /In both calendars/);
      await isBookedOnce();
    });
  }

  it('so that nobody can tell whether the event is there, and it is: the repair finds it and both are told', async () => {
    await fault(
      { ...events, times: 20, loseAnswer: true },
      { path: '/me/calendarView', times: 4, status: 503 },
    );
    const cardId = await cardInChat(sam);
    const { message } = await book(world, sam, priya, { start, cardId });
    assert.match(message ?? '', /still putting it into both calendars/);
    assert.equal(await stage(), 'reserving');
    await world.local('faults', { method: 'DELETE' });
    leasesEnd();
    await isBookedOnce();
    assert.match(wordsOn(sam.messages().find(each => each.id === cardId)?.cards[0]), /In both calendars/);
    assert.match(sam.messages().at(-1)?.text ?? '', /In both calendars/);
    assert.match(wordsOn(mentor.messages().at(-1)?.cards[0]), /Sam Okoro would like/);
  });

  it('so that nobody can tell whether the event is there, and it is not: the repair frees everything', async () => {
    await fault({ ...events, times: 20, status: 504 }, { path: '/me/calendarView', times: 4, status: 503 });
    const { message } = await book(world, sam, priya, { start });
    assert.match(message ?? '', /still putting it into both calendars/);
    await world.local('faults', { method: 'DELETE' });
    leasesEnd();
    await nothingLeft();
    assert.equal(await stage(), 'released');
    await assertAllFree(world, sam, priya);
    await bookFirst(world, world.person('Grace Oyelaran'), priya);
  });

  it('to refuse the event, all is free again', async () => {
    await fault({ ...events, times: 20, status: 403 });
    const { message } = await book(world, sam, priya, { start });
    assert.match(message ?? '', /^Outlook does not answer at this moment/);
    await assertAllFree(world, sam, priya);
  });

  it('T02 refuses a time that something else has come into since it was shown', async () => {
    await takeUp(start);
    await world.local('calls', { method: 'DELETE' });
    const { card } = await book(world, sam, priya, { start });
    assert.match(wordsOn(card), /That time has just gone/);
    assert.ok(!(await graphCalls(world)).includes('POST events'));
    await assertAllFree(world, sam, priya);
  });

  it('T03 finds what came in between the last look and the event, and tells the mentee', async () => {
    await fault({ ...events, delayMs: 600 });
    const booking = book(world, sam, priya, { start });
    await eventually(
      'both have been looked at',
      async () => (await graphCalls(world)).filter(call => call === 'POST calendar/getSchedule').length === 2,
    );
    await takeUp(start);
    await booking;
    await world.settled();
    assert.match(
      wordsOn(sam.messages().at(-1)?.cards[0]),
      /Something else has just come into your calendar at the time of your meeting with Priya/,
    );
    await isBookedOnce();
  });

  async function takeUp(at: number): Promise<void> {
    const time = (ms: number) => ({ dateTime: new Date(ms).toISOString().slice(0, -1), timeZone: 'UTC' });
    const body = { subject: 'Ward round', start: time(at), end: time(at + 60 * 60_000) };
    const { status } = await world.graphAs(sam.name, '/me/calendar/events', { method: 'POST', body });
    assert.equal(status, 201);
  }
});
