import assert from 'node:assert/strict';
import { startsOn, timesWith } from '../support/booking-by-chat.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { graphCalls } from '../support/what-is-held.ts';
import { mentorsIn, sentence, wordsOn, worldOfThisFile } from './in-the-chat.ts';

describe('The next free day on a mentor’s card', () => {
  const world = worldOfThisFile();
  const sam = () => world().person('Sam Okoro');
  const schedules = async () =>
    (await graphCalls(world())).filter(call => call === 'POST calendar/getSchedule').length;
  /** By mentor; undefined where the card says none. */
  async function nextFree(who: TeamsPerson, words: string): Promise<ReadonlyMap<string, string | undefined>> {
    const found = await who.say(words);
    const cards = found.flatMap(message => message.cards).filter(card => wordsOn(card).includes(' · '));
    const days = cards.map(card => /Next free: (.+)/.exec(wordsOn(card))?.[1]);
    return new Map(mentorsIn(found).map((name, at) => [name, days[at]]));
  }

  afterEach(async () => {
    await world().local('faults', { method: 'DELETE' });
  });

  it('is the first on which both are free, on a wished-for day where there is one, as the times then say', async () => {
    const days = await nextFree(sam(), sentence);
    assert.deepEqual([...new Set(days.values())], ['Thursday 26 November']);
    for (const name of days.keys()) {
      const [start = 0] = startsOn(await timesWith(world(), sam(), name));
      assert.equal(new Date(start).toISOString().slice(0, 10), '2026-11-26');
    }
  });

  it('costs one look at all the calendars together', async () => {
    await world().local('calls', { method: 'DELETE' });
    await sam().say(sentence);
    assert.equal(await schedules(), 1);
    await world().local('calls', { method: 'DELETE' });
    await sam().say('more');
    assert.equal(await schedules(), 1);
  });

  it('is not said of a mentor whose calendar cannot be seen', async () => {
    const days = await nextFree(sam(), 'leading change after a merger, conflict, in the ambulance service');
    assert.ok(days.has('Graham Hepworth'), [...days.keys()].join(', '));
    assert.equal(days.get('Graham Hepworth'), undefined);
  });

  it('is left out where Outlook is broken or takes longer than a second, and the mentors come all the same', async () => {
    for (const fault of [{ status: 503 }, { status: 400 }, { delayMs: 6000 }]) {
      await world().local('faults', {
        method: 'POST',
        body: { path: '/me/calendar/getSchedule', times: 10, ...fault },
      });
      const began = performance.now();
      const days = await nextFree(sam(), sentence);
      assert.ok(performance.now() - began < 2500, JSON.stringify(fault));
      assert.equal(days.size, 3);
      assert.deepEqual([...new Set(days.values())], [undefined]);
      await world().local('faults', { method: 'DELETE' });
    }
  });

  it('is neither said nor asked for where the person has not signed in', async () => {
    await world().local('calls', { method: 'DELETE' });
    const days = await nextFree(world().person('Tomasz Wiśniewski'), sentence);
    assert.equal(days.size, 3);
    assert.deepEqual([...new Set(days.values())], [undefined]);
    assert.equal(await schedules(), 0);
  });
});
