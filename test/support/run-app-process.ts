import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { LocalWorld } from './local-world.ts';

export type AppProcess = {
  /** It is killed after so many further steps; Infinity: not at all. False: it has ended already. */
  arm(steps: number): Promise<boolean>;
  hasEnded(): boolean;
  /** Resolves with what it wrote to its log. */
  kill(): Promise<string>;
};

const entry = fileURLToPath(new URL('app-process.ts', import.meta.url));
const typescript = process.features.typescript ? [] : ['--import', 'tsx'];

/** Another process of the app in this world. */
export async function runAppProcess(
  { environment }: LocalWorld,
  { port, leasesAheadMs = 0 }: { readonly port: number; readonly leasesAheadMs?: number },
): Promise<AppProcess> {
  const env = {
    PATH: process.env.PATH,
    ...environment,
    PORT: String(port),
    LEASES_AHEAD_MS: String(leasesAheadMs),
  };
  const child = spawn(process.execPath, [...typescript, entry], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said = child.stderr ? text(child.stderr) : Promise.resolve('');
  const ended = once(child, 'exit');
  const listening = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
  if (!listening) throw new Error(`The app did not start: ${await said}`);
  return {
    async arm(steps) {
      const armed = once(child, 'message').then(() => true);
      if (child.connected) child.send(String(steps), () => undefined);
      return Promise.race([armed, ended.then(() => false)]);
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill('SIGKILL');
      await ended;
      return said;
    },
  };
}
