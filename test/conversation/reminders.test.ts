import assert from 'node:assert/strict';
import {
  book,
  bookFirst,
  dataOf,
  eventually,
  first,
  mondayMorning,
  press,
  pressNewest,
  startsOn,
  timesWith,
  verbsOn,
  wordsOn,
} from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { copiesOf, keptOnly } from '../support/what-is-held.ts';

const priya = 'Priya Varghese';
const minute = 60_000;

describe('A reminder in chat', () => {
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

  const setClock = (now: number) => world.local('clock', { method: 'POST', body: { now } });
  const remindersOf = (who: TeamsPerson) =>
    who.messages().filter(each => each.cards.some(card => verbsOn(card).includes('stop-reminders')));
  const dueOf = async (kind: string) => {
    const copies = async () => (await copiesOf(world)).filter(each => each.kind === kind);
    await eventually(`${kind} is noted`, async () => (await copies()).length > 0);
    return first(await copies()).dueAt;
  };

  it('comes once to both before they meet, and shows how the meeting stands when pressed', async () => {
    await bookFirst(world, sam, priya, {
      start: first(startsOn(await timesWith(world, sam, priya)).slice(-1)),
    });
    await pressNewest(world, mentor, 'accept');
    await setClock((await dueOf('meeting-ahead')) + minute);
    for (const who of [sam, mentor]) {
      await eventually('it has come', () => remindersOf(who).length > 0);
      const [reminder, ...more] = remindersOf(who);
      assert.equal(more.length, 0);
      assert.match(wordsOn(reminder?.cards[0]), /Your chemistry meeting with .+: .+ 2026/);
      const shown = await press(who, 'show-meeting', dataOf(reminder?.cards[0], 'show-meeting'));
      assert.ok(verbsOn(shown.card).includes('cancel'));
    }
    await eventually('nothing is left but its end', async () =>
      (await keptOnly(world, sam, priya)).outbox.every(({ kind }) => kind === 'met'),
    );
  });

  it('never comes when the meeting is cancelled before', async () => {
    await bookFirst(world, sam, priya);
    const due = await dueOf('answer-awaited');
    await pressNewest(world, sam, 'cancel');
    assert.deepEqual((await keptOnly(world, sam, priya)).outbox, []);
    await setClock(due + minute);
    await eventually('no copy is left', async () => (await copiesOf(world)).length === 0);
    assert.deepEqual([...remindersOf(sam), ...remindersOf(mentor)], []);
  });

  it('is one message where several are due at once', async () => {
    const grace = world.person('Grace Oyelaran');
    const times = startsOn(await timesWith(world, sam, priya));
    await book(world, sam, priya, { start: first(times.slice(-1)) });
    await world.settled();
    await book(world, grace, priya, {
      start: first(startsOn(await timesWith(world, grace, priya)).slice(-1)),
    });
    await world.settled();
    await eventually(
      'both are noted',
      async () => (await copiesOf(world)).filter(each => each.kind === 'answer-awaited').length === 2,
    );
    await setClock((await dueOf('answer-awaited')) + 2 * 60 * minute);
    await eventually('it has come', () => remindersOf(mentor).length > 0);
    await eventually('none is left', async () =>
      (await copiesOf(world)).every(each => each.kind !== 'answer-awaited'),
    );
    const [only, ...more] = remindersOf(mentor);
    assert.equal(more.length, 0);
    const said = wordsOn(only?.cards[0]);
    for (const name of ['Sam Okoro', 'Grace Oyelaran']) assert.ok(said.includes(`${name} waits`), said);
  });

  it('stops when its own button is pressed, and comes again when asked for in words', async () => {
    await mentor.say('stop reminders');
    await bookFirst(world, sam, priya);
    await setClock((await dueOf('answer-awaited')) + minute);
    await eventually('it is gone', async () =>
      (await copiesOf(world)).every(each => each.kind !== 'answer-awaited'),
    );
    assert.deepEqual(remindersOf(mentor), []);
    const [answer] = await mentor.say('send reminders again');
    assert.match(answer?.text ?? '', /We send you reminders again/);
    const stopped = await press(mentor, 'stop-reminders', { kinds: 'answer-awaited,made-up' });
    assert.match(stopped.message ?? '', /We stop these reminders/);
  });
});
