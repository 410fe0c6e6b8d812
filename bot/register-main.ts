import { nodeIds } from './adapters/crypto/node-ids.ts';
import { schemeFile } from './adapters/scheme/scheme-file.ts';
import { registerCommand } from './command-line/register.ts';
import { readConfig } from './config.ts';
import { refusalToStart } from './local-mode.ts';
import { openStore } from './open-store.ts';

try {
  process.exitCode = await importRegister(process.argv[2]);
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : 'It could not be imported'}\n`);
  process.exitCode = 1;
}

async function importRegister(file: string | undefined): Promise<number> {
  const config = readConfig(process.env);
  const refusal = refusalToStart(config);
  if (refusal) throw new Error(refusal);
  if (config.schemeFile === undefined)
    throw new Error('Missing setting SCHEME_FILE: the data file of the scheme');
  const store = openStore(config);
  try {
    const print = (line: string) => void process.stdout.write(`${line}\n`);
    const scheme = schemeFile(config.schemeFile);
    return await registerCommand({ store, scheme, ids: nodeIds(), file, print });
  } finally {
    await store.close();
  }
}
