import { setTimeout as wait } from 'node:timers/promises';
import type { Seeded } from '../../infra/local/people/seeded.ts';

/** One instance of the app: it lives until it is abandoned in the middle of whatever it does. */
export type Instance = { readonly name: string; readonly isAlive: () => boolean; abandon(): void };

export type Stepper = {
  instance(): Instance;
  /** What an instance asks of the world, as two steps: the asking, and the coming of the answer. */
  through<T>(instance: Instance, act: () => Promise<T>): Promise<T>;
  /** One step of one instance, drawn from those that wait. False: nobody waits. */
  step(): Promise<boolean>;
  readonly trace: string[];
};

type Waiting = { readonly instance: Instance; readonly go: () => void };

/**
 * Every await of an instance goes through here, one at a time in an order that the seed gives. An abandoned instance never
 * hears anything again, as if its process had been killed.
 */
export function stepper(random: Seeded): Stepper {
  const waiting: Waiting[] = [];
  const trace: string[] = [];
  let acting = 0;
  let made = 0;
  const timersBefore = timers();

  const gate = (instance: Instance) =>
    new Promise<void>(go => {
      if (instance.isAlive()) waiting.push({ instance, go });
    });

  /** All that the step set off has come to its next await. */
  async function quiet(): Promise<void> {
    do await new Promise(setImmediate);
    while (acting > 0);
    while (timers() > timersBefore) await wait(1);
    if (acting > 0) await quiet();
  }

  return {
    trace,
    instance() {
      made += 1;
      let alive = true;
      return {
        name: `instance ${made}`,
        isAlive: () => alive,
        abandon() {
          alive = false;
          for (let at = waiting.length - 1; at >= 0; at -= 1)
            if (!waiting[at]?.instance.isAlive()) waiting.splice(at, 1);
        },
      };
    },
    async through(instance, act) {
      await gate(instance);
      acting += 1;
      try {
        return await act();
      } finally {
        acting -= 1;
        await gate(instance);
      }
    },
    async step() {
      if (waiting.length === 0) await quiet();
      const [next] = waiting.splice(random.between(0, Math.max(0, waiting.length - 1)), 1);
      if (!next) return false;
      trace.push(next.instance.name);
      next.go();
      await quiet();
      return true;
    },
  };
}

function timers(): number {
  return process.getActiveResourcesInfo().filter(each => each === 'Timeout').length;
}
