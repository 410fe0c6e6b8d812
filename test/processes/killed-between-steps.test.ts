import assert from 'node:assert/strict';
import { book } from '../support/booking-by-chat.ts';
import { killedAfterEach, priya, type Scenario } from '../support/killed-between-steps.ts';

const booking: Scenario = {
  prepare: async () => undefined,
  act: ({ world, sam, start }) => book(world, sam, priya, { start }),
};

describe('An app that is killed between two steps of a booking', function () {
  this.timeout(240_000);

  it('leaves one event or none, diaries and a place that say the same, and no slot held', async () => {
    const evenAndOdd = [0, 1].map(from => killedAfterEach(booking, { from, every: 2 }));
    const steps = Math.min(...(await Promise.all(evenAndOdd)));
    assert.ok(steps >= 11, `a booking has ${steps} steps`);
  });
});
