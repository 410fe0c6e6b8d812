import assert from 'node:assert/strict';
import type { Write } from '../../bot/ports/store.ts';
import type { OpenedStore } from './store.ts';
import { absent, any, ids, note, read, save, saved, somewhere } from './store-documents.ts';

const conflict = { outcome: 'conflict' } as const;

export function storeWriting(opened: () => OpenedStore): void {
  describe('writing under conditions', () => {
    it('creates only what is not there', async () => {
      const at = somewhere();
      assert.equal((await opened().store.write(at, [absent(note('one', 'first'))])).outcome, 'written');
      assert.deepEqual(await opened().store.write(at, [absent(note('one', 'second'))]), conflict);
      assert.deepEqual(await read(opened().store, at, 'one'), note('one', 'first'));
    });

    it('replaces only what was read', async () => {
      const at = somewhere();
      const first = await saved(opened().store, at, note('one', 'first'));
      const second = await opened().store.write(at, [{ put: note('one', 'second'), ifMatch: first }]);
      assert.equal(second.outcome, 'written');
      assert.notEqual(second.etags.get('one'), first);
      assert.deepEqual(
        await opened().store.write(at, [{ put: note('one', 'third'), ifMatch: first }]),
        conflict,
      );
      assert.deepEqual(await read(opened().store, at, 'one'), note('one', 'second'));
    });

    it('removes only what was read, and then it is absent', async () => {
      const at = somewhere();
      const first = await saved(opened().store, at, note('one', 'first'));
      const second = await saved(opened().store, at, note('one', 'second'));
      assert.deepEqual(await opened().store.write(at, [{ remove: 'one', ifMatch: first }]), conflict);
      assert.equal((await opened().store.write(at, [{ remove: 'one', ifMatch: second }])).outcome, 'written');
      assert.equal(await read(opened().store, at, 'one'), undefined);
      assert.deepEqual(await opened().store.list(at, 'note'), []);
      assert.deepEqual(await opened().store.write(at, [{ remove: 'one', ifMatch: second }]), conflict);
      assert.deepEqual(await opened().store.write(at, [{ put: note('one'), ifMatch: second }]), conflict);
    });

    it('writes whatever is there when asked to', async () => {
      const at = somewhere();
      const etags = [
        await saved(opened().store, at, note('one', 'first')),
        await saved(opened().store, at, note('one', 'second')),
      ];
      assert.equal(new Set(etags).size, 2);
      assert.deepEqual(await read(opened().store, at, 'one'), note('one', 'second'));
    });

    it('never takes a made-up etag for a condition that holds', async () => {
      const at = somewhere();
      await save(opened().store, at, note('one', 'first'));
      for (const ifMatch of ['*', '', '"', '0', '-1', 'undefined'])
        assert.deepEqual(await opened().store.write(at, [{ put: note('one'), ifMatch }]), conflict, ifMatch);
      for (const ifMatch of ['*', '', 'any', 'absent'])
        assert.deepEqual(await opened().store.write(at, [{ remove: 'one', ifMatch }]), conflict, ifMatch);
      assert.deepEqual(await read(opened().store, at, 'one'), note('one', 'first'));
      assert.deepEqual(await opened().store.write(at, [{ put: note('two'), ifMatch: '*' }]), conflict);
      assert.deepEqual(await opened().store.write(at, [{ remove: 'two', ifMatch: '*' }]), conflict);
    });

    it('creates again what was removed, never under an etag that was given before', async () => {
      const at = somewhere();
      const given = new Set<string>();
      for (let round = 0; round < 3; round++) {
        const written = await opened().store.write(at, [
          absent(note('one', String(round))),
          absent(note(`new${round}`)),
        ]);
        assert.equal(written.outcome, 'written');
        const etag = written.etags.get('one') ?? assert.fail();
        assert.equal(given.has(etag), false);
        given.add(etag);
        assert.deepEqual(await read(opened().store, at, 'one'), note('one', String(round)));
        for (const old of given)
          if (old !== etag)
            assert.deepEqual(await opened().store.write(at, [{ put: note('one'), ifMatch: old }]), conflict);
        assert.equal((await opened().store.write(at, [{ remove: 'one', ifMatch: etag }])).outcome, 'written');
      }
      await save(opened().store, at, note('one', 'any'));
      assert.deepEqual(await read(opened().store, at, 'one'), note('one', 'any'));
    });

    it('lets exactly one of two writers that read the same etag win', async () => {
      const at = somewhere();
      const other = await opened().another();
      for (let round = 0; round < 10; round++) {
        const ifMatch = await saved(opened().store, at, note('one'));
        const outcomes = await Promise.all(
          [opened().store, other].map((writer, n) =>
            writer.write(at, [{ put: note('one', String(n)), ifMatch }]),
          ),
        );
        assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['conflict', 'written']);
        const winner = outcomes.findIndex(({ outcome }) => outcome === 'written');
        assert.deepEqual(await read(opened().store, at, 'one'), note('one', String(winner)));
      }
    });

    it('lets exactly one of many creators win', async () => {
      const at = somewhere();
      const other = await opened().another();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? opened().store : other).write(at, [absent(note('one'))]),
        ),
      );
      assert.equal(outcomes.filter(({ outcome }) => outcome === 'written').length, 1);
    });
  });

  describe('writing several at once', () => {
    it('writes all of them and gives the new etags of the puts', async () => {
      const at = somewhere();
      const [kept = '', gone = ''] = await save(opened().store, at, note('kept', 'old'), note('gone'));
      const written = await opened().store.write(at, [
        { put: note('kept', 'new'), ifMatch: kept },
        { remove: 'gone', ifMatch: gone },
        absent(note('made')),
        any(note('forced')),
      ]);
      assert.equal(written.outcome, 'written');
      assert.deepEqual([...written.etags.keys()].sort(), ['forced', 'kept', 'made']);
      const found = await opened().store.list(at, 'note');
      assert.deepEqual(ids(found), ['forced', 'kept', 'made']);
      for (const { document, etag } of found) assert.equal(written.etags.get(document.id), etag);
    });

    for (const [why, failing] of [
      ['a create finds its document there', absent(note('there'))],
      ['a replace finds another etag', { put: note('there'), ifMatch: '7-made-up' }],
      ['a replace finds nothing', { put: note('missing'), ifMatch: '7-made-up' }],
      ['a remove finds another etag', { remove: 'there', ifMatch: '7-made-up' }],
      ['a remove finds nothing', { remove: 'missing', ifMatch: '7-made-up' }],
    ] as const)
      it(`leaves nothing of the others when ${why}`, async () => {
        const at = somewhere();
        const [etag = '', removable = ''] = await save(
          opened().store,
          at,
          note('mine', 'old'),
          note('removable'),
          note('there'),
        );
        const others: Write[] = [
          { put: note('mine', 'new'), ifMatch: etag },
          { remove: 'removable', ifMatch: removable },
          absent(note('fresh')),
        ];
        const before = await opened().store.list(at, 'note');
        for (const place of [0, 1, 3])
          assert.deepEqual(await opened().store.write(at, others.toSpliced(place, 0, failing)), conflict);
        assert.deepEqual(await opened().store.list(at, 'note'), before);
        assert.equal((await opened().store.write(at, others)).outcome, 'written');
      });

    it('takes none, and a hundred, and throws at a hundred and one', async () => {
      const at = somewhere();
      assert.deepEqual(await opened().store.write(at, []), { outcome: 'written', etags: new Map() });
      const many = Array.from({ length: 101 }, (_, n) => any(note(String(n))));
      await assert.rejects(opened().store.write(at, many), RangeError);
      assert.deepEqual(await opened().store.list(at, 'note'), []);
      assert.equal((await opened().store.write(at, many.slice(1))).outcome, 'written');
      assert.equal((await opened().store.list(at, 'note')).length, 100);
    });

    it('throws at the same id twice and at an id that is empty', async () => {
      const at = somewhere();
      await assert.rejects(
        opened().store.write(at, [any(note('one')), { remove: 'one', ifMatch: 'x' }]),
        RangeError,
      );
      await assert.rejects(opened().store.write(at, [any(note(''))]), RangeError);
      assert.deepEqual(await opened().store.list(at, 'note'), []);
    });

    it('only ever creates in audit', async () => {
      const at = somewhere('audit');
      const written = await opened().store.write(at, [absent(note('one'))]);
      assert.equal(written.outcome, 'written');
      const ifMatch = written.etags.get('one') ?? assert.fail();
      await assert.rejects(opened().store.write(at, [any(note('one', 'changed'))]), RangeError);
      await assert.rejects(opened().store.write(at, [{ put: note('one', 'changed'), ifMatch }]), RangeError);
      await assert.rejects(opened().store.write(at, [{ remove: 'one', ifMatch }]), RangeError);
      assert.deepEqual(await read(opened().store, at, 'one'), note('one'));
    });
  });
}
