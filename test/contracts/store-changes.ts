import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Change, Container, Document, Partition, Store } from '../../bot/ports/store.ts';
import type { OpenedStore } from './store.ts';

type Read = { readonly changes: readonly Change[]; readonly token: string };

const note = (id: string, text = ''): Document & { readonly text: string } => ({ id, type: 'note', text });

/** Reads on until nothing more is waiting. */
export async function drain(store: Store, container: Container, from?: string): Promise<Read> {
  const changes: Change[] = [];
  let token = from;
  for (;;) {
    const next = await store.changesSince(container, token);
    changes.push(...next.changes);
    token = next.token;
    if (next.caughtUp) return { changes, token };
  }
}

export function storeChanges(opened: () => OpenedStore): void {
  describe('following changes', () => {
    const container = 'due';
    const somewhere = (tenant: string = randomUUID()): Partition => ({
      container,
      tenant,
      scope: randomUUID(),
    });
    const save = async (partition: Partition, ...documents: Document[]): Promise<string> => {
      const written = await opened().store.write(
        partition,
        documents.map(put => ({ put, ifMatch: 'any' })),
      );
      assert.equal(written.outcome, 'written');
      return [...written.etags.values()].at(-1) ?? assert.fail();
    };
    const now = async (): Promise<string> => (await drain(opened().store, container)).token;

    it('gives everything there is from the beginning, of all partitions of one container', async () => {
      const one = somewhere();
      const two = somewhere(one.tenant);
      await save(one, note('a', 'x'));
      await save(two, note('a', 'y'));
      await save({ ...one, container: 'figures' }, note('elsewhere'));
      const { changes } = await drain(opened().store, container);
      const mine = changes.filter(({ partition }) => partition.tenant === one.tenant);
      assert.deepEqual(
        new Set(mine),
        new Set([
          { partition: one, document: note('a', 'x'), removed: false },
          { partition: two, document: note('a', 'y'), removed: false },
        ]),
      );
    });

    it('goes on from a token, the oldest change first within a partition', async () => {
      const at = somewhere();
      await save(at, note('before'));
      const token = await now();
      for (const id of ['c', 'a', 'b']) await save(at, note(id));
      await save(at, note('c', 'again'));
      const { changes } = await drain(opened().store, container, token);
      const seen = changes.map(change => (change.removed ? assert.fail() : change.document.id));
      assert.deepEqual(seen.slice(-3), ['a', 'b', 'c']);
      assert.deepEqual(changes.at(-1), { partition: at, document: note('c', 'again'), removed: false });
    });

    it('gives nothing, again and again, while nothing has changed', async () => {
      await save(somewhere(), note('a'));
      let token = await now();
      for (let round = 0; round < 3; round++) {
        const next = await opened().store.changesSince(container, token);
        assert.deepEqual([next.changes, next.caughtUp], [[], true]);
        token = next.token;
      }
      const at = somewhere();
      await save(at, note('late'));
      const { changes } = await drain(opened().store, container, token);
      assert.deepEqual(changes, [{ partition: at, document: note('late'), removed: false }]);
    });

    it('begins on a container that holds nothing', async () => {
      const empty = await drain(opened().store, 'schemes');
      assert.deepEqual(empty.changes, []);
      const at: Partition = { container: 'schemes', tenant: randomUUID(), scope: 'one' };
      await save(at, note('first'));
      const { changes } = await drain(opened().store, 'schemes', empty.token);
      assert.deepEqual(changes, [{ partition: at, document: note('first'), removed: false }]);
    });

    it('tells of removals, from a token and from the beginning, until the document is there again', async () => {
      const at = somewhere();
      const ifMatch = await save(at, note('stays'), note('gone'));
      const token = await now();
      await opened().store.write(at, [{ remove: 'gone', ifMatch }]);
      const removal = { partition: at, id: 'gone', type: 'note', removed: true };
      assert.deepEqual((await drain(opened().store, container, token)).changes, [removal]);
      const { changes } = await drain(opened().store, container);
      const mine = changes.filter(({ partition }) => partition.scope === at.scope);
      assert.deepEqual(mine, [{ partition: at, document: note('stays'), removed: false }, removal]);
      const after = await now();
      await opened().store.write(at, [{ put: note('gone', 'back'), ifMatch: 'absent' }]);
      assert.deepEqual((await drain(opened().store, container, after)).changes, [
        { partition: at, document: note('gone', 'back'), removed: false },
      ]);
    });

    it('tells nothing of a write that met a conflict', async () => {
      const at = somewhere();
      await save(at, note('there'));
      const token = await now();
      const writes = [note('fresh'), note('there')].map(put => ({ put, ifMatch: 'absent' }));
      assert.equal((await opened().store.write(at, writes)).outcome, 'conflict');
      assert.deepEqual((await drain(opened().store, container, token)).changes, []);
    });

    it('gives many changes in parts that together hold each of them', async () => {
      const token = await now();
      const at = somewhere();
      for (let hundred = 0; hundred < 12; hundred++)
        await save(at, ...Array.from({ length: 100 }, (_, n) => note(`${hundred}-${n}`)));
      const first = await opened().store.changesSince(container, token);
      assert.equal(first.caughtUp, false);
      const rest = await drain(opened().store, container, first.token);
      const seen = [...first.changes, ...rest.changes].map(change => !change.removed && change.document.id);
      assert.equal(new Set(seen).size, 1200);
    });

    it('tells of what another process wrote, and a token serves in another process', async () => {
      const other = await opened().another();
      const token = await now();
      const at = somewhere();
      await other.write(at, [{ put: note('theirs'), ifMatch: 'absent' }]);
      const theirs = [{ partition: at, document: note('theirs'), removed: false }];
      assert.deepEqual((await drain(opened().store, container, token)).changes, theirs);
      assert.deepEqual((await drain(other, container, token)).changes, theirs);
    });
  });
}
