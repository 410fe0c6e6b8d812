import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { nodeDigests } from '../../../bot/adapters/crypto/node-digests.ts';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import { verifyCommand } from '../../../bot/command-line/verify.ts';
import { verifyPair } from '../../../bot/contracts/verify-stored.ts';
import { contractView } from '../../../bot/http/contract-view.ts';
import { commentOnField } from '../../../bot/journeys/comment-on-field.ts';
import { eraseOwnPart } from '../../../bot/journeys/erase-own-part.ts';
import { keepGoal } from '../../../bot/journeys/keep-goal.ts';
import { seeContract } from '../../../bot/journeys/see-contract.ts';
import { signContract } from '../../../bot/journeys/sign-contract.ts';
import type { Store } from '../../../bot/ports/store.ts';
import type { ContractRecord } from '../../../bot/records/contract-record.ts';
import { pairPartition } from '../../../bot/records/partitions.ts';
import {
  acting,
  aDraftedContract,
  type ContractPorts,
  contractPorts,
  did,
  endedByMentor,
  proposedBy,
  refusal,
  signedBy,
} from '../../support/a-signed-contract.ts';
import { priya, sam } from '../../support/meetings.ts';

const digests = nodeDigests();
const goal = { headline: 'Lead a team meeting', measure: 'I have led three', seenBy: 'both' } as const;

describe('Whether a contract is as it was left', () => {
  let folder: string;
  let file: string;
  let store: Store;
  let ports: ContractPorts;
  let pairId: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'verify-'));
    file = join(folder, 'store.db');
    store = sqliteStore(file);
    ports = contractPorts(store, () => Date.parse('2026-12-01T12:00:00Z'));
    pairId = await aDraftedContract(ports);
    did(await keepGoal(ports, sam, { pairId, goal }));
    did(await commentOnField(ports, priya, { pairId, fieldId: 'scope', text: 'Is that enough?' }));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function signedByBoth(): Promise<void> {
    const digest = await proposedBy(ports, sam, pairId);
    await signedBy(ports, sam, pairId, digest);
    await signedBy(ports, priya, pairId, digest);
  }
  async function verify(): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const code = await verifyCommand({ store, digests, print: line => lines.push(line) });
    return { code, lines };
  }
  const records = () => store.list<ContractRecord>(pairPartition(ports.scheme, pairId), 'contract');

  it('is said for each contract by its id, and of nothing else', async () => {
    await signedByBoth();
    const { code, lines } = await verify();
    const { head } = did(await seeContract(ports, sam, { pairId })).facts;
    assert.deepEqual(
      [code, lines],
      [0, [`contract ${head.id} of pair ${pairId}: whole`, '1 checked, 1 whole, 0 not']],
    );
  });

  it('is still so when both have erased their part', async () => {
    await signedByBoth();
    await endedByMentor(ports, pairId);
    for (const who of [sam, priya]) did(await eraseOwnPart(ports, who, { pairId, opId: randomUUID() }));
    const { code, lines } = await verify();
    assert.equal(code, 0);
    assert.match(lines[0] ?? '', /: whole, erased on Tuesday 1 December 2026$/);
  });

  it('is found for any one byte of any kind of record', async () => {
    await signedByBoth();
    const all = await records();
    const kinds = new Map(all.map(({ document }) => [document.is, document]));
    assert.deepEqual([...kinds.keys()].sort(), ['comment', 'done', 'field', 'goal', 'head', 'link', 'part']);
    for (const [kind, document] of kinds) {
      const text = Buffer.from(JSON.stringify(document));
      for (let at = 0; at < text.length; at += 1) {
        const flipped = Buffer.from(text);
        flipped.writeUInt8((text[at] ?? 0) ^ (1 << (at % 7)), at);
        const changed = parsed(flipped.toString('utf8'));
        // What is no JSON any more cannot be read at all, which another test shows.
        if (!changed) continue;
        const others = all.filter(each => each.document.id !== document.id);
        const found = verifyPair(digests, pairId, [...others, { document: changed, etag: '' }]);
        const problems = found.flatMap(each => each.problems);
        assert.ok(problems.length > 0, `byte ${at} of a ${kind}: ${flipped}`);
      }
    }
  });

  it('is found when a record of it is gone or stands there twice', async () => {
    await signedByBoth();
    const all = await records();
    for (const kind of ['head', 'link', 'part', 'field', 'goal']) {
      const gone = all.findLast(({ document }) => document.is === kind);
      const found = verifyPair(
        digests,
        pairId,
        all.filter(each => each !== gone),
      );
      assert.ok(
        found.some(({ problems }) => problems.length > 0),
        `${kind} gone`,
      );
    }
    const elsewhere = verifyPair(digests, 'another-pair', all);
    assert.ok(elsewhere.some(({ problems }) => problems.length > 0));
  });

  it('is found in the file itself, by command and on the page, and nothing is signed then', async () => {
    const digest = await proposedBy(ports, sam, pairId);
    const whole = all(file);
    for (const like of [
      '%:part:%',
      '%:link:%',
      '%:head',
      '%:field:scope',
      '%:comment:%',
      '%:goal:%',
      '%:done:%',
    ]) {
      change(file, like, text => text.replace(/("digest":".)(.)/, (_, before, one) => before + other(one)));
      assert.equal((await verify()).code, 1, like);
      const seen = await seeContract(ports, sam, { pairId });
      if (!('refused' in seen)) assert.equal(contractView(seen).record.isWhole, false, like);
      const signing = { pairId, opId: randomUUID(), digest };
      const refused = refusal(await signContract(ports, acting(sam), signing));
      assert.ok(refused === 'record not whole' || refused === 'not found', `${like}: ${refused}`);
      restore(file, whole);
      assert.equal((await verify()).code, 0, like);
    }
  });

  it('is found where the file holds no JSON any more, without repeating what it holds', async () => {
    change(file, '%:field:purpose', text => text.replace('"value":"', '"value":""'));
    await assert.rejects(verify(), problem => {
      assert.ok(problem instanceof Error);
      assert.match(
        problem.message,
        /^The document contract:0001:field:purpose cannot be read: it is damaged$/,
      );
      assert.equal(problem.cause, undefined);
      return true;
    });
  });

  it('is found where an erased part was put back, or one was taken out without being erased', async () => {
    await signedByBoth();
    const before = await records();
    await endedByMentor(ports, pairId);
    const part = before.find(({ document }) => document.is === 'part' && document.content?.of === 'mentee');
    assert.ok(part && part.document.is === 'part');
    const { salt: _salt, content: _content, ...bare } = part.document;
    const partition = pairPartition(ports.scheme, pairId);
    await store.write(partition, [{ put: bare, ifMatch: 'any' }]);
    assert.equal((await verify()).code, 1);
    await store.write(partition, [{ put: part.document, ifMatch: 'any' }]);
    assert.equal((await verify()).code, 0);
    did(await eraseOwnPart(ports, sam, { pairId, opId: randomUUID() }));
    await store.write(partition, [{ put: part.document, ifMatch: 'any' }]);
    assert.equal((await verify()).code, 1);
  });
});

function parsed(text: string): ContractRecord | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function other(character: string): string {
  return character === '1' ? '2' : '1';
}

type Row = { readonly change: number; readonly body: string };

function all(file: string): readonly Row[] {
  return inFile(file, database =>
    database
      .prepare('SELECT change, body FROM documents WHERE body IS NOT NULL')
      .all()
      .map(({ change: row, body }) => ({ change: Number(row), body: String(body) })),
  );
}

/** The last such document, past the store. */
function change(file: string, like: string, how: (text: string) => string): void {
  inFile(file, database => {
    const found = database
      .prepare('SELECT change, body FROM documents WHERE id LIKE ? AND body IS NOT NULL ORDER BY change DESC')
      .get(like);
    const before = String(found?.body);
    const after = how(before);
    assert.notEqual(after, before, like);
    database.prepare('UPDATE documents SET body = ? WHERE change = ?').run(after, Number(found?.change));
  });
}

function restore(file: string, rows: readonly Row[]): void {
  inFile(file, database => {
    const update = database.prepare('UPDATE documents SET body = ? WHERE change = ?');
    for (const { change: row, body } of rows) update.run(body, row);
  });
}

function inFile<T>(file: string, act: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return act(database);
  } finally {
    database.close();
  }
}
