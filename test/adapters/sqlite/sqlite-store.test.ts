import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import type { Document, Partition, Store } from '../../../bot/ports/store.ts';
import { storeContract } from '../../contracts/store.ts';

const run = promisify(execFile);
const at: Partition = { container: 'figures', tenant: 'tenant', scope: 'scope' };

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const opened: Store[] = [];
  const open = (): Store => {
    const store = sqliteStore(join(folder, 'data', 'store.sqlite'));
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    another: async () => open(),
    end: async () => {
      for (const store of opened) await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('the store in a file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is read by nobody but its owner, and neither are the files beside it', async () => {
    const store = sqliteStore(join(folder, 'data', 'store.sqlite'));
    await store.write(at, [{ put: { id: 'one', type: 'note' }, ifMatch: 'any' }]);
    const files = await readdir(join(folder, 'data'));
    assert.deepEqual(files.sort(), ['store.sqlite', 'store.sqlite-shm', 'store.sqlite-wal']);
    for (const file of files) assert.equal((await stat(join(folder, 'data', file))).mode & 0o777, 0o600);
    assert.equal((await stat(join(folder, 'data'))).mode & 0o777, 0o700);
    await store.close();
  });

  it('takes away the permissions that others had on it', async () => {
    const path = join(folder, 'store.sqlite');
    await writeFile(path, '');
    await chmod(path, 0o644);
    await sqliteStore(path).close();
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('keeps everything when it is closed and opened again, and closes twice without harm', async () => {
    const path = join(folder, 'store.sqlite');
    const first = sqliteStore(path);
    const written = await first.write(at, [{ put: { id: 'one', type: 'note' }, ifMatch: 'absent' }]);
    await first.close();
    await first.close();
    const second = sqliteStore(path);
    const etag = written.outcome === 'written' ? written.etags.get('one') : assert.fail();
    assert.deepEqual(await second.read(at, 'one'), { document: { id: 'one', type: 'note' }, etag });
    await second.close();
  });

  it('refuses a token that it never gave', async () => {
    const store = sqliteStore(join(folder, 'store.sqlite'));
    for (const token of ['', 'x', '-1', '1.5', '1 OR 1=1'])
      await assert.rejects(store.changesSince('figures', token), RangeError);
    await store.close();
  });

  for (const [days, told] of [
    [29, true],
    [31, false],
  ] as const)
    it(`${told ? 'still tells' : 'has forgotten'} after ${days} days that something was removed, and omits nothing later`, async () => {
      const path = join(folder, 'store.sqlite');
      const first = sqliteStore(path);
      const written = await first.write(at, [{ put: { id: 'gone', type: 'note' }, ifMatch: 'absent' }]);
      const etag = written.outcome === 'written' ? written.etags.get('gone') : undefined;
      await first.write(at, [{ remove: 'gone', ifMatch: etag ?? assert.fail() }]);
      const { token } = await first.changesSince('figures');
      await first.close();
      const file = new DatabaseSync(path);
      file.exec(`UPDATE documents SET removedAt = removedAt - ${days * 24 * 60 * 60}`);
      file.close();
      const second = sqliteStore(path);
      assert.equal((await second.changesSince('figures')).changes.length, told ? 1 : 0);
      await second.write(at, [{ put: { id: 'later', type: 'note' }, ifMatch: 'absent' }]);
      const { changes } = await second.changesSince('figures', token);
      assert.deepEqual(changes, [{ partition: at, document: { id: 'later', type: 'note' }, removed: false }]);
      await second.close();
    });

  it('loses no step when four processes count up one document at once', async () => {
    const path = join(folder, 'store.sqlite');
    const script = new URL('./count-up.ts', import.meta.url).pathname;
    await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, ['--import', 'tsx', script, path, '50'])),
    );
    const store = sqliteStore(path);
    const counted = await store.read<Document & { readonly n: number }>(at, 'count');
    assert.equal(counted?.document.n, 200);
    await store.close();
  });
});
