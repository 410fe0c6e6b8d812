import assert from 'node:assert/strict';
import {
  bookFirst,
  cardInChat,
  cardWith,
  dataOf,
  eventually,
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

const halfHour = 30 * 60_000;
const priya = 'Priya Varghese';

describe('A chemistry meeting in less usual ways', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    await mentor.install();
  });
  afterEach(() => world.close());

  it('frees both diaries at once when the mentor cancels while the mentee is signed out, and the calendar once they are back', async () => {
    await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'accept');
    await world.signOut(sam.name);
    await pressNewest(world, mentor, 'cancel');
    assert.deepEqual([await diaryOf(world, sam), await diaryOf(world, mentor)], [[], []]);
    assert.deepEqual(await placesOf(world, profileIdOf(world, priya)), []);
    assert.equal((await eventsOf(world, sam.name)).length, 1, 'nobody may cancel it yet');
    assert.deepEqual((await keptOnly(world, sam, priya)).intent?.todo.clear?.intervals, []);

    await sam.say('I want to move into management');
    const token = await world.tabToken(sam.name);
    const answer = await sam.raw({
      type: 'invoke',
      name: 'signin/tokenExchange',
      value: { id: 'exchange', connectionName: 'graph', token },
    });
    assert.equal(answer.status, 200);
    await eventually('the event is gone', async () => (await eventsOf(world, sam.name)).length === 0);
    await eventually('nothing is left', async () => (await keptOnly(world, sam, priya)).intent === undefined);
  });

  it('leaves the place and the diaries of a newer meeting of the two alone when the older is cleared late', async () => {
    await bookFirst(world, sam, priya);
    await world.signOut(sam.name);
    await pressNewest(world, mentor, 'not-now');
    await sam.raw({
      type: 'invoke',
      name: 'signin/tokenExchange',
      value: { id: 'exchange', connectionName: 'graph', token: await world.tabToken(sam.name) },
    });
    await bookFirst(world, sam, priya);
    await eventually('the older is cleared', async () =>
      (await keptOf(world, sam, priya)).every(each => each.intent === undefined),
    );
    assert.equal((await placesOf(world, profileIdOf(world, priya))).length, 1);
    assert.equal((await diaryOf(world, sam)).length, 1);
    assert.equal((await eventsOf(world, sam.name)).length, 1);
  });

  it('in person has its place and no Teams link, and keeps the way there free in both diaries', async () => {
    const place = 'Library, second floor';
    const { start } = await bookFirst(world, sam, priya, { mode: 'in person', place });
    const [own] = await eventsOf(world, sam.name);
    assert.equal(own?.body.isOnlineMeeting, false);
    assert.match(JSON.stringify(own?.body.location), /Library, second floor/);
    assert.doesNotMatch(JSON.stringify(own?.body.body), /meetup-join/);
    const { id } = (await keptOnly(world, sam, priya)).meeting;
    const held = [{ start: start - halfHour, end: start + 2 * halfHour, meetingId: id }];
    assert.deepEqual([await diaryOf(world, sam), await diaryOf(world, mentor)], [held, held]);
  });

  it('can be accepted no more once it is over', async () => {
    const { start } = await bookFirst(world, sam, priya);
    const { card, cardId } = await cardWith(mentor, 'accept');
    await world.local('clock', { method: 'POST', body: { now: start + halfHour } });
    const answer = await press(mentor, 'accept', dataOf(card, 'accept'), { cardId });
    assert.match(wordsOn(answer.card), /This is over, so nothing has changed\./);
    assert.equal((await keptOnly(world, sam, priya)).meeting.stage, 'waiting');
  });

  it('that is over does not stand in the way of another, and keeps its place when the other comes to nothing', async () => {
    const { start } = await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'accept');
    await world.local('clock', { method: 'POST', body: { now: start + 2 * halfHour } });
    const next = first(startsOn(await timesWith(world, sam, priya)));
    await world.local('faults', { method: 'POST', body: { path: '/me/calendar/getSchedule', status: 400 } });
    await bookFirst(world, sam, priya, { start: next });
    assert.equal((await placesOf(world, profileIdOf(world, priya))).length, 1);
    const cardId = await cardInChat(sam);
    await bookFirst(world, sam, priya, { start: next, cardId });
    assert.equal((await eventsOf(world, sam.name)).length, 2);
    await pressNewest(world, sam, 'cancel');
    assert.equal((await placesOf(world, profileIdOf(world, priya))).length, 1, 'they have met once');
  });
});
