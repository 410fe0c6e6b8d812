import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import { contractView } from '../../../bot/http/contract-view.ts';
import { amendContract } from '../../../bot/journeys/amend-contract.ts';
import { dropAmendment } from '../../../bot/journeys/drop-amendment.ts';
import { type GoalWords, keepGoal } from '../../../bot/journeys/keep-goal.ts';
import { removeGoal } from '../../../bot/journeys/remove-goal.ts';
import { saveField } from '../../../bot/journeys/save-field.ts';
import { seeContract } from '../../../bot/journeys/see-contract.ts';
import { isRefusal } from '../../../bot/mentoring/refusal.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { pairPartition } from '../../../bot/records/partitions.ts';
import {
  aDraftedContract,
  aSignedContract,
  type ContractPorts,
  contractPorts,
  did,
  proposedBy,
  refusal,
  saved,
  signedBy,
} from '../../support/a-signed-contract.ts';
import { priya, sam } from '../../support/meetings.ts';

const goal = { headline: 'Lead a team meeting', measure: 'I have led three', targetOn: '2027-03-01' };

describe('A contract that is drafted and changed', () => {
  let store: Store;
  let ports: ContractPorts;
  beforeEach(() => {
    store = sqliteStore(':memory:');
    ports = contractPorts(store, () => Date.parse('2026-12-01T12:00:00Z'));
  });
  afterEach(() => store.close());

  const seen = async (pairId: string, who = sam) => did(await seeContract(ports, who, { pairId }));
  const viewOf = async (pairId: string, who = sam) => contractView(await seen(pairId, who));
  const save = async (pairId: string, fieldId: string, value: string, who = sam) => {
    const record = (await seen(pairId, who)).fields.find(({ field }) => field === fieldId);
    return saveField(ports, who, { pairId, fieldId, value, ifMatch: record?.digest ?? 'new' });
  };
  const partOf = async (pairId: string, id: string) => {
    const view = await viewOf(pairId);
    const document = view.proposed?.document ?? view.active;
    return document?.sections.flatMap(({ parts }) => parts).find(part => part.id === id);
  };

  describe('has goals', () => {
    const keep = (
      pairId: string,
      words: GoalWords,
      seenBy: 'both' | 'me',
      who = sam,
      of: { goalId?: string; ifMatch?: string } = {},
    ) => keepGoal(ports, who, { pairId, ...of, goal: { ...words, seenBy } });

    it('shared ones are part of what is signed', async () => {
      const pairId = await aDraftedContract(ports);
      did(await keep(pairId, goal, 'both'));
      await proposedBy(ports, priya, pairId);
      const [view] = [await viewOf(pairId, priya)];
      const part = view.proposed?.document.sections.find(({ id }) => id === 'goals')?.parts[0];
      assert.equal(
        part?.text,
        'Lead a team meeting\nHow we will know: I have led three\nBy Monday 1 March 2027',
      );
      assert.equal(refusal(await keep(pairId, goal, 'both')), 'already proposed');
    });

    it('private ones are nobody’s but their writer’s: not the other’s, in no version, not in the pair’s partition', async () => {
      const pairId = await aDraftedContract(ports);
      const before = JSON.stringify(await viewOf(pairId, priya));
      did(await keep(pairId, { ...goal, headline: 'canary-private' }, 'me'));
      assert.equal(JSON.stringify(await viewOf(pairId, priya)), before);
      assert.equal((await viewOf(pairId)).goals[0]?.headline, 'canary-private');
      await proposedBy(ports, priya, pairId);
      const all = await store.list(pairPartition(ports.scheme, pairId), 'contract');
      assert.doesNotMatch(JSON.stringify(all), /canary/);
      assert.doesNotMatch(JSON.stringify(await viewOf(pairId, priya)), /canary/);
    });

    it('private ones can be changed while the contract is frozen or binds, under their etag', async () => {
      const pairId = await aSignedContract(ports);
      did(await keep(pairId, goal, 'me'));
      const [mine] = (await viewOf(pairId)).goals;
      const of = { goalId: mine?.id ?? '', ifMatch: mine?.etag ?? '' };
      assert.equal(
        refusal(await keep(pairId, { ...goal, headline: 'Another' }, 'me', sam, of)),
        'not refused',
      );
      assert.equal(refusal(await keep(pairId, goal, 'me', sam, of)), 'changed meanwhile');
      assert.equal(refusal(await keep(pairId, goal, 'me', priya, of)), 'not found');
    });

    it('one becomes shared or private by its writer alone, and is never lost between', async () => {
      const pairId = await aDraftedContract(ports);
      did(await keep(pairId, goal, 'me'));
      const [first] = (await viewOf(pairId)).goals;
      const of = { goalId: first?.id ?? '', ifMatch: first?.etag ?? '' };
      did(await keep(pairId, goal, 'both', sam, of));
      const [shared] = (await viewOf(pairId, priya)).goals;
      assert.deepEqual([shared?.id, shared?.by, shared?.seenBy], [of.goalId, 'other', 'both']);
      const now = { goalId: of.goalId, ifMatch: shared?.etag ?? '' };
      assert.equal(refusal(await keep(pairId, goal, 'me', priya, now)), 'not to be changed');
      did(await keep(pairId, goal, 'me', sam, now));
      assert.deepEqual((await viewOf(pairId, priya)).goals, []);
      assert.deepEqual(
        (await viewOf(pairId)).goals.map(({ id, seenBy }) => [id, seenBy]),
        [[of.goalId, 'me']],
      );
    });

    it('one is removed under its etag', async () => {
      const pairId = await aDraftedContract(ports);
      did(await keep(pairId, goal, 'both'));
      did(await keep(pairId, goal, 'me'));
      for (const { id, etag } of (await viewOf(pairId)).goals) {
        const asked = { pairId, goalId: id, ifMatch: etag };
        assert.equal(
          refusal(await removeGoal(ports, sam, { ...asked, ifMatch: 'other' })),
          'changed meanwhile',
        );
        did(await removeGoal(ports, sam, asked));
      }
      assert.deepEqual((await viewOf(pairId)).goals, []);
    });
  });

  describe('is changed later', () => {
    it('with what is new, other and gone marked against what binds', async () => {
      const pairId = await aDraftedContract(ports);
      await saved(ports, sam, pairId, 'place', 'Room 4');
      const digest = await proposedBy(ports, sam, pairId);
      await signedBy(ports, sam, pairId, digest);
      await signedBy(ports, priya, pairId, digest);
      did(await amendContract(ports, priya, { pairId, opId: randomUUID() }));
      await saved(ports, priya, pairId, 'minutes', '45');
      await saved(ports, priya, pairId, 'place', '');
      did(await keepGoal(ports, priya, { pairId, goal: { ...goal, seenBy: 'both' } }));
      await proposedBy(ports, priya, pairId);
      const view = await viewOf(pairId);
      const changed = view.proposed?.document.sections
        .flatMap(({ parts }) => parts)
        .filter(({ isChanged }) => isChanged)
        .map(({ label, text }) => [label, text.split('\n')[0]]);
      assert.deepEqual(changed, [
        [undefined, 'Lead a team meeting'],
        ['Minutes for each meeting', '45'],
        ['Place', 'Taken out.'],
      ]);
      assert.deepEqual([view.stage, view.active?.version, view.proposed?.document.version], ['active', 1, 2]);
    });

    it('or not: what is dropped leaves the fields as the version in force has them', async () => {
      const pairId = await aDraftedContract(ports);
      await saved(ports, sam, pairId, 'place', 'Room 4');
      did(await keepGoal(ports, sam, { pairId, goal: { ...goal, seenBy: 'both' } }));
      const digest = await proposedBy(ports, sam, pairId);
      await signedBy(ports, sam, pairId, digest);
      await signedBy(ports, priya, pairId, digest);
      const before = (await seen(pairId)).fields.map(({ field, value }) => [field, value]);
      did(await amendContract(ports, priya, { pairId, opId: randomUUID() }));
      await saved(ports, priya, pairId, 'place', 'Room 5');
      await saved(ports, priya, pairId, 'minutes', '30');
      const [first] = (await viewOf(pairId)).goals;
      const asked = { pairId, goalId: first?.id ?? '', ifMatch: first?.etag ?? '' };
      did(await removeGoal(ports, priya, asked));
      did(await dropAmendment(ports, sam, { pairId, opId: randomUUID() }));
      const after = await seen(pairId);
      assert.deepEqual(
        after.fields.map(({ field, value }) => [field, value]),
        before,
      );
      assert.deepEqual(
        after.goals.map(({ headline }) => headline),
        [goal.headline],
      );
      const late = await save(pairId, 'place', 'Room 6');
      assert.deepEqual(isRefusal(late) && late.refused, 'not drafting');
      assert.equal((await partOf(pairId, 'place'))?.text, 'Room 4');
    });

    it('by a version that says the same, which has the same parts', async () => {
      const pairId = await aSignedContract(ports);
      did(await amendContract(ports, sam, { pairId, opId: randomUUID() }));
      await proposedBy(ports, sam, pairId);
      const versions = (await seen(pairId)).facts.links.filter(({ kind }) => kind === 'proposed');
      const [first = [], second = []] = versions.map(({ parts = [] }) => parts.map(({ digest }) => digest));
      assert.equal(second.filter(digest => !first.includes(digest)).length, 1);
      assert.notEqual(versions[0]?.version?.digest, versions[1]?.version?.digest);
    });
  });
});
