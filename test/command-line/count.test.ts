import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('The count after all runs of tests', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'count-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(name: string, test: string, ...given: readonly string[]): void {
    const file = join(folder, `${name}.test.cjs`);
    writeFileSync(file, test);
    const report = ['--reporter', 'test/support/reporter.cjs', '--reporter-option'];
    const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', ...report];
    spawnSync(process.execPath, [...mocha, `output=${join(folder, `${name}.json`)}`, ...given, file], {
      cwd: root,
      env: {},
    });
  }

  function count(...names: readonly string[]) {
    const counted = spawnSync(process.execPath, ['test/support/count.mjs', folder, ...names], { cwd: root });
    return { status: counted.status, lines: counted.stdout.toString().split('\n') };
  }

  const passes = "it('holds', () => {});";
  const fails = `describe('A thing', () => {
    it('does what it should', () => {});
    it('says why', () => { throw new Error(['the reason', ...'123456789'].join('\\n')); });
  });`;

  it('ends with the sum of all, alone on its line', () => {
    run('one', passes);
    run('other', passes);
    const { status, lines } = count('one', 'other');
    assert.deepEqual(lines, [
      'one: 1 passed, 0 failed',
      'other: 1 passed, 0 failed',
      '',
      '2 passed, 0 failed',
      '',
    ]);
    assert.equal(status, 0);
  });

  for (const given of [[], ['--parallel', '--jobs', '2']]) {
    it(`names before it what failed, and the first lines of why ${given.join(' ')}`, () => {
      run('one', passes, ...given);
      run('other', fails, ...given);
      const { status, lines } = count('one', 'other');
      assert.deepEqual(lines.slice(0, 4), ['FAILED other: A thing › says why', '  the reason', '  1', '  2']);
      assert.ok(!lines.includes('  9'));
      assert.deepEqual(lines.slice(-5), [
        'one: 1 passed, 0 failed',
        'other: 1 passed, 1 failed',
        '',
        '2 passed, 1 failed',
        '',
      ]);
      assert.equal(status, 1);
    });
  }

  it('counts a run that left nothing as failed', () => {
    run('one', passes);
    const { status, lines } = count('one', 'other');
    assert.deepEqual(lines.slice(-4), ['other: did not run to its end', '', '1 passed, 1 failed', '']);
    assert.equal(status, 1);
  });
});
