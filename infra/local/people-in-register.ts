import { parse } from 'csv-parse/sync';
import type { PersonToCome } from './people-to-come.ts';

/** Everybody in a register's text who has an address and a name, also beside lines that cannot be read. */
export function peopleInRegister(text: string): readonly PersonToCome[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = rowsOf(header)[0] ?? [];
  // Whole first, for cells that run over lines; then line by line, for what a broken quote has swallowed.
  const rows = [...rowsOf(text).slice(1), ...lines.flatMap(rowsOf)];
  const people = new Map<string, PersonToCome>();
  for (const row of rows) {
    const cell = (name: string) => row[columns.indexOf(name)]?.trim() ?? '';
    const person = {
      email: cell('email').toLowerCase(),
      name: cell('name'),
      jobTitle: cell('job_title'),
      organisation: cell('organisation'),
    };
    const isPerson = /^[^\s@,"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(person.email) && person.name !== '';
    if (isPerson && !people.has(person.email)) people.set(person.email, person);
  }
  return [...people.values()];
}

function rowsOf(text: string): string[][] {
  return parse(text, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
}
