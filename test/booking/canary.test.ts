import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  book,
  bookFirst,
  first,
  mondayMorning,
  press,
  pressNewest,
  startsOn,
  timesWith,
  wordsOn,
} from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import { keptOnly } from '../support/what-is-held.ts';

const priya = 'Priya Varghese';
const canary = (where: string) => `Zyxqwv${where}`;
const words = ['Sentence', 'Refinement', 'Shared', 'Typed', 'Late'].map(canary);

describe('What the mentee typed', () => {
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

  it('is in no request to Graph, no log line and no address, whether all goes well or not', async () => {
    const sam = world.person('Sam Okoro');
    const mentor = world.person(priya);
    await mentor.install();
    await sam.say(`I am a ${canary('Sentence')} nurse near Leeds and want to move into management`);
    await press(sam, 'refine', { text: `online ${canary('Refinement')}` });
    const shared = `About me: ${canary('Shared')}`;
    const start = first(startsOn(await timesWith(world, sam, priya)));
    await world.local('faults', {
      method: 'POST',
      body: { path: '^/me/events$', method: 'POST', status: 403 },
    });
    await book(world, sam, priya, { start, shared });
    await bookFirst(world, sam, priya, { start, shared });
    assert.match(
      wordsOn(mentor.messages().at(-1)?.cards[0]),
      new RegExp(canary('Shared')),
      'the mentor reads it',
    );
    await sam.say(`cancel ${canary('Typed')}`);
    await pressNewest(world, mentor, 'accept');
    await pressNewest(world, mentor, 'cancel');
    world.teams.refuseNext(3, 400);
    await press(sam, 'book', { text: canary('Late'), shared: canary('Late'), opId: randomUUID() });
    await world.settled();
    await keptOnly(world, sam, priya).catch(() => undefined);

    assert.ok(requests.length > 20);
    assert.ok(world.log.length > 0, 'something went wrong and was logged');
    const seen = [...requests, ...world.log, ...addresses(world)];
    for (const word of words)
      assert.deepEqual(
        seen.filter(each => each.includes(word)),
        [],
        word,
      );
    assert.ok(requests.some(each => each.includes('Meeting: Sam Okoro and Priya Varghese')));
  });
});

/** Links that people were given. */
function addresses(world: LocalWorld): string[] {
  const said = ['Sam Okoro', priya].flatMap(who => world.person(who).messages());
  return said.flatMap(message => JSON.stringify(message).match(/https?:[^"\s]*/g) ?? []);
}
