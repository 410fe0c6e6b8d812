import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RegisterLine, RegisterUnreadable, readRegister } from '../../bot/command-line/read-register.ts';

async function collected(lines: AsyncIterable<RegisterLine>): Promise<readonly RegisterLine[]> {
  const all: RegisterLine[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

describe('Reading a register', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'register-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function read(content: string | Uint8Array): Promise<readonly RegisterLine[]> {
    const path = join(folder, 'register.csv');
    await writeFile(path, content);
    return collected(readRegister(path));
  }
  const names = (lines: readonly RegisterLine[]) =>
    lines.map(line => ('cells' in line ? line.cells.name : `line ${line.line} refused`));
  const head = 'email,name,focus_areas,about\n';
  const good = (name: string) => `${name}@x.example,${name},Confidence,I listen\n`;

  it('gives each line with its number and its cells by column', async () => {
    assert.deepEqual(await read(`${head}a@x.example,"Ann, A.",Confidence,"Said ""no"""\n`), [
      {
        line: 2,
        cells: { email: 'a@x.example', name: 'Ann, A.', focus_areas: 'Confidence', about: 'Said "no"' },
      },
    ]);
  });

  it('reads a byte order mark, Windows line ends, blank lines and a last line without an end', async () => {
    const text = `\ufeff${head}${good('Ann')}\n${good('Bo').trim()}`.replaceAll('\n', '\r\n');
    assert.deepEqual(names(await read(text)), ['Ann', 'Bo']);
  });

  it('reads a cell of several lines', async () => {
    const lines = await read(`${head}a@x.example,Ann,Confidence,"One.\n\nTwo."\n${good('Bo')}`);
    assert.deepEqual(names(lines), ['Ann', 'Bo']);
    assert.equal(lines[0] !== undefined && 'cells' in lines[0] && lines[0].cells.about, 'One.\n\nTwo.');
    assert.equal(lines[1]?.line, 5);
  });

  it('keeps the lines before and after a quote that is never closed', async () => {
    const broken = 'c@x.example,"Cy,Confidence,I listen\n';
    assert.deepEqual(names(await read(head + good('Ann') + broken + good('Bo') + good('Di'))), [
      'Ann',
      'line 3 refused',
      'Bo',
      'Di',
    ]);
  });

  it('keeps the lines between two broken quotes', async () => {
    const broken = 'c@x.example,"Cy,Confidence,I listen\n';
    assert.deepEqual(names(await read(head + broken + good('Ann') + broken + good('Bo'))), [
      'line 2 refused',
      'Ann',
      'line 4 refused',
      'Bo',
    ]);
    assert.deepEqual(names(await read(head + broken + broken + good('Bo'))), [
      'line 2 refused',
      'line 3 refused',
      'Bo',
    ]);
  });

  it('refuses a quote inside a cell and a wrong number of cells, each alone', async () => {
    const lines = await read(`${head}a@x.example,An"n,Confidence,x\nb@x.example,Bo\n${good('Cy')}`);
    assert.deepEqual(names(lines), ['line 2 refused', 'line 3 refused', 'Cy']);
    assert.deepEqual(lines[1], { line: 3, refusedBecause: 'It has 2 cells, the header has 4.' });
  });

  it('refuses a line that is not UTF-8 and one that is far too long, each alone', async () => {
    const latin = Buffer.from('z@x.example,Zo\xeb,Confidence,x\n', 'latin1');
    const long = `${'x'.repeat(200_000)}\n`;
    const content = Buffer.concat([Buffer.from(head), latin, Buffer.from(long), Buffer.from(good('Bo'))]);
    assert.deepEqual(names(await read(content)), ['line 2 refused', 'line 3 refused', 'Bo']);
  });

  it('says in one sentence why a whole file cannot be read', async () => {
    const refusal = (pattern: RegExp) => (thrown: unknown) =>
      thrown instanceof RegisterUnreadable && pattern.test(thrown.message);
    await assert.rejects(read(''), refusal(/^The file is empty\.$/));
    await assert.rejects(read('email,name,focus_areas,shoe_size\n'), refusal(/unknown column: "shoe_size"/));
    await assert.rejects(read('email,name\n'), refusal(/lacks 1 column: focus_areas/));
    await assert.rejects(read('"email,name\n'), refusal(/quote is broken/));
    await assert.rejects(read(Buffer.from(`\ufeff${head}`, 'utf16le')), refusal(/not UTF-8/));
    await assert.rejects(collected(readRegister(join(folder, 'none.csv'))), refusal(/no such file/));
    await assert.rejects(collected(readRegister(folder)), refusal(/cannot be read/));
  });

  it('reads 10,000 lines in a few seconds', async () => {
    const started = performance.now();
    const lines = await read(head + Array.from({ length: 10_000 }, (_, at) => good(`N${at}`)).join(''));
    assert.equal(lines.length, 10_000);
    assert.ok(performance.now() - started < 8000);
  });
});
