import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { movableClock } from '../../../bot/adapters/clock/movable-clock.ts';
import { systemClock } from '../../../bot/adapters/clock/system-clock.ts';

describe('the clock', () => {
  it('is the real one', async () => {
    const clock = systemClock();
    const before = Date.now();
    assert.ok((await clock.now()) >= before);
    assert.ok(clock.real() >= before);
  });

  it('can be moved where its address says the time, and leases still see the real one', async () => {
    const answers = ['{"now":"2026-12-03T09:00:00.000Z"}', '{"now":1796288400000}', '{}', 'none'];
    const server = createServer((_, response) => response.end(answers.shift())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const clock = movableClock(`http://127.0.0.1:${address.port}/local/clock`);
    assert.equal(await clock.now(), Date.parse('2026-12-03T09:00:00.000Z'));
    assert.equal(await clock.now(), 1_796_288_400_000);
    await assert.rejects(clock.now(), /The movable clock gave no time/);
    await assert.rejects(clock.now());
    assert.ok(Math.abs(clock.real() - Date.now()) < 1_000);
    server.closeAllConnections();
    server.close();
  });
});
