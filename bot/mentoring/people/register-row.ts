import type { Day, MeetingMode, MentorProfile } from './mentor-profile.ts';
import { days, meetingModes } from './mentor-profile.ts';

/** Columns of a mentor register, in their usual order. */
export const registerColumns = [
  'email',
  'name',
  'job_title',
  'profession',
  'band',
  'organisation',
  'region',
  'town',
  'focus_areas',
  'languages',
  'meets',
  'available_days',
  'accreditation',
  'capacity',
  'about',
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

export const requiredColumns: readonly RegisterColumn[] = ['email', 'name', 'focus_areas'];

/** One line of a register by column name; columns the file does not have are absent. */
export type RegisterCells = Readonly<Record<string, string>>;

/** A short sentence for the person who made the register. */
export type RefusedRow = { readonly refusedBecause: string };

/** Characters in one cell; of a list, in one entry. */
const longest: Readonly<Record<RegisterColumn, number>> = {
  email: 254,
  name: 100,
  job_title: 120,
  profession: 80,
  band: 20,
  organisation: 160,
  region: 80,
  town: 80,
  focus_areas: 80,
  languages: 40,
  meets: 20,
  available_days: 20,
  accreditation: 120,
  capacity: 2,
  about: 2000,
};
const lists: ReadonlySet<string> = new Set(['focus_areas', 'languages', 'meets', 'available_days']);
const mostInAList = 30;

const addressShape =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** https://owasp.org/www-community/attacks/CSV_Injection */
const formulaStart = /^\s*[=+\-@]|^[\t\r]/;
const hiddenCharacter = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u;
const hiddenInText = /[^\P{Cc}\n\r\t]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u;

/** Says what is wrong with a header, in one sentence; undefined when it can be read. */
export function headerProblem(names: readonly string[]): string | undefined {
  const known: ReadonlySet<string> = new Set(registerColumns);
  const unknown = names.filter(name => !known.has(name));
  if (unknown.length > 0) {
    const quoted = unknown.slice(0, 10).map(name => `"${name.slice(0, 40)}"`);
    return `The header has ${plural(unknown.length, 'unknown column')}: ${quoted.join(', ')}.`;
  }
  const missing = requiredColumns.filter(name => !names.includes(name));
  if (missing.length > 0)
    return `The header lacks ${plural(missing.length, 'column')}: ${missing.join(', ')}.`;
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  if (twice.length > 0)
    return `The header names ${plural(twice.length, 'column')} twice: ${twice.join(', ')}.`;
  return undefined;
}

export function profileFromRow(
  cells: RegisterCells,
  schemeId: string,
  id: string,
): MentorProfile | RefusedRow {
  const problem = cellProblem(cells);
  if (problem !== undefined) return { refusedBecause: problem };
  const cell = (column: RegisterColumn): string => (cells[column] ?? '').trim();
  const address = cell('email').toLowerCase();
  if (!addressShape.test(address)) return refused('email', 'does not look like an e-mail address');
  if (cell('name') === '') return refused('name', 'is empty');
  const meets = chosenFrom(meetingModes, entries(cell('meets')));
  if (meets === undefined) return refused('meets', `may hold ${meetingModes.join(', ')}`);
  const availableDays = chosenFrom(days, entries(cell('available_days')));
  if (availableDays === undefined) return refused('available_days', 'may hold the days Monday to Sunday');
  const capacity = cells.capacity === undefined ? '1' : cell('capacity');
  if (!/^\d{1,2}$/.test(capacity)) return refused('capacity', 'must be a whole number from 0 to 99');
  return {
    id,
    schemeId,
    name: cell('name').replace(/\s+/g, ' '),
    address,
    jobTitle: cell('job_title'),
    profession: cell('profession'),
    band: cell('band'),
    organisation: cell('organisation'),
    region: cell('region'),
    town: cell('town'),
    focusAreas: entries(cell('focus_areas')),
    languages: entries(cell('languages')),
    meets,
    availableDays,
    accreditation: cell('accreditation'),
    capacity: Number(capacity),
    about: cell('about'),
  };
}

export function isRefusedRow(row: MentorProfile | RefusedRow): row is RefusedRow {
  return 'refusedBecause' in row;
}

function cellProblem(cells: RegisterCells): string | undefined {
  for (const column of registerColumns) {
    const cell = cells[column] ?? '';
    if (formulaStart.test(cell)) {
      return `The cell ${column} begins like a spreadsheet formula (=, +, -, @ or a tab).`;
    }
    if ((column === 'about' ? hiddenInText : hiddenCharacter).test(cell)) {
      return `The cell ${column} holds a character that cannot be shown.`;
    }
    const parts = lists.has(column) ? entries(cell) : [cell.trim()];
    if (column !== 'capacity' && parts.some(part => part.length > longest[column])) {
      return `The cell ${column} is longer than ${longest[column]} characters.`;
    }
    if (parts.length > mostInAList) return `The cell ${column} has more than ${mostInAList} entries.`;
  }
  return undefined;
}

function refused(column: RegisterColumn, why: string): RefusedRow {
  return { refusedBecause: `The cell ${column} ${why}.` };
}

function entries(cell: string): readonly string[] {
  const parts = cell.split(';').map(part => part.trim());
  return [...new Set(parts.filter(part => part !== ''))];
}

function chosenFrom<T extends Day | MeetingMode>(
  allowed: readonly T[],
  chosen: readonly string[],
): readonly T[] | undefined {
  const wanted = new Set(chosen.map(entry => entry.toLowerCase()));
  const found = allowed.filter(value => wanted.has(value.toLowerCase()));
  return found.length === wanted.size ? found : undefined;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
