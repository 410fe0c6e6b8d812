import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import {
  type Document,
  idsToWrite,
  type Partition,
  type Store,
  type Stored,
  type Write,
} from '../../ports/store.ts';

type Row = Record<string, SQLOutputValue>;

const changesAtOnce = 1000;

// `change` orders all writes and is the etag: AUTOINCREMENT gives no number twice. A removed document has no body.
const schema = `
  CREATE TABLE IF NOT EXISTS documents (
    change INTEGER PRIMARY KEY AUTOINCREMENT,
    container TEXT NOT NULL, tenant TEXT NOT NULL, scope TEXT NOT NULL, id TEXT NOT NULL,
    type TEXT NOT NULL, body TEXT, removedAt INTEGER,
    UNIQUE (container, tenant, scope, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS changes ON documents (container, change);
  CREATE INDEX IF NOT EXISTS removals ON documents (removedAt) WHERE removedAt IS NOT NULL;
  DELETE FROM documents WHERE removedAt < unixepoch() - 30 * 24 * 60 * 60;`;

/**
 * The store in one file of this machine, which several processes may share. What was written is on the disk, so that
 * neither a killed process nor a power cut loses it. Removals are told for 30 days. ":memory:" is for tests.
 */
export function sqliteStore(path: string): Store {
  const database = openPrivately(path);
  transaction(database, () => database.exec(schema));
  const inPartition = 'container = ? AND tenant = ? AND scope = ?';
  const selectOne = database.prepare(`SELECT * FROM documents WHERE ${inPartition} AND id = ?`);
  const selectType = database.prepare(
    `SELECT * FROM documents WHERE ${inPartition} AND id >= ? AND type = ? AND body IS NOT NULL ORDER BY id`,
  );
  const selectChanges = database.prepare(
    'SELECT * FROM documents WHERE container = ? AND change > ? ORDER BY change LIMIT ?',
  );
  const replace = database.prepare(
    `INSERT OR REPLACE INTO documents (container, tenant, scope, id, type, body, removedAt)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, iif(?6 IS NULL, unixepoch(), NULL))`,
  );
  const find = ({ container, tenant, scope }: Partition, id: string): Row | undefined => {
    const row = selectOne.get(container, tenant, scope, id);
    return row?.body === null ? undefined : row;
  };

  return {
    async read<D extends Document>(partition: Partition, id: string) {
      const row = find(partition, id);
      return row && stored<D>(row);
    },

    async list<D extends Document>({ container, tenant, scope }: Partition, type: string, idPrefix = '') {
      const found: Stored<D>[] = [];
      for (const row of selectType.iterate(container, tenant, scope, idPrefix, type)) {
        if (!String(row.id).startsWith(idPrefix)) break;
        found.push(stored(row));
      }
      return found.sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
    },

    async write(partition, writes) {
      const ids = idsToWrite(partition, writes);
      const { container, tenant, scope } = partition;
      return transaction(database, () => {
        const before = ids.map(id => find(partition, id));
        if (!writes.every((write, at) => holds(write, before[at]))) return { outcome: 'conflict' };
        const etags = new Map<string, string>();
        writes.forEach((write, at) => {
          const [type, body] =
            'put' in write ? [write.put.type, JSON.stringify(write.put)] : [String(before[at]?.type), null];
          const { lastInsertRowid } = replace.run(container, tenant, scope, String(ids[at]), type, body);
          if ('put' in write) etags.set(write.put.id, String(lastInsertRowid));
        });
        return { outcome: 'written', etags };
      });
    },

    async changesSince(container, token = '0') {
      if (!/^\d{1,15}$/.test(token)) throw new RangeError('Not a token of this store');
      const rows = selectChanges.all(container, Number(token), changesAtOnce);
      const changes = rows.map(row => {
        const { tenant, scope, id, type, body } = row;
        const partition = { container, tenant: String(tenant), scope: String(scope) };
        return body === null
          ? { partition, id: String(id), type: String(type), removed: true as const }
          : { partition, document: parsed(row), removed: false as const };
      });
      return { changes, token: String(rows.at(-1)?.change ?? token), caughtUp: rows.length < changesAtOnce };
    },

    async close() {
      if (database.isOpen) database.close();
    },
  };
}

/** SQLite gives the files beside the database (WAL, shared memory) the permissions of the database itself. */
function openPrivately(path: string): DatabaseSync {
  if (path === ':memory:') return new DatabaseSync(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Only a new file may be opened past SQLite: https://sqlite.org/howtocorrupt.html (2.2)
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
  const database = new DatabaseSync(path, { timeout: 10_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return database;
}

/** Takes the write lock at once: a transaction that reads first and writes later could not wait for it. */
function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function holds(write: Write, row: Row | undefined): boolean {
  if ('put' in write && write.ifMatch === 'any') return true;
  if ('put' in write && write.ifMatch === 'absent') return row === undefined;
  return row !== undefined && String(row.change) === write.ifMatch;
}

function stored<D extends Document>(row: Row): Stored<D> {
  return { document: parsed(row), etag: String(row.change) };
}

/** A parser's own message would repeat what people wrote. */
function parsed<D extends Document>({ id, body }: Row): D {
  try {
    return JSON.parse(String(body));
  } catch {
    throw new Error(`The document ${id} cannot be read: it is damaged`);
  }
}
