import { setTimeout as wait } from 'node:timers/promises';
import type { SharedTime } from './leased-slots.ts';

/** This machine's, which its service keeps with the others'. Nothing is kept running by a sleep. */
export const sharedTime: SharedTime = {
  now: Date.now,
  sleep: async ms => wait(ms, undefined, { ref: false }),
};
