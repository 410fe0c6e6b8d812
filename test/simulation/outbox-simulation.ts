import assert from 'node:assert/strict';
import { cosmosStore } from '../../bot/adapters/cosmos/cosmos-store.ts';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import type { Store } from '../../bot/ports/store.ts';
import { cosmosServer } from '../support/cosmos-protocol/cosmos-server.ts';
import { makeContainers } from '../support/cosmos-protocol/make-containers.ts';
import { pollMs, type Simulated, simulate } from './simulate.ts';

type Opened = { readonly store: Store; readonly end: () => Promise<void> };
type Kind = { readonly open: () => Promise<Opened>; readonly decisions: number };

/** In Cosmos a step costs eight times as much, so fewer decisions are taken there in each seed. */
const kinds: Readonly<Record<'SQLite' | 'Cosmos', Kind>> = {
  SQLite: {
    decisions: 7,
    async open() {
      const store = sqliteStore(':memory:');
      return { store, end: () => store.close() };
    },
  },
  Cosmos: {
    decisions: 4,
    async open() {
      const server = await cosmosServer();
      const account = { database: 'mentoring', ...server.withoutSocket };
      await makeContainers(account);
      const store = cosmosStore(account);
      return {
        store,
        async end() {
          await store.close();
          await server.close();
        },
      };
    },
  },
};

/** Every seed from 1 on, in this process, each in a store of its own. */
export function outboxSimulation(name: 'SQLite' | 'Cosmos', { seeds }: { readonly seeds: number }): void {
  describe(`The outbox in ${name}, whatever is abandoned, lost or late on the way, in ${seeds} seeds`, function () {
    this.timeout(1_200_000);
    const { open, decisions } = kinds[name];
    const all: Simulated[] = [];

    it('loses nothing, tells nothing twice, and nothing that was cancelled before', async () => {
      for (let seed = 1; seed <= seeds; seed += 1) {
        const { store, end } = await open();
        const simulated = await simulate(store, seed, decisions);
        await end();
        assert.deepEqual(simulated.problems, [], `seed ${seed}`);
        all.push(simulated);
      }
    });

    it('goes the same way for the same seed', async () => {
      const { store, end } = await open();
      assert.deepEqual((await simulate(store, 1, decisions)).trace, all[0]?.trace);
      await end();
    });

    it('is late by no more than the poll period and 60 seconds in 99 of 100', () => {
      const late = all.flatMap(each => each.lateMs).sort((a, b) => a - b);
      const at = (part: number) => late[Math.floor(late.length * part)] ?? 0;
      const causes = all.flatMap(each => each.causes);
      const sum = (of: (each: Simulated) => number) => all.reduce((total, each) => total + of(each), 0);
      console.log(
        `      ${sum(each => each.steps)} steps, ${sum(each => each.abandoned)} instances abandoned, ${causes.length} things to tell, ` +
          `${late.length} told, ${causes.filter(each => each.state === 'unclear').length} unclear; ` +
          `late by ${at(0.5)} ms (half), ${at(0.99)} ms (99 %), ${late.at(-1)} ms (longest)`,
      );
      assert.ok(late.length > 0);
      assert.ok(at(0.99) <= pollMs + 60_000);
    });
  });
}
