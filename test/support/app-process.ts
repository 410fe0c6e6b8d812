import { fileURLToPath } from 'node:url';
import { movableClock } from '../../bot/adapters/clock/movable-clock.ts';
import { schemeFile } from '../../bot/adapters/scheme/scheme-file.ts';
import { compose } from '../../bot/compose.ts';
import { readConfig } from '../../bot/config.ts';
import { jsonLog } from '../../bot/log.ts';
import { openStore } from '../../bot/open-store.ts';
import type { Store } from '../../bot/ports/store.ts';

/**
 * The app as a process of its own, beside the tab of the tests. A number from its parent: after so many further steps it
 * is killed, 0 before the next one. A step is a write to the store or a call to Graph: what is read in between changes
 * nothing that a restart could find. LEASES_AHEAD_MS: how far its real time runs ahead, so that the leases of a process
 * before it have ended.
 */
const config = readConfig(process.env);
if (config.schemeFile === undefined || config.clockUrl === undefined) throw new Error('A setting is missing');

let left = Number.POSITIVE_INFINITY;
process.on('message', message => {
  left = Number(message);
  process.send?.('armed');
});

async function step<T>(work: () => Promise<T>): Promise<T> {
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
  const result = await work();
  left -= 1;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
  return result;
}

/** What the repair notes for itself is no step. */
function stepping(store: Store): Store {
  return {
    ...store,
    write: (partition, writes) =>
      partition.container === 'due'
        ? store.write(partition, writes)
        : step(() => store.write(partition, writes)),
  };
}

const plainFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const isGraph = url.startsWith(`${config.graphUrl}/v1.0/`);
  return isGraph ? step(() => plainFetch(input, init)) : plainFetch(input, init);
};

const ahead = Number(process.env.LEASES_AHEAD_MS ?? 0);
const app = compose(config, {
  store: stepping(openStore(config)),
  scheme: schemeFile(config.schemeFile),
  tabFolder: fileURLToPath(new URL('tab-of-tests', import.meta.url)),
  log: jsonLog(line => process.stderr.write(line)),
  clock: { ...movableClock(config.clockUrl), real: () => Date.now() + ahead },
});
app.server.listen(config.listen.port, config.listen.host, () => {
  app.startSchedule();
  process.send?.('listening');
});
