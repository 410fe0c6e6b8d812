import assert from 'node:assert/strict';
import { overlaps } from '../../bot/mentoring/availability/interval.ts';
import { profilesOf } from '../../bot/records/partitions.ts';
import type { ProfileRecord } from '../../bot/records/profile-record.ts';
import {
  book,
  eventually,
  first,
  mondayMorning,
  profileIdOf,
  startsOn,
  timesWith,
  wordsOn,
} from './booking-by-chat.ts';
import { freePorts } from './free-ports.ts';
import { type LocalWorld, openLocalWorld } from './local-world.ts';
import { type AppProcess, runAppProcess } from './run-app-process.ts';
import { openTeams, type TeamsClient } from './teams-client.ts';
import { diaryOf, eventsOf, isOpen, keptOf, placesOf } from './what-is-held.ts';

const sunita = 'Sunita Holroyd';

/** Twenty mentees press one slot at once, ten at each of two processes of the app on one store. */
export function pressedAtTwoProcesses(
  onWhat: string,
  settings: () => Promise<Readonly<Record<string, string>>>,
): void {
  describe(`Two processes of the app on ${onWhat}`, function () {
    this.timeout(120_000);
    let world: LocalWorld;
    let processes: readonly AppProcess[];
    let clients: readonly TeamsClient[];
    before(async () => {
      world = await openLocalWorld({
        now: mondayMorning,
        withoutApp: true,
        settings: await settings(),
      });
      const ports = await [await freePorts(), await freePorts()];
      processes = await Promise.all(ports.map(port => runAppProcess(world, { port })));
      clients = await Promise.all(ports.map(port => openTeams(`http://127.0.0.1:${port}`)));
    });
    after(async () => {
      await Promise.all(processes.map(each => each.kill()));
      await Promise.all(clients.map(each => each.close()));
      await world.close();
    });

    it('T01 gives one slot to one of 20 mentees who press it at once, and the others new times', async () => {
      await givePlaces(world, sunita, 20);
      const mentor = world.personIn(first(clients), sunita);
      await mentor.say('hello');
      const trust = world.graph
        .people()
        .filter(
          ({ mailbox, consented, email, name }) =>
            mailbox === 'cloud' &&
            consented &&
            email.endsWith('@example.nhs.uk') &&
            !['Farah Abara', 'Ines Sheard', sunita].includes(name),
        );
      const mentees = trust
        .slice(0, 20)
        .map(({ email }, at) => world.personIn(clients[at % 2] ?? first(clients), email));
      assert.equal(mentees.length, 20);
      const start = Date.parse('2026-12-09T13:00:00Z');
      await Promise.all([...mentees, mentor].map(each => clear(world, each.name, start)));
      const common = (await Promise.all(mentees.map(each => timesWith(world, each, sunita)))).map(startsOn);
      assert.ok(common.every(times => times.length > 0));

      const answers = await Promise.all(
        mentees.map(each => book(world, each, sunita, { start, declares: true })),
      );
      const said = answers.map(({ card, message, status }) =>
        card ? wordsOn(card) : `${status} ${message}`,
      );
      const won = said.filter(words => words.includes('In both calendars. Waiting for Sunita.'));
      const gone = answers.filter(({ card }) => card && wordsOn(card).includes('That time has just gone'));
      assert.deepEqual([won.length, gone.length], [1, 19], said.join('\n'));
      for (const { card } of gone) {
        assert.ok(startsOn(card).length > 0);
        assert.ok(!startsOn(card).includes(start));
      }

      const all = async () => (await Promise.all(mentees.map(each => keptOf(world, each, sunita)))).flat();
      await eventually('nothing is left to do', async () => (await all()).every(kept => !isOpen(kept)));
      assert.deepEqual(
        (await eventsOf(world, sunita)).map(event => event.start),
        [start],
      );
      assert.equal((await placesOf(world, profileIdOf(world, sunita))).length, 1);
      for (const person of [...mentees, mentor]) {
        const entries = await diaryOf(world, person);
        for (const [at, entry] of entries.entries()) {
          assert.ok(entries.slice(at + 1).every(other => !overlaps(entry, other)));
        }
      }
      assert.deepEqual(
        (await diaryOf(world, mentor)).map(entry => entry.start),
        [start],
      );
    });
  });
}

async function givePlaces(
  { store, scheme, ...world }: LocalWorld,
  who: string,
  capacity: number,
): Promise<void> {
  const id = profileIdOf({ store, scheme, ...world }, who);
  const stored = await store.read<ProfileRecord>(profilesOf(scheme), id);
  assert.ok(stored);
  const put: ProfileRecord = { ...stored.document, profile: { ...stored.document.profile, capacity } };
  const written = await store.write(profilesOf(scheme), [{ put, ifMatch: stored.etag }]);
  assert.equal(written.outcome, 'written');
}

/** Nothing in their calendar around that time. */
async function clear(world: LocalWorld, who: string, start: number): Promise<void> {
  const at = (ms: number) => new Date(ms).toISOString();
  const window = `startDateTime=${at(start - 1)}&endDateTime=${at(start + 30 * 60_000)}`;
  const { body } = await world.graphAs(who, `/me/calendarView?${window}&$select=id,type,seriesMasterId`);
  for (const event of Array.isArray(body.value) ? body.value : []) {
    const { status } = await world.graphAs(who, `/me/events/${event.id}`, { method: 'DELETE' });
    assert.equal(status, 204);
  }
}
