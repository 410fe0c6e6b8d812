import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { movableClock } from '../../bot/adapters/clock/movable-clock.ts';
import type { SharedTime } from '../../bot/adapters/teams/leased-slots.ts';
import { compose } from '../../bot/compose.ts';
import { readConfig } from '../../bot/config.ts';
import { jsonLog } from '../../bot/log.ts';
import type { LocalWorld } from './local-world.ts';

/** Another app on the world's store, for these tenants; without a schedule until it is started. */
export async function appFor(
  world: LocalWorld,
  tenants = world.environment.TENANTS ?? '',
  real?: () => number,
  sendingTime?: SharedTime,
) {
  const log: string[] = [];
  const { server, settled, startSchedule } = compose(readConfig({ ...world.environment, TENANTS: tenants }), {
    store: world.store,
    scheme: world.scheme,
    tabFolder: fileURLToPath(new URL('tab-of-tests', import.meta.url)),
    log: jsonLog(line => log.push(line)),
    ...(sendingTime ? { sendingTime } : {}),
    ...(real ? { clock: { ...movableClock(world.environment.CLOCK_URL ?? ''), real } } : {}),
  });
  const port = await new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    startSchedule,
    settled,
    async close() {
      await settled();
      server.close();
    },
  };
}
