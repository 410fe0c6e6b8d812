import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Document, Partition, Write } from '../../bot/ports/store.ts';
import type { OpenedStore } from './store.ts';
import { drain } from './store-changes.ts';

type Numbered = Document & { readonly n: number };
type Model = Map<string, { readonly document: Numbered; readonly etag: string }>;
type Step = {
  readonly id: string;
  readonly does: 'put' | 'remove';
  readonly on: 'any' | 'absent' | 'read' | 'earlier';
};

const step: fc.Arbitrary<Step> = fc.record({
  id: fc.constantFrom('a', 'ab', 'b', 'é%', "o'_"),
  does: fc.constantFrom('put', 'put', 'remove'),
  on: fc.constantFrom('any', 'absent', 'read', 'read', 'earlier'),
});
const atOnce = fc.uniqueArray(step, { minLength: 1, maxLength: 3, selector: ({ id }) => id });

/** The store beside a plain map: whatever is written in whatever order, both say the same. */
export function storeAgainstModel(opened: () => OpenedStore): void {
  describe('whatever is written', () => {
    it('holds what a plain map would hold, and its changes rebuild that map', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(atOnce, { minLength: 1, maxLength: 12 }), async rounds => {
          const { store } = opened();
          const at: Partition = { container: 'pairs', tenant: randomUUID(), scope: randomUUID() };
          const { token } = await drain(store, 'pairs');
          const model: Model = new Map();
          const everGiven = new Map<string, string[]>();
          let n = 0;
          for (const steps of rounds) {
            const writes = steps.map((one): Write => {
              const ifMatch = condition(one, model, everGiven);
              return one.does === 'remove'
                ? { remove: one.id, ifMatch }
                : {
                    put: { id: one.id, type: one.id === 'b' ? 'other' : 'note', n: ++n } as Numbered,
                    ifMatch,
                  };
            });
            const written = await store.write(at, writes);
            const expected = writes.every(write => allowed(write, model));
            assert.equal(written.outcome, expected ? 'written' : 'conflict');
            if (written.outcome === 'conflict') continue;
            for (const write of writes)
              if ('remove' in write) model.delete(write.remove);
              else {
                const { id } = write.put;
                const etag: string = written.etags.get(id) ?? assert.fail();
                const given = everGiven.get(id) ?? [];
                assert.equal(given.includes(etag), false);
                everGiven.set(id, [...given, etag]);
                model.set(id, { document: write.put as Numbered, etag });
              }
          }
          for (const id of everGiven.keys()) assert.deepEqual(await store.read(at, id), model.get(id));
          for (const [type, prefix] of [
            ['note', ''],
            ['note', 'a'],
            ['other', ''],
            ['note', 'é%'],
          ] as const) {
            const listed = [...model.values()]
              .filter(({ document }) => document.type === type && document.id.startsWith(prefix))
              .sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
            assert.deepEqual(await store.list(at, type, prefix), listed);
          }
          const rebuilt = new Map<string, Document>();
          for (const change of (await drain(store, 'pairs', token)).changes)
            if (change.removed) rebuilt.delete(change.id);
            else rebuilt.set(change.document.id, change.document);
          const held = new Map([...model].map(([id, { document }]) => [id, document]));
          assert.deepEqual(rebuilt, held);
        }),
        { numRuns: 25 },
      );
    });
  });
}

function condition(one: Step, model: Model, everGiven: ReadonlyMap<string, readonly string[]>): string {
  if (one.on === 'read' || one.does === 'remove') return model.get(one.id)?.etag ?? 'never-given';
  if (one.on === 'earlier') return everGiven.get(one.id)?.[0] ?? 'never-given';
  return one.on;
}

function allowed(write: Write, model: Model): boolean {
  const held = model.get('put' in write ? write.put.id : write.remove);
  if ('put' in write && write.ifMatch === 'any') return true;
  if ('put' in write && write.ifMatch === 'absent') return held === undefined;
  return held !== undefined && held.etag === write.ifMatch;
}
