import { nodeDigests } from './adapters/crypto/node-digests.ts';
import { verifyCommand } from './command-line/verify.ts';
import { readConfig } from './config.ts';
import { refusalToStart } from './local-mode.ts';
import { openStore } from './open-store.ts';

try {
  process.exitCode = await verify();
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : 'It could not be checked'}\n`);
  process.exitCode = 1;
}

async function verify(): Promise<number> {
  const config = readConfig(process.env);
  const refusal = refusalToStart(config);
  if (refusal) throw new Error(refusal);
  const store = openStore(config);
  try {
    const print = (line: string) => void process.stdout.write(`${line}\n`);
    return await verifyCommand({ store, digests: nodeDigests(), print });
  } finally {
    await store.close();
  }
}
