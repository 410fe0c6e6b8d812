import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { bookFirst, eventually, mondayMorning, pressNewest } from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import { copiesOf, keptOnly } from '../support/what-is-held.ts';

const day = 24 * 60 * 60_000;
const priya = 'Priya Varghese';

describe('What is to be done later', () => {
  const operations: string[] = [];
  let world: LocalWorld;
  before(async () => {
    world = await openLocalWorld({
      now: mondayMorning,
      wrapStore: store => ({
        ...store,
        read(partition, id) {
          operations.push(partition.container);
          return store.read(partition, id);
        },
      }),
    });
  });
  after(() => world.close());

  const noted = () => copiesOf(world);

  it('does not touch the pairs for what is not due yet', async () => {
    const sam = world.person('Sam Okoro');
    await world.person(priya).say('ask me first');
    await bookFirst(world, sam, priya, { start: Date.parse('2026-12-10T14:00:00Z') });
    await eventually('the open request is noted', async () => (await noted()).length === 2);
    assert.deepEqual((await noted()).map(({ kind }) => kind).sort(), ['answer-awaited', 'settle']);
    operations.length = 0;
    await wait(4500);
    assert.ok(operations.includes('due'), 'it has looked');
    assert.ok(!operations.includes('pairs'));
  });

  it('takes up what is due, and forgets what is done', async () => {
    const sam = world.person('Sam Okoro');
    await world.local('clock', { method: 'POST', body: { now: mondayMorning + 3 * day } });
    await eventually(
      'it has lapsed',
      async () => (await keptOnly(world, sam, priya)).meeting.stage === 'not now',
    );
    await eventually('nothing is noted', async () => (await noted()).length === 0);
  });

  it('forgets what was answered before it was due', async () => {
    const grace = world.person('Grace Oyelaran');
    await bookFirst(world, grace, priya);
    await eventually('the open request is noted', async () => (await noted()).length === 2);
    await pressNewest(world, world.person(priya), 'accept');
    await world.local('clock', { method: 'POST', body: { now: mondayMorning + 8 * day } });
    await eventually('nothing is noted', async () => (await noted()).length === 0);
    assert.equal((await keptOnly(world, grace, priya)).meeting.stage, 'agreed');
  });
});
