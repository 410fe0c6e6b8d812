import { fileURLToPath } from 'node:url';
import { schemeFile } from './adapters/scheme/scheme-file.ts';
import { readConfig } from './config.ts';
import { refusalToStart } from './local-mode.ts';
import { jsonLog } from './log.ts';

const log = jsonLog(line => process.stderr.write(line));

try {
  await start();
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : 'It could not start'}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const refusal = refusalToStart(config);
  if (refusal) throw new Error(refusal);
  if (config.schemeFile === undefined)
    throw new Error('Missing setting SCHEME_FILE: the data file of the scheme');
  // Loaded only now: a setting that is refused is said at once.
  const [{ compose }, { openStore }] = await Promise.all([import('./compose.ts'), import('./open-store.ts')]);
  const store = openStore(config);
  const tabFolder = fileURLToPath(new URL('../tab/dist', import.meta.url));
  const app = compose(config, { store, scheme: schemeFile(config.schemeFile), tabFolder, log });
  const { host, port } = config.listen;
  app.server.on('error', (problem: Error) => {
    process.stderr.write(`It cannot listen on port ${port}: ${problem.message}\n`);
    process.exit(1);
  });
  app.server.listen(port, host);
  const schedule = app.startSchedule();

  const stop = async () => {
    app.server.close();
    await schedule.stop();
    await app.settled();
    await store.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
}
