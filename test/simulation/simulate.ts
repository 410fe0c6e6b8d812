import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { sendWhatIsDue } from '../../bot/journeys/send-what-is-due.ts';
import type { Ports } from '../../bot/ports/ports.ts';
import type { Store } from '../../bot/ports/store.ts';
import { seeded } from '../../infra/local/people/seeded.ts';
import { dueCopies } from './due-copies.ts';
import { isLost, type Leap, lateMs, notReleased, notReminded, wrongPlaces } from './judge.ts';
import { type Cause, ledger } from './ledger.ts';
import { outside } from './outside.ts';
import { prepare, scheme, somebody } from './people.ts';
import { type Instance, stepper } from './stepper.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Monday, 9am in London. */
const begins = Date.parse('2026-11-23T09:00:00Z');
const ends = begins + 21 * day;
export const pollMs = 2000;
const mostRounds = 400;

export type Simulated = {
  readonly problems: readonly string[];
  readonly causes: readonly Cause[];
  readonly trace: readonly string[];
  /** How late each was that was told, without the time that the clock leapt over. */
  readonly lateMs: readonly number[];
  readonly abandoned: number;
  readonly steps: number;
};

/** `decisions`: the most that people take. Pauses between tries are short, and the same each time. */
export async function simulate(store: Store, seed: number, decisions: number): Promise<Simulated> {
  const { random } = Math;
  // The test runner's own timer is there only from now on.
  await new Promise(setImmediate);
  Math.random = () => 0;
  try {
    return await simulated(store, seed, decisions);
  } finally {
    Math.random = random;
  }
}

/** One seed: people book, answer, move and cancel for some days while instances come and go, and all that follows. */
async function simulated(store: Store, seed: number, decisions: number): Promise<Simulated> {
  const random = seeded('outbox', seed);
  const faults = { on: true };
  let now = begins + random.between(0, 5 * day);
  const clock = () => now;
  const books = ledger();
  const copies = dueCopies();
  const steps = stepper(random);
  const world = outside(random, faults, books, clock);
  const wanted = random.between(1, 3);
  const instances = new Map<Instance, Ports>();
  const busy = new Set<Instance>();
  const leaps: Leap[] = [];
  let abandoned = 0;
  let taken = 0;
  /** Changes that a relay has still to see, and passes that may have been cut short. */
  let unseen = 0;

  await prepare(store);

  function open(): void {
    const by = steps.instance();
    const through = <T>(act: () => Promise<T>): Promise<T> => steps.through(by, act);
    const lossy = async <T>(act: () => Promise<T>): Promise<T> => {
      const isLost = faults.on && random.chance(0.01);
      const isBefore = random.chance(0.5);
      if (isLost && isBefore) throw new Error('The store did not answer');
      const result = await act();
      if (!isLost) return result;
      books.trouble(by);
      throw new Error('An answer was lost');
    };
    const watched = books.watch(store, by, clock);
    const chat = world.chatOf(by);
    const ids = nodeIds();
    instances.set(by, {
      scheme,
      store: {
        read: (partition, id) => through(() => lossy(() => store.read(partition, id))),
        list: (partition, type, prefix) => through(() => lossy(() => store.list(partition, type, prefix))),
        write: (partition, writes) =>
          through(() =>
            lossy(async () => {
              const written = await watched.write(partition, writes);
              if (written.outcome === 'conflict') return written;
              copies.wrote(partition, writes);
              if (partition.container === 'pairs') unseen += 1;
              return written;
            }),
          ),
        changesSince: (container, token) => through(() => lossy(() => store.changesSince(container, token))),
        close: async () => undefined,
      },
      calendar: gated(world.calendar, through),
      directory: gated(world.directory, through),
      signIns: world.signIns,
      chat: gated(chat, through),
      clock: { now: async () => now, real: clock },
      digests: nodeDigests(),
      ids: {
        random: () => {
          taken += 1;
          return `random ${taken}`;
        },
        derived: ids.derived,
      },
    });
  }

  function run(by: Instance, work: (ports: Ports) => Promise<unknown>): void {
    const ports = instances.get(by);
    if (!ports) return;
    busy.add(by);
    void work(ports)
      .catch(troubled)
      .finally(() => busy.delete(by));
  }

  function troubled(): void {
    unseen += 1;
  }

  function abandon(by: Instance): void {
    troubled();
    books.trouble(by);
    by.abandon();
    instances.delete(by);
    busy.delete(by);
    abandoned += 1;
  }

  /** Until all that was begun has ended, or its instance is gone. */
  async function settle(): Promise<void> {
    while (await steps.step()) {
      now += random.between(0, 40);
      if (!faults.on) continue;
      if (random.chance(0.002)) {
        const ms = random.between(1, 90) * 1000;
        leaps.push({ at: now, ms });
        now += ms;
        books.trouble();
      }
      if (random.chance(0.006)) abandon(random.pick([...instances.keys()]));
    }
    while (instances.size < wanted) open();
  }

  function pass(): void {
    for (const by of instances.keys()) if (!busy.has(by)) run(by, ports => sendWhatIsDue(ports, troubled));
  }

  /** A pass every poll period until one had nothing to do and was not cut short; then when the next thing is due. */
  async function goOn(until: number): Promise<void> {
    for (let rounds = 0; ; rounds += 1) {
      if (rounds === mostRounds) throw new Error('It never comes to rest');
      now += random.between(1, pollMs);
      unseen = 0;
      pass();
      await settle();
      const next = copies.next(now);
      if (unseen > 0 || next <= now) continue;
      if (next > until) break;
      now = next;
    }
    now = Math.max(now, until);
  }

  while (instances.size < wanted) open();
  for (let decision = random.between(1, decisions); decision > 0; decision -= 1) {
    const by = random.pick([...instances.keys()]);
    const act = await somebody(store, random, now);
    run(by, act);
    if (random.chance(0.7)) pass();
    await settle();
    await goOn(now + random.between(0, random.pick([minute, 3 * hour, day])));
  }
  faults.on = false;
  await goOn(ends);
  const lost = books.causes
    .filter(cause => isLost(cause, now))
    .map(({ key, state }) => `${key} was lost (${state})`);
  return {
    problems: [
      ...books.problems,
      ...lost,
      ...notReminded(books),
      ...notReleased(books, now),
      ...(await wrongPlaces(store, books)),
    ],
    causes: books.causes,
    trace: steps.trace,
    lateMs: books.causes.flatMap(cause => lateMs(cause, leaps)),
    abandoned,
    steps: steps.trace.length,
  };
}

function gated<P extends object>(port: P, through: <T>(act: () => Promise<T>) => Promise<T>): P {
  return new Proxy(port, {
    get(target, name) {
      const act: unknown = Reflect.get(target, name);
      if (typeof act !== 'function') return act;
      return (...given: readonly unknown[]) => through(() => Reflect.apply(act, target, given));
    },
  });
}
