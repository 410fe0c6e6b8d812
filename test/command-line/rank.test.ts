import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bot/command-line/rank.ts', import.meta.url));
const register = fileURLToPath(new URL('../matching/register.csv', import.meta.url));
const queries = fileURLToPath(new URL('../matching/tried.jsonl', import.meta.url));

type Ended = { readonly code: number; readonly out: string; readonly says: string };

function rank(...files: readonly string[]): Promise<Ended> {
  return new Promise(resolve => {
    execFile(process.execPath, ['--import', 'tsx', program, ...files], (error, out, says) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, says });
    });
  });
}

describe('npm run rank', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rank-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function file(name: string, content: string): Promise<string> {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  }

  it('prints one line of JSON for each query, with ten addresses at most, the same in every run', async () => {
    const [one, other] = await Promise.all([rank(register, queries), rank(register, queries)]);
    assert.deepEqual([one.code, one.says], [0, '']);
    assert.equal(one.out, other.out);
    const lines = one.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.equal(lines.length, 66);
    for (const line of lines) {
      assert.deepEqual(Object.keys(line), ['id', 'emails']);
      assert.ok(line.emails.length > 0 && line.emails.length <= 10);
      assert.equal(new Set(line.emails).size, line.emails.length);
    }
  });

  it('writes addresses as the register does, and never a mentor without a place', async () => {
    const csv = await file(
      'two.csv',
      'email,name,focus_areas,capacity\nAnn@X.example,Ann,Confidence,1\nbo@x.example,Bo,Confidence,0\n',
    );
    const asked = await file('one.jsonl', '{"id":"q1","text":"I lack self-belief"}\n');
    assert.equal((await rank(csv, asked)).out, '{"id":"q1","emails":["Ann@X.example"]}\n');
  });

  it('explains beside the answer: what was understood, and how each score came about', async () => {
    const asked = await file(
      'three.jsonl',
      '{"id":"q1","text":"moving into management, ideally a midwife, online, not in London"}\n',
    );
    const [plain, explained] = await Promise.all([rank(register, asked), rank(register, asked, '--explain')]);
    assert.deepEqual([plain.says, explained.code], ['', 0]);
    assert.equal(explained.out, plain.out);
    for (const words of [
      'understood: moving into management · someone in midwifery · online · not in London',
      'focus areas, 1 wanted: Moving into management ',
      'gain by reading: ',
      'has: profession Midwifery · mode online',
      'for: Helps with moving into management',
    ])
      assert.ok(explained.says.includes(words), words);
    assert.equal(explained.says.match(/^ +\d+\. \d\.\d{4} /gm)?.length, 10);
  });

  it('leaves out a broken line of the register and says which', async () => {
    const csv = await file(
      'broken.csv',
      'email,name,focus_areas\nann@x.example,Ann,Confidence\nbo@x.example,=1+1,Confidence\n',
    );
    const asked = await file('asked.jsonl', '{"id":"q1","text":"I lack self-belief"}\n');
    const ended = await rank(csv, asked);
    assert.equal(ended.out, '{"id":"q1","emails":["ann@x.example"]}\n');
    assert.match(ended.says, /^Line 3 of the register is left out\. The cell name begins like/);
  });

  it('says in one sentence what is wrong with its files, and ends with 1', async () => {
    const good = await file('good.jsonl', '{"id":"q1","text":"confidence"}\n');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Give two files/],
      [[join(folder, 'none.csv'), good], /^The register cannot be used\. There is no such file\./],
      [[register, join(folder, 'none.jsonl')], /^The file of queries cannot be read\./],
      [
        [register, await file('a.jsonl', '{"id":"q1","text":"x"}\nnot json\n')],
        /^Line 2 of the queries is not JSON\./,
      ],
      [[register, await file('b.jsonl', '{"id":"q1"}\n')], /^Line 1 of the queries needs "id" and "text"/],
      [[register, await file('c.jsonl', '[]\n')], /^Line 1 of the queries needs/],
      [[await file('d.csv', 'email,name,focus_areas,shoes\n'), good], /unknown column: "shoes"/],
    ];
    for (const [files, pattern] of cases) {
      const ended = await rank(...files);
      assert.equal(ended.code, 1);
      assert.equal(ended.out, '');
      assert.match(ended.says, pattern);
      assert.equal(ended.says.trim().split('\n').length, 1);
    }
  });
});
