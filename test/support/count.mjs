import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const mostLines = 6;

/**
 * Adds up what each run of mocha left, after the names of all that failed. A run that left nothing did not happen, and
 * that is a failure.
 */
const [folder = '.', ...names] = process.argv.slice(2);
const runs = names.map(name => ({ name, ...read(name) }));
let [passed, failed] = [0, 0];

for (const { name, failed: all } of runs)
  for (const { title, why } of all) process.stdout.write(`FAILED ${name}: ${title}\n${firstLines(why)}\n\n`);
for (const { name, secondTries } of runs)
  for (const title of secondTries) process.stdout.write(`SECOND TRY ${name}: ${title}\n`);
for (const { name, passes, failures, isMissing } of runs) {
  const said = isMissing ? 'did not run to its end' : `${passes} passed, ${failures} failed`;
  process.stdout.write(`${name}: ${said}\n`);
  passed += passes;
  failed += failures + (passes === 0 ? 1 : 0);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function read(name) {
  try {
    return { failed: [], secondTries: [], ...JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) };
  } catch {
    return { passes: 0, failures: 0, failed: [], secondTries: [], isMissing: true };
  }
}

function firstLines(why) {
  const lines = why.split('\n').filter(line => line.trim() !== '');
  return lines
    .slice(0, mostLines)
    .map(line => `  ${line}`)
    .join('\n');
}
