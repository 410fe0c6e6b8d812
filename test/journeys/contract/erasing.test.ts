import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import { changeContract, readContracts } from '../../../bot/contracts/contract-store.ts';
import { recordsOf } from '../../../bot/contracts/stored-contract.ts';
import { contractView } from '../../../bot/http/contract-view.ts';
import { commentOnField } from '../../../bot/journeys/comment-on-field.ts';
import { eraseOwnPart } from '../../../bot/journeys/erase-own-part.ts';
import { forgetContracts } from '../../../bot/journeys/forget-contracts.ts';
import { keepGoal } from '../../../bot/journeys/keep-goal.ts';
import { openContract } from '../../../bot/journeys/open-contract.ts';
import { seeContract } from '../../../bot/journeys/see-contract.ts';
import { amending } from '../../../bot/mentoring/contract/change-contract.ts';
import { isRefusal } from '../../../bot/mentoring/refusal.ts';
import type { Store } from '../../../bot/ports/store.ts';
import {
  aDraftedContract,
  aSignedContract,
  type ContractPorts,
  contractPorts,
  did,
  endedByMentor,
  proposedBy,
  refusal,
  saved,
  signedBy,
} from '../../support/a-signed-contract.ts';
import { priya, sam, stranger } from '../../support/meetings.ts';

const goal = { headline: 'canary-goal', measure: '', seenBy: 'both' } as const;

describe('What one of the two may erase', () => {
  let store: Store;
  let ports: ContractPorts;
  let now: number;
  beforeEach(() => {
    now = Date.parse('2026-12-01T12:00:00Z');
    store = sqliteStore(':memory:');
    ports = contractPorts(store, () => now);
  });
  afterEach(() => store.close());

  const erase = (pairId: string, who = sam, opId: string = randomUUID()) =>
    eraseOwnPart(ports, who, { pairId, opId });
  const viewOf = async (pairId: string, who = priya) =>
    contractView(did(await seeContract(ports, who, { pairId })));

  /** Signed and ended, with words of each, of both, a comment and a private goal of Sam's. */
  async function aContractWithWords(): Promise<string> {
    const pairId = await aDraftedContract(ports);
    await saved(ports, sam, pairId, 'mentee-needs', 'canary-sam needs large print');
    await saved(ports, priya, pairId, 'mentor-needs', 'canary-priya needs quiet');
    await saved(ports, sam, pairId, 'scope', 'canary-both, begun');
    await saved(ports, priya, pairId, 'scope', 'canary-both, ended');
    await saved(ports, sam, pairId, 'minutes', '45');
    did(await keepGoal(ports, sam, { pairId, goal }));
    did(await keepGoal(ports, sam, { pairId, goal: { ...goal, headline: 'canary-private', seenBy: 'me' } }));
    did(await commentOnField(ports, sam, { pairId, fieldId: 'scope', text: 'canary-comment' }));
    const digest = await proposedBy(ports, sam, pairId);
    await signedBy(ports, sam, pairId, digest);
    await signedBy(ports, priya, pairId, digest);
    await endedByMentor(ports, pairId);
    return pairId;
  }
  async function everything(): Promise<string> {
    const all = await Promise.all((['pairs', 'people'] as const).map(each => store.changesSince(each)));
    const contracts = all.flatMap(({ changes }) => changes.filter(each => !each.removed));
    return JSON.stringify(
      contracts.flatMap(each =>
        !each.removed && /contract|goal/.test(each.document.type) ? [each.document] : [],
      ),
    );
  }

  it('is their own words, name and tie with the salts, and nothing else; the record verifies and says when', async () => {
    const pairId = await aContractWithWords();
    const before = await readContracts(ports, pairId);
    now = Date.parse('2027-01-05T09:00:00Z');
    const after = did(await erase(pairId));
    assert.deepEqual(after.record, { problems: [], erasedOn: '2027-01-05' });

    const left = await everything();
    for (const gone of ['canary-sam', 'canary-goal', 'canary-private', 'canary-comment', 'Sam Okoro'])
      assert.ok(!left.includes(gone), gone);
    assert.ok(!left.includes('"objectId":"sam"'), 'the tie is still there');
    for (const kept of ['canary-priya', 'canary-both', 'Priya Varghese'])
      assert.ok(left.includes(kept), kept);
    for (const part of before[0]?.parts.values() ?? [])
      if (part.content?.of === 'mentee') assert.ok(!left.includes(part.salt ?? ''), part.content.key);

    const view = await viewOf(pairId);
    assert.deepEqual(
      [view.with, view.myName, view.record],
      ['Erased', 'Priya Varghese', { isWhole: true, erasedOn: '2027-01-05' }],
    );
    const erased = view.active?.sections
      .flatMap(({ parts }) => parts)
      .filter(({ erasedOn }) => erasedOn)
      .map(({ label, text, of, erasedOn }) => [label, text, of, erasedOn]);
    assert.deepEqual(erased, [
      ['Mentee', '', 'mentee', '2027-01-05'],
      ['What the mentee wants from this', '', 'mentee', '2027-01-05'],
      [undefined, '', 'mentee', '2027-01-05'],
      ['The mentee', '', 'mentee', '2027-01-05'],
    ]);
    assert.deepEqual(view.timeline.at(-1), { at: '2027-01-05T09:00:00.000Z', what: 'erased', by: 'other' });
  });

  it('can still be seen as erased by whoever erased it, and by no stranger', async () => {
    const pairId = await aContractWithWords();
    did(await erase(pairId));
    assert.equal((await viewOf(pairId, sam)).myName, 'Erased');
    assert.deepEqual((await viewOf(pairId, sam)).goals, []);
    assert.equal(refusal(await seeContract(ports, stranger, { pairId })), 'not found');
  });

  it('goes once, and only when the contract has ended', async () => {
    const active = await aSignedContract(ports);
    assert.equal(refusal(await erase(active)), 'not ended');
    const pairId = await aContractWithWords();
    const opId = randomUUID();
    did(await erase(pairId, sam, opId));
    assert.equal(refusal(await erase(pairId, sam, opId)), 'not refused');
    assert.equal(refusal(await erase(pairId)), 'already erased');
    const links = (await readContracts(ports, pairId))[0]?.links ?? [];
    assert.equal(links.filter(({ kind }) => kind === 'erased').length, 1);
  });

  it('is, for the second of the two, what both have written as well', async () => {
    const pairId = await aContractWithWords();
    did(await erase(pairId));
    const after = did(await erase(pairId, priya));
    assert.deepEqual(after.record.problems, []);
    assert.ok(!(await everything()).includes('canary'));
  });

  it('is at the end of the keeping time all that is left, and the chain still verifies', async () => {
    const pairId = await aContractWithWords();
    assert.equal(await forgetContracts(ports, { pairId }), 0);
    now = Date.parse('2028-12-31T12:00:00Z');
    assert.equal(await forgetContracts(ports, { pairId }), 0);
    now = Date.parse('2029-01-01T12:00:00Z');
    assert.equal(await forgetContracts(ports, { pairId }), 1);
    assert.equal(await forgetContracts(ports, { pairId }), 1);
    const left = await everything();
    assert.ok(!/canary|salt|Okoro|Varghese|line management/.test(left));
    const view = await viewOf(pairId);
    assert.deepEqual(view.record, { isWhole: true, erasedOn: '2029-01-01' });
    assert.equal(view.active?.signatures.length, 2);
  });

  it('of an earlier contract of the two goes in its time, whatever a later one says', async () => {
    const pairId = await aContractWithWords();
    const party = (person: typeof sam, name: string) => ({ person, name, address: '' });
    await openContract(ports, {
      pairId,
      mentee: party(sam, 'Sam Okoro'),
      mentor: party(priya, 'Priya Varghese'),
    });
    now = Date.parse('2029-01-01T12:00:00Z');
    assert.equal(await forgetContracts(ports, { pairId }), 1);
    const [first, second] = await readContracts(ports, pairId);
    assert.equal(first?.links.at(-1)?.kind, 'erased');
    assert.equal(second?.head.stage, 'drafting');
    assert.ok(!(await everything()).includes('canary'));
  });

  it('is never left half: what did not fit, or was cut off by a crash, goes when anybody comes next', async () => {
    const pairId = await aDraftedContract(ports);
    for (let time = 0; time < 120; time += 1)
      did(await commentOnField(ports, sam, { pairId, fieldId: 'scope', text: `canary ${time}` }));
    const digest = await proposedBy(ports, sam, pairId);
    await signedBy(ports, sam, pairId, digest);
    await signedBy(ports, priya, pairId, digest);
    await endedByMentor(ports, pairId);

    let writes = 0;
    const crashing: Store = {
      ...store,
      write: async (partition, all) => {
        if (partition.container === 'pairs') writes += 1;
        if (writes > 1) throw new Error('It ended here');
        return store.write(partition, all);
      },
    };
    await assert.rejects(eraseOwnPart({ ...ports, store: crashing }, sam, { pairId, opId: randomUUID() }));
    const [half] = await readContracts(ports, pairId);
    assert.ok(half && recordsOf(half, 'comment').length > 0);
    const view = await viewOf(pairId);
    assert.deepEqual([view.with, view.record.isWhole], ['Erased', true]);
    const [whole] = await readContracts(ports, pairId);
    assert.ok(whole && recordsOf(whole, 'comment').length === 0);
  });

  it('takes nothing from what binds: an ended contract is never changed again', async () => {
    const pairId = await aContractWithWords();
    const outcome = await changeContract(ports, pairId, ({ head }) => amending(head));
    assert.deepEqual(isRefusal(outcome) && outcome.refused, 'contract ended');
  });
});
