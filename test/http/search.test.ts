import assert from 'node:assert/strict';
import * as contract from '../../bot/http/contract.ts';
import * as shapes from '../../bot/http/search-shapes.ts';
import { personPartition } from '../../bot/records/partitions.ts';
import { membershipRecord } from '../../bot/records/person-record.ts';
import { aMentor } from '../matching/a-mentor.ts';
import { aMeeting, priya, sam } from '../support/meetings.ts';
import { fiveMentors } from '../support/mentors-of-tests.ts';
import { openTabDoor, type TabDoor } from '../support/tab-door.ts';

const sentence = 'I want to move into management, near Leeds, on Thursdays';

describe("The tab's search", () => {
  let door: TabDoor;
  beforeEach(async () => {
    door = await openTabDoor();
    await door.mentors.put(...fiveMentors);
  });
  afterEach(() => door.close());

  const as = (who: string) => ({ Authorization: `Bearer ${who}`, 'Content-Type': 'application/json' });
  const send = (path: string, body: unknown, who = 'sam') =>
    fetch(door.url + path, { method: 'POST', headers: as(who), body: JSON.stringify(body) });
  const problem = async (response: Response) => [
    response.status,
    contract.problemView.parse(await response.json()).problem,
  ];
  async function search(body: unknown, who = 'sam') {
    const response = await send('/api/search', body, who);
    assert.equal(response.status, 200);
    return shapes.searchView.parse(await response.json());
  }
  const ids = (found: shapes.SearchView) => found.understood.map(({ id }) => id);
  const names = (found: shapes.SearchView) => found.mentors.map(({ name }) => name);

  it('understands a sentence as ids with words, and finds who fits, with reasons', async () => {
    const found = await search({ sentence });
    assert.deepEqual(ids(found), ['focus:moving-into-management', 'place:leeds', 'day:thursday']);
    assert.deepEqual(names(found).slice(0, 2), ['Priya Varghese', 'Ruth Adeyemi']);
    assert.ok(found.mentors[0]?.reasons.includes('Helps with moving into management'));
    assert.equal(found.mentors[0]?.nextFreeOn, '2026-12-03');
    assert.equal(found.mentors[1]?.nextFreeOn, undefined, 'whose calendar is not seen');
    assert.deepEqual(found.hidden, [
      { reason: 'not available', count: 1 },
      { reason: 'paused', count: 1 },
    ]);
  });

  it('gives the same by the ids alone, again and again', async () => {
    await door.mentors.put(
      ...Array.from({ length: 30 }, (_, at) => aMentor({ id: `like-${at}`, name: `Like ${at}` })),
    );
    const first = await search({ sentence });
    for (let again = 0; again < 3; again += 1) {
      const found = await search({ criteria: ids(first) });
      assert.deepEqual([names(found), ids(found), found.facets], [names(first), ids(first), first.facets]);
    }
  });

  it('counts what each facet would give, and what one criterion less would', async () => {
    const found = await search({
      criteria: ['focus:moving-into-management', 'profession:pharmacy', 'day:thursday'],
    });
    assert.equal(found.withEverything, 0);
    const of = (facet: string) => found.facets.find(each => each.facet === facet)?.values;
    assert.deepEqual(of('profession'), [{ id: 'profession:nursing', words: 'Nursing', count: 2 }]);
    assert.deepEqual(
      found.wider.map(({ id, count }) => [id, count]),
      [
        ['profession:pharmacy', 2],
        ['day:thursday', 1],
      ],
    );
  });

  it('shows what there is to choose from before anything is asked', async () => {
    const found = await search({ criteria: [] });
    assert.deepEqual([found.mentors, found.withEverything], [[], 3]);
    assert.deepEqual(
      found.facets.map(({ facet }) => facet),
      [...shapes.facetsShown],
    );
    assert.deepEqual(
      found.facets.find(({ facet }) => facet === 'day')?.values.map(({ words }) => words),
      ['Monday', 'Thursday'],
    );
  });

  it('leaves ids out that name nothing', async () => {
    assert.deepEqual(ids(await search({ criteria: ['focus:nonsense', 'nothing:at-all', 'day:monday'] })), [
      'day:monday',
    ]);
  });

  it('finds others like a mentor, who is not among them', async () => {
    const found = await search({ criteria: [], like: 'priya' });
    assert.deepEqual(found.like, { id: 'priya', name: 'Priya Varghese' });
    assert.ok(ids(found).includes('focus:moving-into-management'));
    assert.equal(names(found)[0], 'Ruth Adeyemi');
    assert.ok(!names(found).includes('Priya Varghese'));
    const again = await search({ criteria: ids(found), like: 'priya' });
    assert.deepEqual([names(again), ids(again)], [names(found), ids(found)]);
  });

  it('leaves out who was put aside, and goes on where the page ended', async () => {
    const criteria = ['focus:moving-into-management'];
    const found = await search({ criteria, putAside: [{ mentorId: 'priya', because: 'too far' }] });
    assert.ok(!names(found).includes('Priya Varghese'));
    const rest = await search({ criteria, besides: ['priya', 'ruth'] });
    assert.deepEqual([names(rest), rest.hasMore], [['Aled Pryce'], false]);
  });

  it('shows nobody whom a rule hides from this person, and no profile of theirs', async () => {
    const found = await search({ sentence }, 'priya');
    assert.ok(!names(found).includes('Priya Varghese'));
    for (const id of ['priya', 'full', 'gone', 'nobody', '__proto__']) {
      const response = await fetch(`${door.url}/api/mentors/${id}`, { headers: as('priya') });
      assert.deepEqual(await problem(response), [404, 'not found'], id);
      assert.equal(
        (await send(`/api/mentors/${id}/times-in-chat`, { criteria: [] }, 'priya')).status,
        404,
        id,
      );
    }
    assert.equal((await send('/api/search', { criteria: [], like: 'full' })).status, 404);
    assert.deepEqual(door.mentors.told, []);
  });

  it('shows of a mentor what others may see, and nothing else', async () => {
    await door.mentors.put(
      aMentor({ id: 'shy', livedExperience: { shown: false, of: ['LGBTQ+'] } }),
      aMentor({ id: 'open', livedExperience: { shown: true, of: ['LGBTQ+'] } }),
    );
    const see = async (id: string) => {
      const response = await fetch(`${door.url}/api/mentors/${id}`, { headers: as('sam') });
      return shapes.profileView.parse(await response.json());
    };
    const seen = await see('priya');
    assert.deepEqual(
      [seen.name, seen.about, seen.availableDays, seen.isYours, seen.canBeBooked],
      ['Priya Varghese', 'I led a ward.', ['Thursday'], false, true],
    );
    assert.ok(!/@|capacity|paused|objectId|tenant/i.test(JSON.stringify(seen)));
    assert.deepEqual(
      [(await see('shy')).livedExperience, (await see('open')).livedExperience],
      [[], ['LGBTQ+']],
    );
  });

  it('asks the bot to write the times into the own chat, and says where it cannot', async () => {
    const criteria = ['day:thursday', 'after:960'];
    const sent = await send('/api/mentors/priya/times-in-chat', { criteria });
    assert.deepEqual(await sent.json(), { inChat: true });
    assert.deepEqual(door.mentors.told, [
      {
        about: 'times',
        to: sam,
        profileId: 'priya',
        wish: { days: ['Thursday'], partsOfDay: [], earliestMinute: 960 },
      },
    ]);
    door.mentors.isUnreachable = true;
    assert.deepEqual(await (await send('/api/mentors/priya/times-in-chat', { criteria })).json(), {
      inChat: false,
    });
  });

  it('keeps the profile of an own mentor to be seen, but offers no second meeting', async () => {
    const meeting = aMeeting({ pairId: 'p', id: 'm' });
    const own = { ...meeting, mentor: { ...meeting.mentor, profileId: 'priya', person: priya } };
    const { store } = door.mentors;
    await store.write(personPartition(sam), [
      { put: membershipRecord('p', 'mentee', sam.tenantId), ifMatch: 'any' },
    ]);
    await store.write({ container: 'pairs', tenant: sam.tenantId, scope: 'p' }, [
      { put: { id: 'm', type: 'meeting', meeting: own, cards: {} } as never, ifMatch: 'any' },
    ]);
    assert.ok(!names(await search({ sentence })).includes('Priya Varghese'));
    const seen = await (await fetch(`${door.url}/api/mentors/priya`, { headers: as('sam') })).json();
    assert.equal(shapes.profileView.parse(seen).isYours, true);
    assert.deepEqual(await problem(await send('/api/mentors/priya/times-in-chat', { criteria: [] })), [
      409,
      'already meeting',
    ]);
  });

  it('puts help first where a sentence speaks of harm, with links that are safe', async () => {
    const found = await search({ sentence: 'I do not feel safe at work and want confidence' });
    assert.deepEqual(found.signposts, [
      { name: 'Samaritans', says: 'Call 116 123, day or night.', link: 'https://www.samaritans.org' },
      { name: 'Odd', says: 'No link.' },
    ]);
    assert.deepEqual((await search({ sentence })).signposts, []);
  });

  it('refuses what it does not know, what is too long and what is in an address', async () => {
    for (const body of [
      {},
      { sentence: '' },
      { sentence: 'x'.repeat(2001) },
      { sentence, criteria: [] },
      { sentence, tenantId: 'x' },
      { criteria: ['Nursing'] },
      { criteria: ['focus:<b>'] },
      { criteria: Array.from({ length: 61 }, () => 'day:monday') },
      { criteria: [], besides: Array.from({ length: 101 }, () => 'a') },
      { criteria: [], putAside: [{ mentorId: 'a', because: 'in my own words' }] },
      { criteria: [], like: 'a b' },
      { criteria: [], hiddenBecause: 'nobody' },
    ]) {
      assert.deepEqual(
        await problem(await send('/api/search', body)),
        [400, 'not understood'],
        JSON.stringify(body),
      );
    }
    assert.equal((await fetch(`${door.url}/api/search?sentence=x`, { headers: as('sam') })).status, 405);
    assert.equal((await send('/api/mentors/priya/times-in-chat', { criteria: [], start: 1 })).status, 400);
  });

  it('is for people who are signed in, and says nothing of what they wrote when something breaks', async () => {
    for (const path of ['/api/search', '/api/mentors/priya/times-in-chat']) {
      assert.equal((await send(path, { criteria: [] }, 'nobody')).status, 401);
      assert.equal((await send(path, { criteria: [] }, 'elsewhere')).status, 404);
    }
    assert.equal((await fetch(`${door.url}/api/mentors/priya`)).status, 401);
    door.failure = new Error('down');
    const response = await send('/api/search', { sentence: 'canary-sentence' });
    assert.equal(response.status, 500);
    assert.ok(!JSON.stringify([await response.json(), door.reported]).includes('canary'));
  });

  it('is described with the rest of the API', async () => {
    const described = JSON.stringify(await (await fetch(`${door.url}/api/openapi.json`)).json());
    for (const path of ['/api/search', '/api/mentors/{mentorId}', '/api/mentors/{mentorId}/times-in-chat']) {
      assert.ok(described.includes(`"${path}"`), path);
    }
  });
});
