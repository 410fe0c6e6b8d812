import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { aSignedContract, contractPorts } from '../support/a-signed-contract.ts';

describe('npm run verify', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'verify-command-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const verify = () =>
    spawnSync(process.execPath, ['--import', 'tsx', 'infra/local/verify.ts'], {
      env: { ...process.env, NODE_ENV: '', DATA_DIR: folder },
      encoding: 'utf8',
    });

  it('finds one byte that was changed in the store of this machine', async () => {
    const file = join(folder, 'store.sqlite');
    const store = sqliteStore(file);
    await aSignedContract(contractPorts(store, () => Date.parse('2026-12-01T12:00:00Z')));
    await store.close();

    const whole = verify();
    assert.equal(whole.status, 0, whole.stderr);
    assert.match(whole.stdout, /^contract [\w-]+ of pair pair-[\w-]+: whole\n1 checked, 1 whole, 0 not\n$/);

    const database = new DatabaseSync(file);
    const { changes } = database
      .prepare(
        "UPDATE documents SET body = replace(body, 'lead a team', 'lead a teaN') WHERE id LIKE '%:part:%'",
      )
      .run();
    database.close();
    assert.ok(Number(changes) > 0);
    const changed = verify();
    assert.equal(changed.status, 1, changed.stderr);
    assert.match(changed.stdout, /NOT WHOLE: contract:0001:part:[0-9a-f]{64} was changed/);
    assert.doesNotMatch(changed.stdout + changed.stderr, /lead a/);
  });
});
