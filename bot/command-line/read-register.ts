import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { headerProblem } from '../mentoring/people/register-row.ts';
import { type FileLine, fileLines } from './file-lines.ts';

/** `line` counts from 1, the header included: the number that an editor shows. */
export type RegisterLine =
  | { readonly line: number; readonly cells: Record<string, string> }
  | { readonly line: number; readonly refusedBecause: string };

/** Nothing of the file can be used. The message is a sentence for the person who made it. */
export class RegisterUnreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RegisterUnreadable';
  }
}

/** A cell may run over so many lines; an open quote beyond that is taken for a broken one. */
const longestCellInLines = 40;
const longestRow = 64 * 1024;

type Attempt = { readonly cells: readonly string[] } | { readonly open: boolean };

/**
 * Reads a register line by line. A broken line is refused alone: the lines before and after it are kept.
 * Throws RegisterUnreadable when the file cannot be opened, is empty, or its header is not a register's.
 */
export async function* readRegister(path: string): AsyncGenerator<RegisterLine> {
  const lines = fileLines(createReadStream(path))[Symbol.asyncIterator]();
  const waiting: FileLine[] = [];
  const next = async (): Promise<FileLine | undefined> => {
    const kept = waiting.shift();
    if (kept !== undefined) return kept;
    const read = await lines.next();
    return read.done === true ? undefined : read.value;
  };
  try {
    const columns = readHeader(await next());
    for (let first = await next(); first !== undefined; first = await next()) {
      if ('text' in first && first.text.trim() === '') continue;
      const row = await readRow(first, next, columns.length);
      waiting.unshift(...row.unused);
      if ('refusedBecause' in row) yield { line: first.line, refusedBecause: row.refusedBecause };
      else yield { line: first.line, cells: named(columns, row.cells) };
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && 'syscall' in cause) {
      const why = cause.code === 'ENOENT' ? 'There is no such file' : 'The file cannot be read';
      throw new RegisterUnreadable(`${why}.`, { cause });
    }
    throw cause;
  } finally {
    await lines.return(undefined);
  }
}

function readHeader(first: FileLine | undefined): readonly string[] {
  if (first === undefined) throw new RegisterUnreadable('The file is empty.');
  if ('refusedBecause' in first) throw new RegisterUnreadable(first.refusedBecause);
  const header = attempt(first.text);
  if (!('cells' in header)) throw new RegisterUnreadable('Line 1 is not a header: a quote is broken.');
  const columns = header.cells.map(name => name.trim());
  const problem = headerProblem(columns);
  if (problem !== undefined) throw new RegisterUnreadable(problem);
  return columns;
}

type Row = ({ readonly cells: readonly string[] } | { readonly refusedBecause: string }) & {
  readonly unused: readonly FileLine[];
};

/** Joins lines while a quoted cell is open, and gives them back when that leads nowhere. */
async function readRow(
  first: FileLine,
  next: () => Promise<FileLine | undefined>,
  width: number,
): Promise<Row> {
  if ('refusedBecause' in first) return { refusedBecause: first.refusedBecause, unused: [] };
  const alone = attempt(first.text);
  if ('cells' in alone) {
    if (alone.cells.length === width) return { cells: alone.cells, unused: [] };
    return { refusedBecause: `It has ${alone.cells.length} cells, the header has ${width}.`, unused: [] };
  }
  const taken: FileLine[] = [];
  let text = first.text;
  let open = alone.open;
  while (open && taken.length < longestCellInLines && text.length < longestRow) {
    const more = await next();
    if (more === undefined) break;
    taken.push(more);
    if ('refusedBecause' in more || isWholeRow(more.text, width)) break;
    text += `\n${more.text}`;
    const joined = attempt(text);
    if ('cells' in joined && joined.cells.length === width) return { cells: joined.cells, unused: [] };
    open = 'open' in joined && joined.open;
  }
  return { refusedBecause: 'A quote is opened but not closed, or stands inside a cell.', unused: taken };
}

/** Inside an open quote such a line means that the quote is broken, not that the cell goes on. */
function isWholeRow(text: string, width: number): boolean {
  const row = attempt(text);
  return 'cells' in row && row.cells.length === width;
}

function attempt(text: string): Attempt {
  try {
    const rows = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
    const cells = rows[0];
    return rows.length === 1 && cells !== undefined ? { cells } : { open: false };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return { open: cause.code === 'CSV_QUOTE_NOT_CLOSED' };
  }
}

function named(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
}
