import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../bot/ports/store.ts';
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
} from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { graphCalls, keptOf } from '../support/what-is-held.ts';

const priya = 'Priya Varghese';

describe('What a booking costs', () => {
  const operations: string[] = [];
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  let start: number;
  before(async () => {
    world = await openLocalWorld({ now: mondayMorning, wrapStore: store => counting(store, operations) });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    await mentor.install();
    await sam.say('my meetings');
    start = first(startsOn(await timesWith(world, sam, priya)));
    await bookFirst(world, sam, priya, { start });
    await pressNewest(world, sam, 'cancel');
  });
  after(() => world.close());
  beforeEach(() => world.local('calls', { method: 'DELETE' }));

  const calendarCalls = async () => (await graphCalls(world)).filter(call => !call.endsWith('$batch'));
  const batches = async () => (await graphCalls(world)).filter(call => call.endsWith('$batch'));

  it('is one getSchedule to show times', async () => {
    await timesWith(world, sam, priya);
    assert.deepEqual(await calendarCalls(), ['POST calendar/getSchedule']);
    assert.ok((await batches()).length <= 1);
  });

  it('is one getSchedule and one event to confirm, and one look at the calendar afterwards', async () => {
    const cardId = await cardInChat(sam);
    await world.local('calls', { method: 'DELETE' });
    operations.length = 0;
    await book(world, sam, priya, { start, cardId });
    await world.settled();
    assert.ok((await batches()).length <= 1);
    const shown = ['POST calendar/getSchedule', 'POST events', 'GET calendarView'];
    assert.deepEqual(await calendarCalls(), shown);
  });

  it('is 8 reads and 5 writes of the store until the person is answered, 14 and 7 with all that follows', () => {
    const marked = operations.findIndex(
      (each, at) => each === 'write pairs' && operations.indexOf(each) < at,
    );
    const answered = operations.slice(0, marked + 1);
    const count = (of: readonly string[], what: string) => of.filter(each => each.startsWith(what)).length;
    assert.deepEqual([count(answered, 'read'), count(answered, 'write')], [8, 5], answered.join(', '));
    assert.deepEqual([count(operations, 'read'), count(operations, 'write')], [14, 7], operations.join(', '));
  });

  it('is one change of the event to move it, after one look at both calendars', async () => {
    const to = first(startsOn(await timesWith(world, sam, priya)));
    await world.local('calls', { method: 'DELETE' });
    const { meeting } = await keptStanding(world, sam);
    const moves = { pairId: meeting.pairId, meetingId: meeting.id };
    await press(sam, 'move-to', {
      profileId: profileIdOf(world, priya),
      moves,
      start: to,
      opId: randomUUID(),
    });
    const shown = ['POST calendar/getSchedule', 'PATCH events/*', 'GET calendarView'];
    await world.settled();
    assert.deepEqual(await calendarCalls(), shown);
  });

  it('is one call to cancel it', async () => {
    const { meeting } = await keptStanding(world, sam);
    await press(sam, 'cancel', { pairId: meeting.pairId, meetingId: meeting.id, opId: randomUUID() });
    await world.settled();
    assert.deepEqual(await calendarCalls(), ['POST events/*/cancel']);
  });
});

/** What the repair notes for itself is not of the booking. */
function counting(store: Store, operations: string[]): Store {
  const count = (what: 'read' | 'write', container: string) => {
    if (container !== 'due') operations.push(`${what} ${container}`);
  };
  return {
    ...store,
    read(partition, id) {
      count('read', partition.container);
      return store.read(partition, id);
    },
    list(partition, type, prefix) {
      count('read', partition.container);
      return store.list(partition, type, prefix);
    },
    write(partition, writes) {
      count('write', partition.container);
      return store.write(partition, writes);
    },
  };
}

async function keptStanding(world: LocalWorld, mentee: TeamsPerson) {
  const all = await keptOf(world, mentee, priya);
  return first(all.filter(({ meeting }) => meeting.stage === 'waiting'));
}
