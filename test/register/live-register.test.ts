import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { understand } from '../../bot/matching/understand.ts';
import type { KeptApart } from '../../bot/mentoring/people/kept-apart.ts';
import type { Store } from '../../bot/ports/store.ts';
import { apartRecord } from '../../bot/records/apart-record.ts';
import { keptApart, profilesOf, shownFigures } from '../../bot/records/partitions.ts';
import { profileRecord } from '../../bot/records/profile-record.ts';
import type { ShownRecord } from '../../bot/records/shown-record.ts';
import { type LiveRegister, liveRegister } from '../../bot/register/live-register.ts';
import { aMentor } from '../matching/a-mentor.ts';

const scheme = { id: 'scheme', name: 'Scheme', homeTenantId: 't', domains: {}, link: '', signposts: [] };
const today = '2026-11-23';
const sam = { tenantId: 't', objectId: 'sam' };
const priya = { tenantId: 't', objectId: 'priya' };

describe('The register beside the store', () => {
  let folder: string;
  let store: Store;
  const instance = (): LiveRegister => liveRegister(store, scheme);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'register-'));
    store = sqliteStore(join(folder, 'store.sqlite'));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const shownOf = async (register: LiveRegister, id: string, on = today) =>
    (await register.fresh()).exposure(id, on).recentlyShown;

  it('counts who was shown for every instance, and loses none where several count at once', async () => {
    const instances = [instance(), instance(), instance()];
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => instances[at % 3]?.noteShown(['a', at % 2 ? 'b' : 'c'], today)),
    );
    for (const each of instances) {
      assert.equal(await shownOf(each, 'a'), 30);
      assert.equal(await shownOf(each, 'b'), 15);
    }
  });

  it('writes what comes at once together, and no more than a small count a mentor and day', async () => {
    let writes = 0;
    const counting: Store = {
      ...store,
      write: (partition, written) => {
        writes += 1;
        return store.write(partition, written);
      },
    };
    const register = liveRegister(counting, scheme);
    await Promise.all(Array.from({ length: 100 }, () => register.noteShown(['a', 'b', 'c'], today)));
    assert.ok(writes <= 3, `${writes}`);
    const kept = await store.list<ShownRecord>(shownFigures(scheme), 'shown');
    assert.deepEqual(
      kept.map(({ document }) => document),
      ['a', 'b', 'c'].map(id => ({
        id: `shown:${id}`,
        type: 'shown',
        profileId: id,
        days: { [today]: 100 },
      })),
    );
  });

  it('forgets who was shown after a week', async () => {
    const register = instance();
    await register.noteShown(['a'], '2026-11-16');
    await register.noteShown(['a'], '2026-11-17');
    assert.equal(await shownOf(register, 'a'), 1);
    await register.noteShown(['a'], today);
    const [kept] = await store.list<ShownRecord>(shownFigures(scheme), 'shown');
    assert.deepEqual(kept?.document.days, { '2026-11-17': 1, [today]: 1 });
  });

  it('goes on counting when the store was silent for a moment', async () => {
    let isSilent = true;
    const silent: Store = {
      ...store,
      write: (partition, writes) =>
        isSilent ? Promise.reject(new Error('Silent')) : store.write(partition, writes),
    };
    const register = liveRegister(silent, scheme);
    await assert.rejects(register.noteShown(['a'], today), /Silent/);
    isSilent = false;
    await register.noteShown(['a'], today);
    assert.equal(await shownOf(instance(), 'a'), 2);
  });

  it('gives every mentor among equals a turn: in 1,000 searches nobody is shown more than twice the mean', async () => {
    const ids = Array.from({ length: 60 }, (_, at) => `m${at}`);
    for (let at = 0; at < ids.length; at += 50) {
      await store.write(
        profilesOf(scheme),
        ids.slice(at, at + 50).map(id => ({ put: profileRecord(aMentor({ id })), ifMatch: 'absent' })),
      );
    }
    const need = understand('I want to move into management');
    const instances = [instance(), instance()];
    const shown = new Map<string, number>();
    for (let search = 0; search < 1000; search += 1) {
      const register = instances[search % 2] ?? assert.fail();
      const { index, exposure } = await register.fresh();
      const found = index.rank(need, {
        limit: 30,
        asker: { managers: new Set() },
        today,
        exposure: id => exposure(id, today),
        seed: `${search % 97}`,
      });
      const three = found.mentors.slice(0, 3).map(({ profile }) => profile.id);
      for (const id of three) shown.set(id, (shown.get(id) ?? 0) + 1);
      await register.noteShown(three, today);
    }
    assert.equal(shown.size, 60);
    assert.ok(Math.max(...shown.values()) <= 2 * (3000 / 60), `${Math.max(...shown.values())}`);
  });

  describe('told who is kept apart', () => {
    const said = (word: KeptApart) =>
      store.write(keptApart(scheme), [{ put: apartRecord(word), ifMatch: 'any' }]);
    const block = { by: sam, about: { profileId: 'p' }, because: 'block' } as const;

    it('keeps the two apart for both, on every instance at once, whoever said it', async () => {
      const register = instance();
      await register.fresh();
      await said(block);
      await said({ by: priya, about: { person: sam }, because: 'conflict' });
      const { keptApart: apart } = await register.fresh();
      assert.deepEqual(apart({ person: sam }), {
        conflicts: new Set(['t/priya']),
        blocks: new Set(['p']),
      });
      assert.deepEqual(apart({ person: priya, profileId: 'p' }), {
        conflicts: new Set(['t/sam']),
        blocks: new Set(['t/sam']),
      });
      assert.deepEqual(apart({ person: { tenantId: 't', objectId: 'else' } }), {
        conflicts: new Set(),
        blocks: new Set(),
      });
    });

    it('forgets it when it is taken back', async () => {
      const register = instance();
      await said(block);
      await register.fresh();
      const [kept] = await store.list(keptApart(scheme), 'apart');
      assert.ok(kept);
      await store.write(keptApart(scheme), [{ remove: kept.document.id, ifMatch: kept.etag }]);
      const { keptApart: apart } = await register.fresh();
      assert.deepEqual(apart({ person: sam }).blocks, new Set());
    });
  });
});
