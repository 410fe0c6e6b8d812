import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Rules } from '../matching/hidden-rows.ts';
import { type MentorIndex, mentorIndex } from '../matching/mentor-index.ts';
import { understand } from '../matching/understand.ts';
import { profileFromRow } from '../mentoring/people/register-row.ts';
import { explainRanking } from './explain-ranking.ts';
import { RegisterUnreadable, readRegister } from './read-register.ts';

/** Something the caller has to mend; its message is a sentence for them. */
class CannotRank extends Error {}

type Query = { readonly id: string; readonly text: string };

const shown = 10;
/** A register alone says neither who asks nor which day it is. */
const nobodyInParticular: Rules = { asker: { managers: new Set() }, today: '' };

/** npm run -s rank -- REGISTER.csv QUERIES.jsonl [--explain] */
async function rank(args: readonly string[]): Promise<void> {
  const explains = args.includes('--explain');
  const [registerPath, queriesPath] = args.filter(arg => arg !== '--explain');
  if (registerPath === undefined || queriesPath === undefined) {
    throw new CannotRank('Give two files: npm run -s rank -- REGISTER.csv QUERIES.jsonl');
  }
  const queries = await readQueries(queriesPath);
  const { index, emails } = await indexOf(registerPath);
  for (const { id, text } of queries) {
    const understanding = understand(text);
    const { mentors } = index.rank(understanding, { limit: shown, ...nobodyInParticular });
    const addresses = mentors.map(({ profile }) => emails.get(profile.id) ?? profile.address);
    process.stdout.write(`${JSON.stringify({ id, emails: addresses })}\n`);
    if (explains) process.stderr.write(explainRanking({ id, text }, understanding, mentors, index));
  }
}

/** `emails`: addresses as the register spells them, by profile id. */
async function indexOf(path: string): Promise<{ index: MentorIndex; emails: ReadonlyMap<string, string> }> {
  const index = mentorIndex();
  const emails = new Map<string, string>();
  for await (const line of readRegister(path)) {
    const row = 'cells' in line ? profileFromRow(line.cells, 'register', '') : line;
    if ('refusedBecause' in row) {
      process.stderr.write(`Line ${line.line} of the register is left out. ${row.refusedBecause}\n`);
    } else {
      index.put({ ...row, id: row.address });
      if ('cells' in line) emails.set(row.address, (line.cells.email ?? '').trim());
    }
  }
  return { index, emails };
}

async function readQueries(path: string): Promise<readonly Query[]> {
  const queries: Query[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      line += 1;
      if (text.trim() !== '') queries.push(queryFrom(text.replace(/^\ufeff/, ''), line));
    }
  } catch (cause) {
    if (cause instanceof CannotRank) throw cause;
    throw new CannotRank('The file of queries cannot be read.', { cause });
  }
  return queries;
}

function queryFrom(text: string, line: number): Query {
  const value = parsed(text);
  if (value === undefined) throw new CannotRank(`Line ${line} of the queries is not JSON.`);
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value)) {
    throw new CannotRank(`Line ${line} of the queries needs "id" and "text".`);
  }
  const { id, text: sentence } = value;
  if (typeof id !== 'string' || typeof sentence !== 'string') {
    throw new CannotRank(`Line ${line} of the queries needs "id" and "text", both in quotes.`);
  }
  return { id, text: sentence };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

try {
  await rank(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof CannotRank || problem instanceof RegisterUnreadable)) throw problem;
  const about = problem instanceof RegisterUnreadable ? 'The register cannot be used. ' : '';
  process.stderr.write(`${about}${problem.message}\n`);
  process.exitCode = 1;
}
