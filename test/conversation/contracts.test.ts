import assert from 'node:assert/strict';
import { movableClock } from '../../bot/adapters/clock/movable-clock.ts';
import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import { type ContractNeeds, changeContract } from '../../bot/contracts/contract-store.ts';
import { answerReview } from '../../bot/journeys/answer-review.ts';
import { declareConflict } from '../../bot/journeys/declare-conflict.ts';
import { endMentoring } from '../../bot/journeys/end-mentoring.ts';
import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import type { Card } from '../../infra/local/teams/activity.ts';
import {
  bookFirst,
  dataOf,
  eventually,
  first,
  mondayMorning,
  press,
  verbsOn,
  wordsOn,
} from '../support/booking-by-chat.ts';
import { actionsOf } from '../support/card-press.ts';
import { contractInStore, signInStore, takeBackInStore } from '../support/contract-in-store.ts';
import { must } from '../support/contracts.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { copiesOf, keptOnly } from '../support/what-is-held.ts';

const priya = 'Priya Varghese';
const hour = 60 * 60_000;
const fields = {
  'first-review-on': '2027-03-01',
  'review-every': 'no more',
  minutes: '60',
  'how-often': 'Every month',
};

describe('Contracts in chat', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  let ports: ContractNeeds;
  let meeting: Meeting;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    await mentor.install();
    await bookFirst(world, sam, priya);
    ({ meeting } = await keptOnly(world, sam, priya));
    const clock = movableClock(world.environment.CLOCK_URL ?? '');
    ports = { store: world.store, scheme: world.scheme, digests: nodeDigests(), clock };
  });
  afterEach(() => world.close());

  const setClock = (now: number) => world.local('clock', { method: 'POST', body: { now } });
  const newsOf = (who: TeamsPerson) =>
    who
      .messages()
      .filter(each => each.cards.some(card => linksOn(card).some(({ url }) => url.includes('entity'))));
  const arrived = async (who: TeamsPerson, words: RegExp) => {
    await eventually(`${who.name} is told`, () =>
      newsOf(who).some(each => words.test(wordsOn(each.cards[0]))),
    );
    const found = newsOf(who).filter(each => words.test(wordsOn(each.cards[0])));
    assert.equal(found.length, 1);
    return first(found);
  };
  const placesOn = (card: Card | undefined) => linksOn(card).map(({ url }) => placeIn(url));

  it('"my contract" says that there is none, and how one comes about', async () => {
    const [answer] = await sam.say('my contract');
    assert.match(answer?.text ?? '', /You have no contract yet/);
  });

  it('"my contract" shows how it stands, who has signed, what waits for whom, and the way to it', async () => {
    await contractInStore(ports, { meeting, fields, signedBy: ['mentor'] });
    const card = first(await sam.say('My contracts')).cards[0];
    assert.match(wordsOn(card), /Mentoring contract with Priya Varghese/);
    assert.match(
      wordsOn(card),
      /You have proposed version 1\. Priya has signed it\.[\s\S]*It waits for you\./,
    );
    assert.deepEqual(placesOn(card), [`contract/${meeting.pairId}`, `contract/${meeting.pairId}/pdf`]);
    const theirs = first(await mentor.say('my contract')).cards[0];
    assert.match(wordsOn(theirs), /It waits for Sam\./);
  });

  it('tells the mentor of a proposal, and each of the other’s signature', async () => {
    await contractInStore(ports, { meeting, fields, signedBy: [] });
    const proposal = await arrived(mentor, /Sam Okoro has proposed the contract/);
    assert.deepEqual(placesOn(proposal.cards[0]), [`contract/${meeting.pairId}`]);
    await signInStore(ports, meeting.pairId, 'mentor');
    await arrived(sam, /Priya Varghese has signed the contract\. It waits for you/);
    await signInStore(ports, meeting.pairId, 'mentee');
    await arrived(mentor, /You and Sam Okoro have both signed/);
  });

  it('waits for a decent hour, and then says of one contract the one thing that is true', async () => {
    await setClock(Date.parse('2026-11-23T21:00:00Z'));
    await contractInStore(ports, { meeting, fields, signedBy: ['mentee'] });
    await eventually('it is put off', async () =>
      (await copiesOf(world)).some(
        ({ kind, dueAt }) => kind === 'contract-signed' && dueAt > Date.parse('2026-11-24T00:00:00Z'),
      ),
    );
    assert.deepEqual(newsOf(mentor), []);
    await setClock(Date.parse('2026-11-24T08:30:00Z'));
    const told = await arrived(mentor, /Sam Okoro has signed the contract/);
    assert.doesNotMatch(wordsOn(told.cards[0]), /proposed/);
    await eventually('nothing is left', async () =>
      (await copiesOf(world)).every(({ kind }) => !['contract-proposed', 'contract-signed'].includes(kind)),
    );
    assert.equal(newsOf(mentor).length, 1);
  });

  it('never sends a proposal that was taken back meanwhile', async () => {
    await setClock(Date.parse('2026-11-23T21:00:00Z'));
    await contractInStore(ports, { meeting, fields, signedBy: [] });
    await takeBackInStore(ports, meeting.pairId, 'mentee');
    await eventually('it is gone', async () =>
      (await copiesOf(world)).every(({ kind }) => kind !== 'contract-proposed'),
    );
    await setClock(Date.parse('2026-11-24T08:30:00Z'));
    await eventually('the mentor is reminded of the meeting alone', async () =>
      (await copiesOf(world)).every(({ dueAt }) => dueAt > Date.parse('2026-11-24T08:30:00Z')),
    );
    assert.deepEqual(newsOf(mentor), []);
  });

  it('is muted from the message itself', async () => {
    await contractInStore(ports, { meeting, fields, signedBy: [] });
    const proposal = await arrived(mentor, /has proposed the contract/);
    const stopped = await press(mentor, 'stop-reminders', dataOf(proposal.cards[0], 'stop-reminders'));
    assert.match(stopped.message ?? '', /We stop these reminders/);
    await takeBackInStore(ports, meeting.pairId, 'mentor');
    await changeContract(ports, meeting.pairId, ({ head }, { now }) => ({
      head: {
        ...head,
        stage: 'proposed',
        isDrafting: false,
        proposed: { version: 2, digest: 'x', by: 'mentee', signedBy: [] },
      },
      tells: [{ kind: 'contract-proposed', to: 'mentor', dueAt: now }],
    }));
    await eventually('it is taken out unsaid', async () =>
      (await copiesOf(world)).every(({ kind }) => kind !== 'contract-proposed'),
    );
    assert.equal(newsOf(mentor).length, 1);
  });

  it('reminds both of a review on its day and leads there; "my contract" is the same whatever the other answered', async () => {
    await contractInStore(ports, { meeting, fields });
    await setClock(Date.parse('2027-03-01T09:30:00Z'));
    for (const [who, other] of [
      [sam, priya],
      [mentor, 'Sam Okoro'],
    ] as const) {
      const due = await arrived(who, new RegExp(`A review with ${other} is due`));
      assert.deepEqual(placesOn(due.cards[0]), [`contract/${meeting.pairId}/review`]);
    }
    await eventually('nothing else is to be said', async () => (await copiesOf(world)).length === 0);
    const before = JSON.stringify(first(await sam.say('my contract')).cards);
    const { pairId } = meeting;
    const as = { person: meeting.mentor.person, graphToken: async () => '' };
    const directory = { me: nobody, resolve: async () => new Map(), stillThere: nobody };
    const asked = { as, pairId, opId: 'op', reviewId: 'agreed-2027-03-01', answers: { works: 'much' } };
    const given = must(await answerReview({ ...ports, directory }, asked));
    assert.equal(given.open?.hasAnswered, true);
    assert.equal(JSON.stringify(first(await sam.say('my contract')).cards), before);
  });

  it('asks calmly to look at a conflict together, and tells of an ending once', async () => {
    await contractInStore(ports, { meeting, fields });
    const { pairId } = meeting;
    const person = meeting.mentee.person;
    await declareConflict(ports, { person, pairId, opId: 'op-1', kind: 'panel member' });
    const conflict = await arrived(mentor, /There is something for you and Sam Okoro to look at together/);
    assert.doesNotMatch(wordsOn(conflict.cards[0]), /panel|declared|conflict/i);
    await endMentoring(ports, { person, pairId, opId: 'op-2', how: 'early' });
    const ended = await arrived(mentor, /Your mentoring with Sam Okoro has ended\. The record is kept until/);
    assert.deepEqual(placesOn(ended.cards[0]), [`contract/${pairId}/ending`]);
    await eventually('the meeting is out of both diaries', async () => {
      const { meeting: now, intent } = await keptOnly(world, sam, priya);
      return now.stage === 'cancelled' && intent === undefined;
    });
    const shown = first(await sam.say('my meetings')).cards[0];
    assert.match(wordsOn(shown), /cancelled, as your mentoring has ended/);
    await setClock(mondayMorning + 2 * hour);
    assert.equal(newsOf(mentor).filter(each => /has ended/.test(wordsOn(each.cards[0]))).length, 1);
  });

  it('gives the mentee a note to copy or to open as a chat with the manager, and sends nothing', async () => {
    await contractInStore(ports, { meeting, fields });
    const card = first(await sam.say('my contract')).cards[0];
    const note = await press(sam, 'manager-note', dataOf(card, 'manager-note'));
    assert.match(
      wordsOn(note.card),
      /I have a mentor through .+\. The time agreed: 60 minutes, every month\./,
    );
    assert.doesNotMatch(wordsOn(note.card), /Priya|Varghese/);
    const chat = await press(sam, 'manager-chat', { pairId: meeting.pairId, address: 'boss@example.nhs.uk' });
    const [link] = linksOn(chat.card);
    const url = new URL(link?.url ?? '');
    assert.equal(`${url.origin}${url.pathname}`, 'https://teams.microsoft.com/l/chat/0/0');
    assert.equal(url.searchParams.get('users'), 'boss@example.nhs.uk');
    assert.ok(!/Priya|Varghese/.test(url.href));
    const theirs = await press(mentor, 'manager-note', { pairId: meeting.pairId });
    assert.match(theirs.message ?? '', /not here, or it is not yours/);
    assert.ok(!verbsOn(first(await mentor.say('my contract')).cards[0]).includes('manager-note'));
    const typed = first(await sam.say('tell my manager')).cards[0];
    assert.match(wordsOn(typed), /I have a mentor through/);
  });
});

async function nobody(): Promise<never> {
  throw new Error('Nobody is asked this');
}

function linksOn(card: Card | undefined): readonly { readonly url: string }[] {
  return card
    ? actionsOf(card).flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [{ url: String(url) }] : []))
    : [];
}

function placeIn(url: string): unknown {
  const context: unknown = JSON.parse(new URL(url).searchParams.get('context') ?? '{}');
  return typeof context === 'object' && context !== null && 'subEntityId' in context
    ? context.subEntityId
    : undefined;
}
