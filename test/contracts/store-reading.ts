import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Partition } from '../../bot/ports/store.ts';
import type { OpenedStore } from './store.ts';
import { absent, ids, note, read, save, saved, somewhere } from './store-documents.ts';

export function storeReading(opened: () => OpenedStore): void {
  describe('reading and listing', () => {
    it('gives back the document and the etag that was given when it was written', async () => {
      const at = somewhere();
      const etag = await saved(opened().store, at, note('one', 'first'));
      assert.deepEqual(await opened().store.read(at, 'one'), { document: note('one', 'first'), etag });
    });

    it('has nothing under an id that was never written', async () => {
      assert.equal(await opened().store.read(somewhere(), 'one'), undefined);
      assert.deepEqual(await opened().store.list(somewhere(), 'note'), []);
    });

    it('lists one type by id, with the etags that a read gives', async () => {
      const at = somewhere();
      await save(opened().store, at, note('c'), note('a'), { id: 'b', type: 'other' }, note('B'));
      const found = await opened().store.list(at, 'note');
      assert.deepEqual(ids(found), ['B', 'a', 'c']);
      assert.deepEqual(found[1], await opened().store.read(at, 'a'));
      assert.deepEqual(ids(await opened().store.list(at, 'other')), ['b']);
    });

    it('lists by a prefix of the id', async () => {
      const at = somewhere();
      await save(
        opened().store,
        at,
        note('day:2026-12-03'),
        note('day:2026-12-04'),
        note('day'),
        note('days:1'),
      );
      assert.deepEqual(ids(await opened().store.list(at, 'note', 'day:')), [
        'day:2026-12-03',
        'day:2026-12-04',
      ]);
      assert.deepEqual(await opened().store.list(at, 'note', 'day:2027'), []);
      assert.equal((await opened().store.list(at, 'note', '')).length, 4);
    });

    for (const sign of [
      '%',
      '_',
      "'",
      '"',
      '*',
      '~',
      '.',
      ' ',
      '\\',
      '/',
      '?',
      '#',
      '[',
      'é',
      '名',
      '👩‍⚕️',
      '０',
    ])
      it(`takes ${sign} in an id and in a prefix for itself`, async () => {
        const at = somewhere();
        const id = `a${sign}b`;
        await save(opened().store, at, note(id, sign), note('aXb'), note('a'), note(`A${sign}b`));
        assert.deepEqual(await read(opened().store, at, id), note(id, sign));
        assert.deepEqual(ids(await opened().store.list(at, 'note', `a${sign}`)), [id]);
        assert.equal((await opened().store.write(at, [absent(note(id))])).outcome, 'conflict');
      });

    it('orders ids of all scripts alike', async () => {
      const at = somewhere();
      const mixed = ['z', '名', 'é', '👩', '０', '~', 'Z', '%', 'e'];
      await save(opened().store, at, ...mixed.map(id => note(id)));
      assert.deepEqual(ids(await opened().store.list(at, 'note')), mixed.sort());
    });

    it('lists more documents than one page holds', async () => {
      const at = somewhere();
      for (let hundred = 0; hundred < 3; hundred++)
        await save(
          opened().store,
          at,
          ...Array.from({ length: 100 }, (_, n) => note(String(1000 + hundred * 100 + n))),
        );
      const found = ids(await opened().store.list(at, 'note'));
      assert.equal(found.length, 300);
      assert.deepEqual([found[0], found[299]], ['1000', '1299']);
    });

    it('keeps tenants, scopes and containers apart', async () => {
      const at = somewhere('people');
      const apart: Partition[] = [at, somewhere('people', at.tenant), { ...at, tenant: randomUUID() }];
      apart.push({ ...at, container: 'pairs' }, { ...at, tenant: at.scope, scope: at.tenant });
      apart.push(
        { ...at, scope: `${at.scope}/é'` },
        { ...at, tenant: `${at.tenant}/${at.scope}`, scope: "é'" },
      );
      for (const [n, partition] of apart.entries())
        await save(opened().store, partition, note('same', String(n)));
      for (const [n, partition] of apart.entries()) {
        assert.deepEqual(await read(opened().store, partition, 'same'), note('same', String(n)));
        assert.equal((await opened().store.list(partition, 'note')).length, 1);
      }
    });

    it('gives back text of all scripts, empty values and awkward field names as they were', async () => {
      const at = somewhere();
      const json = `{"id":"odd","type":"note","text":"👩🏾‍⚕️ Siân ‏עברית \\u0000 \\"\\n","none":null,"list":[],"deep":{"a":[{"b":1.5}]},
        "__proto__":{"polluted":true},"constructor":1,"_etag":"mine","_ts":1,"_rid":"r","ttl":1,"removed":true,
        "tenant":"t","scope":"s","document":{"id":"inner"},"change":7,"body":"b"}`;
      await save(opened().store, at, JSON.parse(json));
      const back = await read(opened().store, at, 'odd');
      assert.equal(JSON.stringify(back), JSON.stringify(JSON.parse(json)));
      assert.equal(Reflect.get({}, 'polluted'), undefined);
      const [listed] = await opened().store.list(at, 'note');
      assert.equal(JSON.stringify(listed?.document), JSON.stringify(back));
    });

    it('keeps a document of 500,000 characters whole', async () => {
      const at = somewhere();
      const large = note('large', 'text '.repeat(100_000));
      await save(opened().store, at, large);
      assert.deepEqual(await read(opened().store, at, 'large'), large);
    });
  });
}
