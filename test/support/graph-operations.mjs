import { readFileSync } from 'node:fs';

/**
 * Prints which operations of Graph the tests used, from the lines that held-to-contract.ts wrote; fails when there are none,
 * or when infra/permissions.json does not list one.
 */
const lines = readFileSync(process.argv[2] ?? '', 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));
const used = new Set(lines.flatMap(line => line.used));
const never = new Set(lines.flatMap(line => line.never).filter(operation => !used.has(operation)));
console.log(`Graph operations that were used: ${[...used].sort().join(', ')}`);
console.log(`Never used: ${[...never].sort().join(', ')}`);
const permissions = JSON.parse(
  readFileSync(new URL('../../infra/permissions.json', import.meta.url), 'utf8'),
);
const listed = new Set(['batch', ...permissions.flatMap(({ operations }) => operations.map(({ id }) => id))]);
/** What tests do themselves in somebody's mailbox, as a person does in Outlook; the product never does. */
const ofTests = new Set(['me_DeleteEvent', 'me_ListEvents', 'me_calendar_CreateEvent']);
const unlisted = [...used].filter(operation => !listed.has(operation) && !ofTests.has(operation));
if (unlisted.length > 0) console.log(`Not in infra/permissions.json: ${unlisted.sort().join(', ')}`);
if (used.size === 0 || unlisted.length > 0) process.exitCode = 1;
