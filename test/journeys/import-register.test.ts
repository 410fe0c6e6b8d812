import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { importRegister, type RegisterReport, type RegisterRow } from '../../bot/journeys/import-register.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import type { Scheme } from '../../bot/mentoring/people/scheme.ts';
import type { Store } from '../../bot/ports/store.ts';
import { profilesOf } from '../../bot/records/partitions.ts';
import { type ProfileRecord, profileRecord } from '../../bot/records/profile-record.ts';

const ids = nodeIds();
const scheme: Scheme = {
  id: 'north',
  name: 'Mentoring North',
  homeTenantId: '6d1f0000-0000-4000-8000-000000000001',
  domains: {},
  link: 'https://teams.example/mentoring',
  signposts: [],
};
const at = profilesOf(scheme);

type Cells = Readonly<Record<string, string>>;

const cellsOf = (name: string, cells: Cells = {}): Cells => ({
  email: `${name.toLowerCase()}@x.example`,
  name,
  focus_areas: 'Confidence; Leading change',
  town: 'Leeds',
  capacity: '2',
  ...cells,
});

/** As lines of a file: the first stands on line 2. */
async function* fileOf(...rows: Cells[]): AsyncGenerator<RegisterRow> {
  for (const [n, cells] of rows.entries()) yield { line: n + 2, cells };
}

const manyNames = (count: number) => Array.from({ length: count }, (_, n) => `Mentor${n}`);
const counts = ({ added, changed, unchanged, refused }: RegisterReport) => [
  added,
  changed,
  unchanged,
  refused.length,
];

describe('Importing a register', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    store = sqliteStore(join(folder, 'store.sqlite'));
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const imported = (...rows: Cells[]) => importRegister({ store, ids, scheme }, fileOf(...rows));
  const idOf = (name: string) => ids.derived('profile', scheme.id, `${name.toLowerCase()}@x.example`);
  async function profile(name: string): Promise<MentorProfile> {
    const found = await store.read<ProfileRecord>(at, idOf(name));
    return found?.document.profile ?? assert.fail(`no profile of ${name}`);
  }
  async function change(of: Store, name: string, own: Partial<MentorProfile>): Promise<void> {
    const found = (await of.read<ProfileRecord>(at, idOf(name))) ?? assert.fail();
    const put = profileRecord({ ...found.document.profile, ...own });
    assert.equal((await of.write(at, [{ put, ifMatch: found.etag }])).outcome, 'written');
  }
  const all = () => store.list<ProfileRecord>(at, 'profile');

  it('keeps each row as a profile whose id follows from the scheme and the address', async () => {
    assert.deepEqual(counts(await imported(cellsOf('Ann'))), [1, 0, 0, 0]);
    assert.deepEqual((await store.read(at, idOf('Ann')))?.document, {
      id: idOf('Ann'),
      type: 'profile',
      profile: {
        id: idOf('Ann'),
        schemeId: 'north',
        name: 'Ann',
        address: 'ann@x.example',
        jobTitle: '',
        profession: '',
        band: '',
        organisation: '',
        region: '',
        town: 'Leeds',
        focusAreas: ['Confidence', 'Leading change'],
        languages: [],
        meets: [],
        availableDays: [],
        accreditation: '',
        capacity: 2,
        about: '',
      },
    });
  });

  it('takes an address in capitals or between spaces for the same mentor', async () => {
    await imported(cellsOf('Ann'));
    assert.deepEqual(counts(await imported(cellsOf('Ann', { email: ' ANN@X.example ' }))), [0, 0, 1, 0]);
    assert.equal((await all()).length, 1);
  });

  it('writes nothing when it reads the same register again', async () => {
    const rows = manyNames(120).map(name => cellsOf(name));
    assert.deepEqual(counts(await imported(...rows)), [120, 0, 0, 0]);
    const before = await all();
    assert.equal(before.length, 120);
    assert.deepEqual(counts(await imported(...rows)), [0, 0, 120, 0]);
    assert.deepEqual(await all(), before);
  });

  it('changes only the mentors whose row changed', async () => {
    const names = manyNames(60);
    await imported(...names.map(name => cellsOf(name)));
    const report = await imported(...names.map((name, n) => cellsOf(name, n < 7 ? { town: 'Hull' } : {})));
    assert.deepEqual(counts(report), [0, 7, 53, 0]);
    assert.deepEqual([(await profile('Mentor6')).town, (await profile('Mentor7')).town], ['Hull', 'Leeds']);
  });

  for (const [field, cells, expected] of [
    ['a shorter list', { focus_areas: 'Confidence' }, { focusAreas: ['Confidence'] }],
    ['a list in another order', { focus_areas: 'Leading change; Confidence' }, {}],
    ['another number of places', { capacity: '0' }, { capacity: 0 }],
    ['a cell that was emptied', { town: '' }, { town: '' }],
  ] as const)
    it(`takes ${field} for a change`, async () => {
      await imported(cellsOf('Ann'));
      assert.deepEqual(counts(await imported(cellsOf('Ann', cells))), [0, 1, 0, 0]);
      const kept = await profile('Ann');
      assert.deepEqual({ ...kept, ...expected }, kept);
    });

  it("keeps what is the mentor's own: who they are, their pause, their wish to be asked first", async () => {
    await imported(cellsOf('Ann'));
    const person = { tenantId: scheme.homeTenantId, objectId: '0a0a0000-0000-4000-8000-000000000002' };
    const own = { person, pausedUntil: '2027-01-05', asksFirst: true };
    await change(store, 'Ann', own);
    assert.deepEqual(counts(await imported(cellsOf('Ann'))), [0, 0, 1, 0]);
    assert.deepEqual(counts(await imported(cellsOf('Ann', { town: 'Hull' }))), [0, 1, 0, 0]);
    const kept = await profile('Ann');
    assert.deepEqual({ ...kept, ...own, town: 'Hull' }, kept);
  });

  it('keeps a mentor whom the register no longer names', async () => {
    await imported(cellsOf('Ann'), cellsOf('Bo'));
    await imported(cellsOf('Bo'));
    assert.equal((await profile('Ann')).name, 'Ann');
  });

  it('refuses an address that stood on an earlier line, and keeps the earlier one', async () => {
    const again = cellsOf('Ann', { email: 'Ann@x.example', town: 'Hull' });
    const report = await imported(cellsOf('Ann'), cellsOf('Bo'), again, again);
    const refusedBecause = 'Its e-mail address is already on line 2.';
    assert.deepEqual(report.refused, [
      { line: 4, refusedBecause },
      { line: 5, refusedBecause },
    ]);
    assert.equal(report.added, 2);
    assert.equal((await profile('Ann')).town, 'Leeds');
  });

  it('refuses it as well when hundreds of lines lie between', async () => {
    const report = await imported(...manyNames(230).map(name => cellsOf(name)), cellsOf('Mentor0'));
    assert.deepEqual(counts(report), [230, 0, 0, 1]);
  });

  it('keeps a good line whose address stood on a refused one', async () => {
    const report = await imported(cellsOf('Ann', { capacity: 'many' }), cellsOf('Ann'));
    assert.deepEqual(counts(report), [1, 0, 0, 1]);
    assert.equal((await profile('Ann')).capacity, 2);
  });

  it('keeps the good lines among the bad ones and gives each bad one its number and reason', async () => {
    async function* file(): AsyncGenerator<RegisterRow> {
      yield { line: 2, cells: cellsOf('Ann') };
      yield { line: 3, refusedBecause: 'A quote is opened but not closed.' };
      yield { line: 6, cells: cellsOf('Bo', { about: '=1+1' }) };
      yield { line: 7, cells: cellsOf('Cy') };
    }
    const report = await importRegister({ store, ids, scheme }, file());
    assert.equal(report.added, 2);
    assert.deepEqual(report.refused, [
      { line: 3, refusedBecause: 'A quote is opened but not closed.' },
      { line: 6, refusedBecause: 'The cell about begins like a spreadsheet formula (=, +, -, @ or a tab).' },
    ]);
    assert.deepEqual((await all()).map(({ document }) => document.profile.name).sort(), ['Ann', 'Cy']);
  });

  it('keeps what it has read while more is still coming', async () => {
    async function* slow(): AsyncGenerator<RegisterRow> {
      for (const [n, name] of manyNames(300).entries()) {
        yield { line: n + 2, cells: cellsOf(name) };
        if (n === 299) assert.ok((await all()).length >= 200);
      }
    }
    assert.equal((await importRegister({ store, ids, scheme }, slow())).added, 300);
  });

  it('reads again when a mentor changed something meanwhile, and loses neither change', async () => {
    const names = manyNames(80);
    await imported(...names.map(name => cellsOf(name)));
    let disturbed = 0;
    const busy: Store = {
      ...store,
      async write(partition, writes) {
        if (disturbed++ % 2 === 0) await change(store, `Mentor${disturbed}`, { pausedUntil: '2027-01-05' });
        return store.write(partition, writes);
      },
    };
    const rows = fileOf(...names.map(name => cellsOf(name, { town: 'Hull' })));
    const report = await importRegister({ store: busy, ids, scheme }, rows);
    assert.deepEqual(counts(report), [0, 80, 0, 0]);
    const kept = (await all()).map(({ document }) => document.profile);
    assert.ok(kept.every(({ town }) => town === 'Hull'));
    assert.ok(kept.some(({ pausedUntil }) => pausedUntil === '2027-01-05'));
  });

  it('adds each mentor once when two imports run at once', async () => {
    const other = sqliteStore(join(folder, 'store.sqlite'));
    const rows = manyNames(130).map(name => cellsOf(name));
    const reports = await Promise.all(
      [store, other].map(one => importRegister({ store: one, ids, scheme }, fileOf(...rows))),
    );
    assert.equal(
      reports.reduce((sum, { added }) => sum + added, 0),
      130,
    );
    assert.equal(
      reports.reduce((sum, { unchanged }) => sum + unchanged, 0),
      130,
    );
    assert.equal((await all()).length, 130);
    await other.close();
  });

  it('throws when it is never let through, rather than say that it kept anything', async () => {
    const closed: Store = { ...store, write: async () => ({ outcome: 'conflict' }) };
    await assert.rejects(importRegister({ store: closed, ids, scheme }, fileOf(cellsOf('Ann'))));
  });
});
