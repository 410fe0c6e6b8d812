import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import { readContracts } from '../../../bot/contracts/contract-store.ts';
import { verifyStored } from '../../../bot/contracts/verify-stored.ts';
import { amendContract } from '../../../bot/journeys/amend-contract.ts';
import { openContract } from '../../../bot/journeys/open-contract.ts';
import { proposeContract } from '../../../bot/journeys/propose-contract.ts';
import { saveField } from '../../../bot/journeys/save-field.ts';
import { seeContract } from '../../../bot/journeys/see-contract.ts';
import { signContract } from '../../../bot/journeys/sign-contract.ts';
import { takeBackProposal } from '../../../bot/journeys/take-back-proposal.ts';
import { isRefusal } from '../../../bot/mentoring/refusal.ts';
import type { Store } from '../../../bot/ports/store.ts';
import {
  acting,
  aDraftedContract,
  aSignedContract,
  type ContractPorts,
  contractPorts,
  did,
  proposedBy,
  refusal,
  signedBy,
} from '../../support/a-signed-contract.ts';
import { priya, sam } from '../../support/meetings.ts';

const noon = Date.parse('2026-12-01T12:00:00Z');

describe('Two people at one contract at the same moment', () => {
  let store: Store;
  let ports: ContractPorts;
  beforeEach(() => {
    store = sqliteStore(':memory:');
    ports = contractPorts(store, () => noon);
  });
  afterEach(() => store.close());

  const opId = () => randomUUID();
  const seen = async (pairId: string, who = sam) => did(await seeContract(ports, who, { pairId }));
  const field = async (pairId: string, id: string, who = sam) => {
    const found = (await seen(pairId, who)).fields.find(each => each.field === id);
    return { ifMatch: found?.digest ?? 'new', value: found?.value ?? '' };
  };
  async function whole(pairId: string): Promise<void> {
    for (const contract of await readContracts(ports, pairId))
      assert.deepEqual(verifyStored(ports.digests, contract).problems, []);
  }

  it('both sign, and it is active with both signatures', async () => {
    const pairId = await aDraftedContract(ports);
    const digest = await proposedBy(ports, sam, pairId);
    const both = await Promise.all(
      [sam, priya].map(who => signContract(ports, acting(who), { pairId, opId: opId(), digest })),
    );
    assert.deepEqual(both.map(refusal), ['not refused', 'not refused']);
    const { facts } = await seen(pairId);
    assert.deepEqual([facts.head.stage, facts.head.active], ['active', 1]);
    assert.equal(facts.links.filter(({ kind }) => kind === 'signed').length, 2);
    await whole(pairId);
  });

  it('one signs while the other takes the proposal back: nothing is active, and the signature stands or is refused', async () => {
    for (let time = 0; time < 8; time += 1) {
      const pairId = await aDraftedContract(ports);
      const digest = await proposedBy(ports, sam, pairId);
      await signedBy(ports, sam, pairId, digest);
      const [signed, taken] = await Promise.all([
        signContract(ports, acting(priya), { pairId, opId: opId(), digest }),
        takeBackProposal(ports, sam, { pairId, opId: opId() }),
      ]);
      const { head } = (await seen(pairId)).facts;
      // Whoever came second is told so.
      if (isRefusal(signed)) assert.deepEqual([signed.refused, head.stage], ['not proposed', 'drafting']);
      else assert.deepEqual([refusal(taken), head.stage], ['not proposed', 'active']);
      await whole(pairId);
    }
  });

  it('one proposes while the other saves a field: never is something proposed that the proposer has not seen', async () => {
    for (let time = 0; time < 8; time += 1) {
      const pairId = await aDraftedContract(ports);
      const before = await seen(pairId);
      const { ifMatch } = await field(pairId, 'scope', priya);
      const [proposed, saved] = await Promise.all([
        proposeContract(ports, acting(sam), { pairId, opId: opId(), seen: before.seen }),
        saveField(ports, priya, { pairId, fieldId: 'scope', ifMatch, value: `Another scope ${time}` }),
      ]);
      const { facts } = await seen(pairId);
      const said = [...facts.parts.values()].find(({ content }) => content?.key === 'field:scope')?.content;
      if (isRefusal(proposed)) {
        assert.deepEqual([proposed.refused, refusal(saved)], ['changed meanwhile', 'not refused']);
        assert.equal(facts.head.proposed, undefined);
      } else {
        assert.equal(refusal(saved), 'already proposed');
        assert.notEqual(said?.text, `Another scope ${time}`);
      }
      await whole(pairId);
    }
  });

  it('both save one field: one is told that it was changed meanwhile, and nothing is lost', async () => {
    const pairId = await aDraftedContract(ports);
    const { ifMatch } = await field(pairId, 'scope');
    const save = (who: typeof sam, value: string) =>
      saveField(ports, who, { pairId, fieldId: 'scope', ifMatch, value });
    const both = await Promise.all([save(sam, 'Of Sam'), save(priya, 'Of Priya')]);
    assert.deepEqual(both.map(refusal).sort(), ['changed meanwhile', 'not refused']);
    const winner = refusal(both[0] ?? {}) === 'not refused' ? 'Of Sam' : 'Of Priya';
    assert.equal((await field(pairId, 'scope')).value, winner);
    await whole(pairId);
  });

  it('both save different fields: both are kept', async () => {
    const pairId = await aDraftedContract(ports);
    const [scope, missed] = [await field(pairId, 'scope'), await field(pairId, 'missed')];
    const both = await Promise.all([
      saveField(ports, sam, { pairId, fieldId: 'scope', ifMatch: scope.ifMatch, value: 'Of Sam' }),
      saveField(ports, priya, { pairId, fieldId: 'missed', ifMatch: missed.ifMatch, value: 'Of Priya' }),
    ]);
    assert.deepEqual(both.map(refusal), ['not refused', 'not refused']);
    assert.equal((await field(pairId, 'scope')).value, 'Of Sam');
    assert.equal((await field(pairId, 'missed')).value, 'Of Priya');
    await whole(pairId);
  });

  it('one press comes twice: it acts once, and both are shown how it stands', async () => {
    const pairId = await aDraftedContract(ports);
    const state = (await seen(pairId)).seen;
    const once = opId();
    const twice = await Promise.all(
      [1, 2].map(() => proposeContract(ports, acting(sam), { pairId, opId: once, seen: state })),
    );
    assert.deepEqual(twice.map(refusal), ['not refused', 'not refused']);
    assert.equal((await seen(pairId)).facts.head.versions, 1);
    const digest = (await seen(pairId)).facts.head.proposed?.digest ?? '';
    const sign = opId();
    for (let time = 0; time < 3; time += 1)
      assert.equal(
        refusal(await signContract(ports, acting(sam), { pairId, opId: sign, digest })),
        'not refused',
      );
    assert.equal(
      refusal(await signContract(ports, acting(sam), { pairId, opId: opId(), digest })),
      'already signed',
    );
    assert.equal((await seen(pairId)).facts.links.filter(({ kind }) => kind === 'signed').length, 1);
  });

  it('both begin a change of what binds: one does, and the other is told that it is being drafted', async () => {
    const pairId = await aSignedContract(ports);
    const both = await Promise.all(
      [sam, priya].map(who => amendContract(ports, who, { pairId, opId: opId() })),
    );
    assert.deepEqual(both.map(refusal).sort(), ['already drafting', 'not refused']);
  });

  it('opened twice at once, there is one', async () => {
    const pairId = `pair-${randomUUID()}`;
    const party = (person: typeof sam, name: string) => ({ person, name, address: '' });
    const asked = { pairId, mentee: party(sam, 'Sam Okoro'), mentor: party(priya, 'Priya Varghese') };
    const opened = await Promise.all([1, 2, 3].map(() => openContract(ports, asked)));
    assert.equal(new Set(opened.map(({ head }) => head.id)).size, 1);
    assert.equal((await readContracts(ports, pairId)).length, 1);
    assert.equal((await openContract(ports, asked)).head.id, opened[0]?.head.id);
  });
});
