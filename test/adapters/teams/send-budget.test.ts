import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import { type SendBudget, sendBudget } from '../../../bot/adapters/teams/send-budget.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { type Limit, tenantLimits, threadLimits } from '../../../infra/local/teams/limits.ts';
import { type SimulatedTime, simulatedTime } from '../../support/simulated-time.ts';

const startsAt = Date.parse('2026-11-23T10:00:00Z');
/** What the budget allows itself of Teams' 50 a second. */
const perSecond = 48.5;

type Sent = { readonly at: number; readonly thread: string };

describe('The budget for what is said first', () => {
  it('lets nobody wait where there is room', async () => {
    const { time, budgets } = several(1);
    const [budget] = budgets;
    assert.equal(await time.during(budget.room('trust', 'a')), 'now');
    assert.equal(time.now(), startsAt);
  });

  it('leases many slots at once, so that the instances do not write for each message', async () => {
    let writes = 0;
    const { time, budgets } = several(1, store => ({
      ...store,
      write: (partition, all) => {
        writes += 1;
        return store.write(partition, all);
      },
    }));
    await time.during(sendAll(time, budgets, distinct(900)));
    assert.ok(writes <= 900 / 10, `${writes} writes`);
  });

  for (const instances of [1, 2, 3] as const) {
    it(`uses nearly all of the tenant's limit with ${instances} at work, and never more than it`, async () => {
      const { time, budgets } = several(instances, slowly);
      const sent = await time.during(sendAll(time, budgets, distinct(2000)));
      mustKeepLimits(sent);
      const tookMs = time.now() - startsAt;
      assert.equal(sent.length, 2000);
      assert.ok(tookMs <= (2000 / perSecond) * 1000 * 1.05, `${tookMs} ms`);
    });
  }

  it('holds any mixture of messages and instances to the limits of threads and tenants', async () => {
    const message = fc.record({
      thread: fc.nat(6),
      tenant: fc.nat(1),
      after: fc.nat(4000),
    });
    const arrivals = fc.array(message, { minLength: 1, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1, 2, 3), arrivals, fc.nat(60), async (instances, all, slowMs) => {
        const { time, budgets } = several(instances, (store, passing) =>
          delayed(store, passing, () => slowMs),
        );
        const sent: (Sent & { readonly tenant: string })[] = [];
        const one = async ({ thread, tenant, after }: (typeof all)[number], index: number) => {
          const [to, name] = [`t${tenant}`, `t${tenant}-${thread}`];
          await time.sleep(after);
          const budget = budgets[index % instances] ?? budgets[0];
          for (;;) {
            const room = await budget.room(to, name);
            if (room === 'now') break;
            await time.sleep(room.afterMs);
          }
          sent.push({ at: time.now(), thread: name, tenant: to });
        };
        await time.during(Promise.all(all.map(one)));
        assert.equal(sent.length, all.length);
        for (const tenant of ['t0', 't1']) mustKeepLimits(sent.filter(each => each.tenant === tenant));
      }),
      { numRuns: 60 },
    );
  });

  it('goes on with a store that takes longer than the slots of one lease', async () => {
    const { time, budgets } = several(2, (store, passing) => delayed(store, passing, () => 400));
    const sent = await time.during(sendAll(time, budgets, distinct(200)));
    mustKeepLimits(sent);
    assert.ok(time.now() - startsAt <= 20_000, `${time.now() - startsAt} ms`);
  });

  it('loses nothing but a third of a second when an instance dies with slots in its hands', async () => {
    const { time, budgets } = several(2);
    const [dies, lives] = [budgets[0], budgets[1] ?? budgets[0]];
    void sendAll(time, [dies], distinct(300, 'dead'));
    await time.during(time.sleep(1000));
    const from = time.now();
    const sent = await time.during(sendAll(time, [lives], distinct(450)));
    assert.equal(sent.length, 450);
    assert.ok(time.now() - from <= 22_000, `${time.now() - from} ms`);
  });

  it('waits as long as Teams says for the thread that was refused, and for no other', async () => {
    const { time, budgets } = several(1);
    const [budget] = budgets;
    budget.askedToWait('trust', 'a', 3000);
    const times = await time.during(
      Promise.all(['a', 'b'].map(async thread => ((await budget.room('trust', thread)) ? time.now() : 0))),
    );
    assert.deepEqual(times, [startsAt + 3000, startsAt]);
  });

  it('waits for the whole tenant where several threads are refused at once', async () => {
    const { time, budgets } = several(1);
    const [budget] = budgets;
    budget.askedToWait('trust', 'a', 3000);
    budget.askedToWait('trust', 'b', 3000);
    await time.during(budget.room('trust', 'c'));
    assert.ok(time.now() >= startsAt + 3000);
    const other = time.now();
    await time.during(budget.room('council', 'd'));
    assert.equal(time.now(), other);
  });

  it('says when to ask again rather than let anybody wait for longer than five seconds', async () => {
    const { time, budgets } = several(1);
    const [budget] = budgets;
    budget.askedToWait('trust', 'a', 60_000);
    assert.deepEqual(await time.during(budget.room('trust', 'a')), { afterMs: 60_000 });
    const rooms = Promise.all(Array.from({ length: 30 }, () => budget.room('trust', 'b')));
    const later = (await time.during(rooms)).filter(room => room !== 'now');
    assert.ok(later.length > 0);
    assert.ok(time.now() - startsAt <= 5100);
    assert.ok(later.every(({ afterMs }) => afterMs > 0));
  });

  it('gives way to answers, which never wait', async () => {
    const { time, budgets } = several(1);
    const [budget] = budgets;
    const sending = sendAll(time, budgets, distinct(225));
    const answers: Sent[] = [];
    const answering = (async () => {
      for (let each = 0; each < 50; each += 1) {
        await time.sleep(100);
        budget.answered('trust', `answer ${each}`);
        answers.push({ at: time.now(), thread: `answer ${each}` });
      }
    })();
    const [sent] = await time.during(Promise.all([sending, answering]));
    mustKeepLimits([...sent, ...answers]);
  });

  it('fails those who wait when the store does, and works again after', async () => {
    let isDown = true;
    const { time, budgets } = several(1, store => ({
      ...store,
      read: (partition, id) => (isDown ? Promise.reject(new Error('down')) : store.read(partition, id)),
    }));
    const [budget] = budgets;
    await assert.rejects(time.during(budget.room('trust', 'a')), /down/);
    isDown = false;
    assert.equal(await time.during(budget.room('trust', 'a')), 'now');
  });

  function several(
    instances: number,
    wrap: (store: Store, time: SimulatedTime) => Store = store => store,
  ): { readonly time: SimulatedTime; readonly budgets: [SendBudget, ...SendBudget[]] } {
    const time = simulatedTime(startsAt);
    const store = wrap(sqliteStore(':memory:'), time);
    const made = () => sendBudget({ store, time });
    return { time, budgets: [made(), ...Array.from({ length: instances - 1 }, made)] };
  }
});

/** All are due at once and shared out; each waits for its room and is sent. */
async function sendAll(
  time: SimulatedTime,
  budgets: readonly SendBudget[],
  threads: readonly string[],
): Promise<Sent[]> {
  const sent: Sent[] = [];
  await Promise.all(
    threads.map(async (thread, index) => {
      const budget = budgets[index % budgets.length];
      for (;;) {
        const room = await budget?.room('trust', thread);
        if (typeof room !== 'object') break;
        await time.sleep(room.afterMs);
      }
      sent.push({ at: time.now(), thread });
    }),
  );
  return sent;
}

function distinct(count: number, name = 'thread'): string[] {
  return Array.from({ length: count }, (_, index) => `${name} ${index}`);
}

function mustKeepLimits(sent: readonly Sent[]): void {
  const held = (times: readonly number[], limits: readonly Limit[], what: string) => {
    const sorted = [...times].sort((a, b) => a - b);
    for (const { most, perMs } of limits) {
      for (const [index, at] of sorted.entries()) {
        const before = sorted[index - most];
        if (before !== undefined && at - before < perMs)
          assert.fail(`Over ${most} in ${perMs} ms for ${what}`);
      }
    }
  };
  held(
    sent.map(({ at }) => at),
    tenantLimits,
    'the tenant',
  );
  for (const [thread, all] of Map.groupBy(sent, each => each.thread)) {
    held(
      all.map(({ at }) => at),
      threadLimits,
      thread,
    );
  }
}

function slowly(store: Store, time: SimulatedTime): Store {
  return delayed(store, time, () => 5 + Math.random() * 25);
}

function delayed(store: Store, time: SimulatedTime, ms: () => number): Store {
  return {
    ...store,
    async read(partition, id) {
      await time.sleep(ms());
      return store.read(partition, id);
    },
    async write(partition, writes) {
      await time.sleep(ms());
      return store.write(partition, writes);
    },
  };
}
