import { movableClock } from './adapters/clock/movable-clock.ts';
import { systemClock } from './adapters/clock/system-clock.ts';
import { schemeFile } from './adapters/scheme/scheme-file.ts';
import { outboxCommand } from './command-line/outbox.ts';
import { readConfig } from './config.ts';
import { refusalToStart } from './local-mode.ts';
import { openStore } from './open-store.ts';

try {
  process.exitCode = await lookAfterOutbox(process.argv.slice(2));
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : 'It could not be done'}\n`);
  process.exitCode = 1;
}

async function lookAfterOutbox(args: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const refusal = refusalToStart(config);
  if (refusal) throw new Error(refusal);
  if (config.schemeFile === undefined)
    throw new Error('Missing setting SCHEME_FILE: the data file of the scheme');
  const store = openStore(config);
  const clock = config.clockUrl === undefined ? systemClock() : movableClock(config.clockUrl);
  try {
    const print = (line: string) => void process.stdout.write(`${line}\n`);
    return await outboxCommand({ store, scheme: schemeFile(config.schemeFile), clock, args, print });
  } finally {
    await store.close();
  }
}
