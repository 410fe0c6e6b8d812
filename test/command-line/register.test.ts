import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { registerCommand } from '../../bot/command-line/register.ts';
import type { Scheme } from '../../bot/mentoring/people/scheme.ts';
import type { Store } from '../../bot/ports/store.ts';
import { profilesOf } from '../../bot/records/partitions.ts';

const scheme: Scheme = {
  id: 'north',
  name: 'Mentoring North',
  homeTenantId: '6d1f0000-0000-4000-8000-000000000001',
  domains: {},
  link: 'https://teams.example/mentoring',
  signposts: [],
};
const head = 'email,name,town,focus_areas,capacity\n';

describe('npm run register', () => {
  let folder: string;
  let store: Store;
  let printed: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'register-'));
    store = sqliteStore(join(folder, 'store.sqlite'));
    printed = [];
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  function command(file: string | undefined): Promise<number> {
    printed = [];
    return registerCommand({ store, scheme, ids: nodeIds(), file, print: line => printed.push(line) });
  }
  async function run(content: string): Promise<number> {
    const file = join(folder, 'register.csv');
    await writeFile(file, content);
    return command(file);
  }
  const kept = async () => (await store.list(profilesOf(scheme), 'profile')).length;

  it('says how many mentors were added, changed, unchanged and refused', async () => {
    const ann = 'ann@x.example,Ann,Leeds,Confidence,2\n';
    assert.equal(await run(`${head}${ann}bo@x.example,Bo,Hull,Confidence,1\n`), 0);
    assert.deepEqual(printed, ['2 added, 0 changed, 0 unchanged, 0 refused']);
    assert.equal(await run(`${head}${ann}bo@x.example,Bo,York,Confidence,1\n`), 0);
    assert.deepEqual(printed, ['0 added, 1 changed, 1 unchanged, 0 refused']);
  });

  it('names each refused line with its reason, keeps the good ones and ends with 1', async () => {
    const lines = [
      'ann@x.example,Ann,Leeds,Confidence,2',
      'bo@x.example,"Bo,Hull,Confidence,1',
      'cy@x.example,=HYPERLINK(1),Hull,Confidence,1',
      'di@x.example,Di,Hull,Confidence,many',
      'ann@x.example,Ann,Hull,Confidence,2',
      'ed@x.example,Ed,Hull,Confidence,1',
    ];
    assert.equal(await run(`${head}${lines.join('\n')}\n`), 1);
    assert.deepEqual(printed, [
      'Line 3: A quote is opened but not closed, or stands inside a cell.',
      'Line 4: The cell name begins like a spreadsheet formula (=, +, -, @ or a tab).',
      'Line 5: The cell capacity must be a whole number from 0 to 99.',
      'Line 6: Its e-mail address is already on line 2.',
      '2 added, 0 changed, 0 unchanged, 4 refused',
    ]);
    assert.equal(await kept(), 2);
  });

  it('refuses a file with a column that it does not know, and names the column', async () => {
    assert.equal(await run('email,name,focus_areas,shoe_size\na@x.example,Ann,Confidence,40\n'), 1);
    assert.deepEqual(printed, ['The header has 1 unknown column: "shoe_size".']);
    assert.equal(await kept(), 0);
  });

  it('answers an empty file, a missing one and none at all with one sentence each', async () => {
    assert.equal(await run(''), 1);
    assert.deepEqual(printed, ['The file is empty.']);
    assert.equal(await command(join(folder, 'nowhere.csv')), 1);
    assert.deepEqual(printed, ['There is no such file.']);
    assert.equal(await command(undefined), 1);
    assert.deepEqual(printed, ['Say which register to import: npm run register -- FILE.csv']);
  });

  it('throws when the store is broken, so that nobody takes the register for imported', async () => {
    const write = () => Promise.reject(new Error('The disk is full'));
    const file = join(folder, 'register.csv');
    await writeFile(file, `${head}ann@x.example,Ann,Leeds,Confidence,2\n`);
    const asked = { store: { ...store, write }, scheme, ids: nodeIds(), file, print: () => undefined };
    await assert.rejects(registerCommand(asked), /The disk is full/);
  });
});
