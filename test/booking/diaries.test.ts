import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { holdDiary, releaseDiary } from '../../bot/booking/diaries.ts';
import type { Diary, DiaryEntry } from '../../bot/mentoring/availability/diary.ts';
import { overlaps } from '../../bot/mentoring/availability/interval.ts';
import type { Document, Partition, Store } from '../../bot/ports/store.ts';
import { personPartition } from '../../bot/records/partitions.ts';

const evening = Date.parse('2026-12-09T21:00:00Z');
const minute = 60_000;
const people = ['a', 'b', 'c'].map(objectId => ({ tenantId: 'trust', objectId }));

/** Around midnight, so that entries lie in one day's diary or two. */
const entry = fc
  .record({
    from: fc.integer({ min: 0, max: 300 }),
    length: fc.integer({ min: 1, max: 150 }),
    meeting: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ from, length, meeting }) => ({
    start: evening + from * minute,
    end: evening + (from + length) * minute,
    meetingId: `meeting-${meeting}`,
  }));
const act = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  entry,
  holds: fc.boolean(),
  waits: fc.boolean(),
});

describe('Diaries', () => {
  let folder: string;
  let stores: readonly Store[];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'diaries-'));
    stores = [sqliteStore(join(folder, 'store.sqlite')), sqliteStore(join(folder, 'store.sqlite'))];
  });
  after(async () => {
    await Promise.all(stores.map(store => store.close()));
    rmSync(folder, { recursive: true, force: true });
  });

  it('never hold two overlapping intervals, whatever is held and released at once by two processes', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 14 }), async acts => {
        run += 1;
        const those = people.map(person => ({ ...person, objectId: `${person.objectId}${run}` }));
        const held: { readonly who: number; readonly entry: DiaryEntry }[] = [];
        let going: Promise<unknown>[] = [];
        for (const [at, { who, entry, holds, waits }] of acts.entries()) {
          const [person, store] = [those[who], stores[at % 2]];
          assert.ok(person && store);
          const slow = between(store);
          going.push(
            holds
              ? holdDiary({ store: slow }, person, entry).then(answer => {
                  if (answer === 'held') held.push({ who, entry });
                })
              : releaseDiary({ store: slow }, person, entry, entry.meetingId),
          );
          if (waits) {
            await Promise.all(going);
            going = [];
          }
        }
        await Promise.all(going);
        const isKept = ({ who, entry }: (typeof held)[number]) =>
          !acts.some(each => !each.holds && each.who === who && each.entry.meetingId === entry.meetingId);
        for (const { who, entry } of held.filter(isKept)) {
          const person = those[who];
          assert.ok(
            person &&
              (await entriesOf(person)).some(each => each.start === entry.start && each.end === entry.end),
          );
        }
        for (const [who, person] of those.entries()) await isWithoutOverlaps(person, who, held);
      }),
      { numRuns: 150 },
    );
  });

  async function entriesOf(person: { readonly tenantId: string; readonly objectId: string }) {
    const days = (await stores[0]?.list<Diary>(personPartition(person), 'diary')) ?? [];
    return days.flatMap(day => day.document.entries);
  }

  async function isWithoutOverlaps(
    person: { readonly tenantId: string; readonly objectId: string },
    who: number,
    held: readonly { readonly who: number; readonly entry: DiaryEntry }[],
  ): Promise<void> {
    const [store] = stores;
    const days = (await store?.list<Diary>(personPartition(person), 'diary')) ?? [];
    for (const { document } of days) {
      for (const [at, one] of document.entries.entries()) {
        const others = document.entries.slice(at + 1);
        assert.ok(
          others.every(other => !overlaps(one, other)),
          `${document.id} of ${who}`,
        );
        assert.ok(
          held.some(each => each.who === who && each.entry.start === one.start && each.entry.end === one.end),
        );
      }
    }
  }
});

/** Lets the others come between a read and the write that follows it. */
function between(store: Store): Store {
  const pause = () => new Promise(resolve => setImmediate(resolve));
  return {
    ...store,
    async read<D extends Document>(partition: Partition, id: string) {
      const found = await store.read<D>(partition, id);
      await pause();
      return found;
    },
  };
}
