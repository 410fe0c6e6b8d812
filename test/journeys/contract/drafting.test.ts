import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import { contractView } from '../../../bot/http/contract-view.ts';
import { commentOnField } from '../../../bot/journeys/comment-on-field.ts';
import { openContract } from '../../../bot/journeys/open-contract.ts';
import { proposeContract } from '../../../bot/journeys/propose-contract.ts';
import { saveField } from '../../../bot/journeys/save-field.ts';
import { contractDocument, seeContract } from '../../../bot/journeys/see-contract.ts';
import { signContract } from '../../../bot/journeys/sign-contract.ts';
import { contractKinds } from '../../../bot/mentoring/contract/contract-document.ts';
import { allowedValue } from '../../../bot/mentoring/contract/contract-field.ts';
import { contractFields } from '../../../bot/mentoring/contract/contract-fields.ts';
import type { Store } from '../../../bot/ports/store.ts';
import type { OutboxRecord } from '../../../bot/records/outbox-record.ts';
import { pairPartition, personPartition } from '../../../bot/records/partitions.ts';
import {
  acting,
  aDraftedContract,
  type ContractPorts,
  contractPorts,
  did,
  proposedBy,
  refusal,
  signedBy,
} from '../../support/a-signed-contract.ts';
import { priya, sam, stranger } from '../../support/meetings.ts';

const _goal = { headline: 'Lead a team meeting', measure: 'I have led three', targetOn: '2027-03-01' };

describe('A contract that is drafted', () => {
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

  it('begins with what the scheme and the kind of mentoring say, each of which fits its field', async () => {
    for (const kind of contractKinds) {
      const pairId = `pair-${kind}`;
      const party = (person: typeof sam, name: string) => ({ person, name, address: '' });
      await openContract(ports, { pairId, kind, mentee: party(sam, 'Sam'), mentor: party(priya, 'Priya') });
      const { fields } = await seen(pairId);
      assert.equal(fields.length, contractFields.length);
      for (const { field, value } of fields) {
        const definition = contractFields.find(({ id }) => id === field);
        assert.equal(definition && allowedValue(definition, value), value, `${kind} ${field}`);
      }
    }
    const minutes = async (kind: string) =>
      (await seen(`pair-${kind}`)).fields.find(({ field }) => field === 'how-many')?.value;
    assert.deepEqual([await minutes('one-off'), await minutes('peer')], ['1', '']);
  });

  it('takes what fits a field, keeps clauses as they are, and each one’s own words for that one', async () => {
    const pairId = await aDraftedContract(ports);
    for (const [field, value, outcome] of [
      ['minutes', '45', 'not refused'],
      ['minutes', '5', 'value not allowed'],
      ['minutes', 'an hour', 'value not allowed'],
      ['starts-on', '2027-02-30', 'value not allowed'],
      ['starts-on', '2027-02-28', 'not refused'],
      ['mode', 'by letter', 'value not allowed'],
      ['contact', 'yes', 'not refused'],
      ['scope', 'x'.repeat(2001), 'value not allowed'],
      ['limits', 'There are none', 'not to be changed'],
      ['mentor-does', 'I do what Sam wants', 'not to be changed'],
      ['mentee-does', 'I bring a question', 'not refused'],
      ['nothing', 'x', 'not found'],
    ] as const)
      assert.equal(refusal(await save(pairId, field, value)), outcome, `${field} ${value.slice(0, 20)}`);
    assert.equal(refusal(await save(pairId, 'mentor-does', 'I listen', priya)), 'not refused');
  });

  it('keeps words as they were written, without what nobody can see', async () => {
    const pairId = await aDraftedContract(ports);
    did(await save(pairId, 'scope', ' First\r\nline two\u202e\u0000 \ud800 é '));
    const { fields } = await seen(pairId);
    assert.equal(fields.find(({ field }) => field === 'scope')?.value, 'First\nline two \ufffd é');
  });

  it('shows one the other’s change and who made it', async () => {
    const pairId = await aDraftedContract(ports);
    did(await save(pairId, 'scope', 'Leading a ward', priya));
    const field = (await viewOf(pairId)).draft?.sections
      .flatMap(({ fields }) => fields)
      .find(({ id }) => id === 'scope');
    assert.deepEqual([field?.value, field?.changedBy], ['Leading a ward', 'other']);
  });

  it('may be saved again by whoever did not hear the answer', async () => {
    const pairId = await aDraftedContract(ports);
    const ifMatch = (await seen(pairId)).fields.find(({ field }) => field === 'scope')?.digest ?? '';
    const asked = { pairId, fieldId: 'scope', ifMatch, value: 'Leading a ward' };
    did(await saveField(ports, sam, asked));
    assert.equal(refusal(await saveField(ports, sam, asked)), 'not refused');
    assert.equal(refusal(await saveField(ports, sam, { ...asked, value: 'Else' })), 'changed meanwhile');
  });

  it('is read as a whole by the two alone, the version that binds before one that waits', async () => {
    const pairId = await aDraftedContract(ports);
    assert.equal(refusal(await contractDocument(ports, sam, pairId)), 'not proposed');
    const digest = await proposedBy(ports, sam, pairId);
    const document = did(await contractDocument(ports, priya, pairId));
    assert.deepEqual([document.version, document.digest, document.signatures], [1, digest, []]);
    assert.deepEqual(document.parties, {
      mentee: { name: 'Sam Okoro' },
      mentor: { name: 'Priya Varghese' },
    });
    assert.equal(refusal(await contractDocument(ports, stranger, pairId)), 'not found');
  });

  it('is proposed only when all that is needed is there', async () => {
    const pairId = await aDraftedContract(ports);
    did(await save(pairId, 'purpose', ''));
    const { seen: state } = await seen(pairId);
    const asked = { pairId, opId: randomUUID(), seen: state };
    assert.equal(refusal(await proposeContract(ports, acting(sam), asked)), 'something missing');
  });

  it('is not signed where one has come to manage the other: a calm review opens instead', async () => {
    const pairId = await aDraftedContract(ports);
    const digest = await proposedBy(ports, sam, pairId);
    const known = { name: 'Sam Okoro', address: '', managers: ['priya', 'the-top'], askedAt: 0 };
    const person = { id: 'person', type: 'person', known };
    await store.write(personPartition(sam), [{ put: person, ifMatch: 'any' }]);
    const top = { ...person, known: { ...known, name: 'Priya Varghese', managers: ['the-top'] } };
    await store.write(personPartition(priya), [{ put: top, ifMatch: 'any' }]);
    const asked = { pairId, opId: randomUUID(), digest };
    assert.equal(refusal(await signContract(ports, acting(sam), asked)), 'conflict to review');
    assert.equal(refusal(await signContract(ports, acting(stranger), asked)), 'not found');
  });

  it('is talked about field by field, clauses too', async () => {
    const pairId = await aDraftedContract(ports);
    did(
      await commentOnField(ports, priya, { pairId, fieldId: 'limits', text: 'Shall we read this together?' }),
    );
    const commented = (await viewOf(pairId)).draft?.sections
      .flatMap(({ fields }) => fields)
      .filter(({ comments }) => comments.length > 0);
    assert.deepEqual(
      commented?.map(({ id, comments }) => [id, comments[0]?.by, comments[0]?.text]),
      [['limits', 'other', 'Shall we read this together?']],
    );
    await proposedBy(ports, sam, pairId);
    const late = await commentOnField(ports, sam, { pairId, fieldId: 'scope', text: 'Late' });
    assert.equal(refusal(late), 'already proposed');
  });

  it('tells the other of a proposal, the first signature and the end of signing, in the batch of each', async () => {
    const pairId = await aDraftedContract(ports);
    const outbox = async () =>
      (await store.list<OutboxRecord>(pairPartition(ports.scheme, pairId), 'outbox')).map(
        ({ document }) => `${document.kind} to ${document.to?.objectId}`,
      );
    const digest = await proposedBy(ports, sam, pairId);
    assert.deepEqual(await outbox(), ['contract-proposed to priya']);
    await signedBy(ports, sam, pairId, digest);
    assert.deepEqual(await outbox(), ['contract-proposed to priya', 'contract-signed to priya']);
    await signedBy(ports, priya, pairId, digest);
    assert.deepEqual((await outbox()).slice(0, 2), ['contract-active to priya', 'contract-active to sam']);
  });
});
