import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

export const projectDir = join(import.meta.dirname, '..', '..');

type Environment = Readonly<Record<string, string | undefined>>;

/** A TypeScript file of the project in a process of its own, which ends when this one does. */
export function spawnEntry(entry: string, args: readonly string[], env: Environment): ChildProcess {
  const preloaded = ['--import', 'tsx', '--import', join(import.meta.dirname, 'end-with-parent.ts')];
  return spawn(process.execPath, [...preloaded, entry, ...args], {
    cwd: projectDir,
    env: { ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** The exit code; 1 when a signal ended it. */
export async function exitCode(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? 1;
}

/** Waits until an address answers 200: yes; no when the process ended before. */
export async function untilReady(url: string, child: ChildProcess, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.status === 200) return true;
    if (Date.now() > until) throw new CannotStart(`The app is not ready after ${limitMs / 1000} seconds`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return false;
}

/** Asks it to end, and after five seconds no longer asks. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(killing);
}
