import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Keeps every record in one SQLite file, written through at each change, so that nothing answered is lost by SIGKILL. */
export type Kept = {
  all(kind: string): unknown[];
  put(kind: string, id: string, value: unknown): void;
  remove(kind: string, id: string): void;
  /** All of the changes or none. Synchronous. */
  together<T>(change: () => T): T;
  close(): void;
};

/** Without a file: memory. A file that does not exist is made, readable by its owner only. */
export function openKept(dataFile?: string): Kept {
  if (dataFile !== undefined) closeSync(openSync(dataFile, 'a', 0o600));
  const database = new DatabaseSync(dataFile ?? ':memory:');
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
  database.exec('CREATE TABLE IF NOT EXISTS kept (kind TEXT, id TEXT, value TEXT, PRIMARY KEY (kind, id))');
  const all = database.prepare('SELECT value FROM kept WHERE kind = ? ORDER BY rowid');
  const put = database.prepare(
    'INSERT INTO kept VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM kept WHERE kind = ? AND id = ?');
  let depth = 0;
  return {
    all: kind => all.all(kind).map(row => JSON.parse(String(row.value))),
    put: (kind, id, value) => void put.run(kind, id, JSON.stringify(value)),
    remove: (kind, id) => void remove.run(kind, id),
    together(change) {
      if (depth > 0) return change();
      database.exec('BEGIN IMMEDIATE');
      depth++;
      try {
        const result = change();
        database.exec('COMMIT');
        return result;
      } catch (cause) {
        database.exec('ROLLBACK');
        throw cause;
      } finally {
        depth--;
      }
    },
    close: () => database.close(),
  };
}
