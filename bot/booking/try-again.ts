import { setTimeout as wait } from 'node:timers/promises';

const attempts = 6;

/** Reads, decides and writes again while somebody else's write came first. Throws when it never gets through. */
export async function tryAgain<T>(attempt: () => Promise<T | 'conflict'>): Promise<T> {
  for (let tried = 1; tried <= attempts; tried += 1) {
    const result = await attempt();
    if (result !== 'conflict') return result;
    await wait(Math.random() * 2 ** tried * 5);
  }
  throw new Error('Another change came first each time');
}
