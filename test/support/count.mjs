import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds up the counts that each run of mocha left. A run that left none did not happen, and that is a failure. */
const [folder = '.', ...names] = process.argv.slice(2);
let [passed, failed] = [0, 0];
for (const name of names) {
  const counts = read(name);
  process.stdout.write(`${name}: ${counts.passes} passed, ${counts.failures} failed\n`);
  passed += counts.passes;
  failed += counts.failures + (counts.passes === 0 ? 1 : 0);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function read(name) {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  } catch {
    return { passes: 0, failures: 0 };
  }
}
