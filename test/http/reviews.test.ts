import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readContract } from '../../bot/contracts/contract-store.ts';
import { problemView } from '../../bot/http/contract.ts';
import * as shapes from '../../bot/http/review-shapes.ts';
import { sendWhatIsDue } from '../../bot/journeys/send-what-is-due.ts';
import { contractInStore } from '../support/contract-in-store.ts';
import { aMeeting } from '../support/meetings.ts';
import { openTabDoor, type TabDoor } from '../support/tab-door.ts';

const pairId = 'pair-of-two';
const base = `/api/contracts/${pairId}`;
const monday = Date.parse('2026-11-23T10:00:00Z');
/** The first review's day, at 10am. */
const reviewDay = Date.parse('2027-03-01T10:00:00Z');
const reviewId = 'agreed-2027-03-01';
const fields = {
  'first-review-on': '2027-03-01',
  'review-every': '3 months',
  minutes: '60',
  'how-often': 'Every month',
};
const mine = { works: 'canary-of-mine', challenge: 'enough' };
const opId = () => randomUUID();

async function openDoor(terms: Readonly<Record<string, string>> = {}): Promise<TabDoor> {
  const door = await openTabDoor();
  door.now = monday;
  const meeting = aMeeting({ id: 'first', pairId, at: '2026-11-17T09:00:00Z' });
  await contractInStore(door.mentors.ports, { meeting, fields: { ...fields, ...terms } });
  return door;
}

describe('Reviews and endings, over HTTP', () => {
  const doors: TabDoor[] = [];
  const open = async (terms?: Readonly<Record<string, string>>) => {
    const door = await openDoor(terms);
    doors.push(door);
    return door;
  };
  let door: TabDoor;
  beforeEach(async () => {
    door = await open();
  });
  afterEach(async () => {
    for (const each of doors.splice(0)) await each.close();
  });

  const get = (who: string, path: string, at = door) =>
    fetch(at.url + base + path, { headers: { Authorization: `Bearer ${who}` } });
  const post = (who: string, path: string, body: object, at = door) =>
    fetch(at.url + base + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${who}` },
      body: JSON.stringify({ opId: opId(), ...body }),
    });
  const reviews = async (who: string, at = door) =>
    shapes.reviewsView.parse(await (await get(who, '/reviews', at)).json());
  const ending = async (who: string, at = door) =>
    shapes.endingView.parse(await (await get(who, '/ending', at)).json());
  const answer = (who: string, answers: object, at = door) =>
    post(who, `/reviews/${reviewId}/answers`, { answers }, at);
  const problemOf = async (response: Response) => [
    response.status,
    problemView.parse(await response.json()).problem,
  ];
  const passes = async (at = door) => {
    const problems: unknown[] = [];
    for (let pass = 0; pass < 3; pass += 1)
      await sendWhatIsDue(at.mentors.ports, (_id, problem) => problems.push(problem));
    assert.deepEqual(problems, []);
  };
  /** Without the signatures with which each test begins. */
  const told = (at = door) =>
    at.mentors.told.flatMap(notice =>
      notice.about === 'reminders'
        ? notice.reminders
            .filter(({ kind }) => kind !== 'contract-active')
            .map(({ kind }) => `${notice.to.objectId} ${kind}`)
        : [],
    );

  it('answers "not found" to anyone outside the pair on every route, and to nobody\'s pair alike', async () => {
    const acts: readonly (readonly [string, object?])[] = [
      ['/reviews'],
      ['/ending'],
      ['/manager-note'],
      [`/reviews/${reviewId}/answers`, { answers: mine }],
      [`/reviews/${reviewId}/result`, { what: 'go on' }],
      ['/conflicts', { kind: 'referee' }],
      ['/conflicts/passed', {}],
      ['/end', { how: 'early' }],
      ['/gains', { about: 'closing', answers: { gained: 'x' } }],
    ];
    door.now = reviewDay;
    for (const [path, body] of acts) {
      const theirs = await (body ? post('stranger', path, body) : get('stranger', path));
      const nobodys = await fetch(`${door.url}/api/contracts/no-pair${path}`, {
        headers: { Authorization: 'Bearer sam', 'Content-Type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify({ opId: opId(), ...body }) }),
      });
      assert.deepEqual(await problemOf(theirs), [404, 'not found'], path);
      assert.deepEqual(await problemOf(nobodys), [404, 'not found'], path);
    }
    assert.equal((await readContract(door.mentors.ports, pairId))?.head.stage, 'active');
  });

  it('says when the next review is, and lets nobody answer before', async () => {
    const before = await reviews('sam');
    assert.deepEqual([before.nextOn, before.open], ['2027-03-01', undefined]);
    assert.deepEqual(await problemOf(await answer('sam', mine)), [409, 'review not due']);
    await passes();
    assert.deepEqual(told(), []);
  });

  it('reminds both on the day, once', async () => {
    door.now = reviewDay;
    await passes();
    await passes();
    assert.deepEqual(told().sort(), ['priya review-due', 'sam review-due']);
  });

  it('gives the one who has not answered the same bytes, whatever the other has answered', async () => {
    door.now = reviewDay;
    const fetched = async () => {
      await passes();
      const pages = await Promise.all(
        ['', '/reviews', '/ending', '/manager-note'].map(async path => {
          const response = await get('sam', path);
          assert.equal(response.status, 200);
          const { 'x-request-id': _id, date: _date, ...headers } = Object.fromEntries(response.headers);
          return { headers, body: await response.text() };
        }),
      );
      return JSON.stringify({ pages, told: told().filter(each => each.startsWith('sam')) });
    };
    const before = await fetched();
    for (const theirs of [{ works: 'canary-of-theirs' }, { trust: 'worse', slipping: 'yes' }]) {
      assert.equal((await answer('priya', theirs)).status, 200);
      assert.ok((await fetched()) === before, 'what the other answered shows');
    }
    await answer('sam', mine);
    assert.deepEqual((await reviews('sam')).open?.theirs, { trust: 'worse', slipping: 'yes' });
  });

  it('shows both answers once both have answered, and tells whoever waited', async () => {
    door.now = reviewDay;
    await passes();
    await answer('sam', mine);
    assert.deepEqual((await reviews('sam')).open?.waitsFor, 'other');
    await answer('sam', { works: 'changed my mind' });
    const shown = shapes.reviewsView.parse(await (await answer('priya', { works: 'a lot' })).json());
    assert.deepEqual(shown.open?.theirs, { works: 'changed my mind' });
    assert.deepEqual((await reviews('sam')).open?.theirs, { works: 'a lot' });
    assert.deepEqual(await problemOf(await answer('sam', mine)), [409, 'answers shown']);
    await passes();
    assert.deepEqual(
      told().filter(each => each === 'sam review-due'),
      ['sam review-due', 'sam review-due'],
    );
  });

  it('shows what there is after ten working days, when the other has not answered', async () => {
    door.now = reviewDay;
    await answer('sam', mine);
    const { shownAt } = (await reviews('sam')).open ?? {};
    assert.equal(shownAt, '2027-03-15T09:00:00.000Z');
    door.now = Date.parse('2027-03-15T09:00:00Z');
    assert.deepEqual((await reviews('sam')).open?.theirs, {});
    assert.deepEqual((await reviews('priya')).open?.theirs, mine);
  });

  it('goes on, opens the contract to be changed, or ends it, when both want the same', async () => {
    for (const what of ['go on', 'amend', 'end'] as const) {
      const at = await open();
      at.now = reviewDay;
      const result = (who: string, wish: string) =>
        post(who, `/reviews/${reviewId}/result`, { what: wish }, at);
      await answer('sam', mine, at);
      assert.deepEqual(await problemOf(await result('sam', what)), [409, 'answers not shown yet']);
      await answer('priya', { works: 'a lot' }, at);
      await result('sam', what === 'go on' ? 'amend' : what);
      assert.equal((await reviews('priya', at)).open?.theirWish, what === 'go on' ? 'amend' : what);
      if (what === 'go on') await result('sam', what);
      await result('priya', what);
      const { settled, open: still } = await reviews('sam', at);
      assert.deepEqual([settled.at(0)?.result?.what, still], [what, undefined]);
      const contract = await readContract(at.mentors.ports, pairId);
      const stands = { 'go on': ['active', false], amend: ['active', true], end: ['ended', false] };
      assert.deepEqual([contract?.head.stage, contract?.head.isDrafting], stands[what]);
      assert.equal(
        contract?.links.some(({ kind, payload }) => kind === 'reviewed' && payload?.length === 2),
        true,
      );
    }
  });

  it('does one press once, however often it is sent', async () => {
    door.now = reviewDay;
    const body = { opId: opId(), answers: mine };
    await post('sam', `/reviews/${reviewId}/answers`, body);
    await post('sam', `/reviews/${reviewId}/answers`, { opId: opId(), answers: { works: 'later' } });
    await post('sam', `/reviews/${reviewId}/answers`, body);
    assert.deepEqual((await reviews('sam')).open?.mine, { works: 'later' });
  });

  describe('A conflict of interest', () => {
    it('opens a review for the two, says what and not who, and is over when whoever said it says so', async () => {
      await post('priya', '/conflicts', { kind: 'appraiser' });
      await passes();
      assert.deepEqual(told(), ['sam review-due']);
      const seen = (await reviews('sam')).open;
      assert.deepEqual(
        [seen?.kind, seen?.conflicts, seen?.mayPass, seen?.isInTheWay],
        ['conflict', [{ kind: 'appraiser', hasPassed: false }], false, true],
      );
      assert.equal((await reviews('priya')).open?.mayPass, true);
      await post('sam', '/conflicts/passed', {});
      assert.equal((await reviews('sam')).open?.isInTheWay, true);
      await post('priya', '/conflicts/passed', {});
      const after = await reviews('sam');
      assert.deepEqual([after.open, after.settled[0]?.isInTheWay], [undefined, false]);
    });

    it('is declared once, however often it is said', async () => {
      await post('priya', '/conflicts', { kind: 'referee' });
      await post('priya', '/conflicts', { kind: 'referee' });
      await post('sam', '/conflicts', { kind: 'panel member' });
      const { open: review } = await reviews('sam');
      assert.deepEqual(
        review?.conflicts.map(({ kind }) => kind),
        ['referee', 'panel member'],
      );
      const links = (await readContract(door.mentors.ports, pairId))?.links ?? [];
      const noted = links.filter(({ kind }) => kind === 'conflict');
      assert.deepEqual(
        noted.map(({ how, by }) => [how, by]),
        [
          ['referee', undefined],
          ['panel member', undefined],
        ],
      );
    });
  });

  describe('An ending', () => {
    it('is early by either without a reason: the other hears of it once, the record says until when it is kept', async () => {
      const after = shapes.endingView.parse(await (await post('priya', '/end', { how: 'early' })).json());
      assert.deepEqual([after.stage, after.how, after.keptUntil], ['ended', 'early', '2028-11-23']);
      await passes();
      await passes();
      assert.deepEqual(told(), ['sam contract-ended']);
      assert.ok(!/priya/i.test(JSON.stringify({ ...(await ending('sam')), with: '' })));
      assert.deepEqual(await problemOf(await post('sam', '/end', { how: 'together' })), [
        409,
        'contract ended',
      ]);
      assert.deepEqual(await problemOf(await post('sam', '/conflicts', { kind: 'referee' })), [
        409,
        'contract ended',
      ]);
    });

    it('is natural when both say so, and either may take that off the table', async () => {
      await post('sam', '/end', { how: 'together' });
      assert.equal((await ending('priya')).suggestedBy, 'other');
      await passes();
      assert.deepEqual(told(), ['priya ending-suggested']);
      await post('priya', '/end', { how: 'not together' });
      assert.deepEqual(
        [(await ending('sam')).suggestedBy, (await ending('sam')).stage],
        [undefined, 'active'],
      );
      await post('sam', '/end', { how: 'together' });
      await post('priya', '/end', { how: 'together' });
      assert.equal((await ending('sam')).how, 'natural');
    });

    it('comes by itself after the last day that was agreed', async () => {
      const at = await open({ 'ends-on': '2027-01-29' });
      at.now = Date.parse('2027-01-29T20:00:00Z');
      await passes(at);
      assert.equal((await ending('sam', at)).stage, 'active');
      at.now = Date.parse('2027-02-01T10:00:00Z');
      await passes(at);
      assert.equal((await ending('sam', at)).how, 'planned');
      assert.deepEqual(told(at).sort(), ['priya contract-ended', 'sam contract-ended']);
    });

    it('lets each say what they gained, and asks again half a year later', async () => {
      const gains = (who: string, about: string, answers: object) => post(who, '/gains', { about, answers });
      assert.deepEqual(await problemOf(await gains('sam', 'looking-back', { since: 'a new post' })), [
        409,
        'review not due',
      ]);
      await post('sam', '/end', { how: 'early' });
      await gains('sam', 'closing', { gained: 'Time to think' });
      assert.deepEqual((await ending('priya')).gained.theirs, { gained: 'Time to think' });
      await passes();
      door.now = Date.parse('2027-05-24T09:30:00Z');
      await passes();
      assert.deepEqual(told().sort(), ['priya contract-ended', 'priya looking-back', 'sam looking-back']);
      await gains('sam', 'looking-back', { since: 'a new post' });
      assert.deepEqual((await ending('priya')).lookingBack?.theirs, { since: 'a new post' });
      assert.deepEqual(await problemOf(await gains('priya', 'closing', { gained: 'late' })), [
        409,
        'contract ended',
      ]);
    });
  });

  it('gives the mentee a note that names no mentor, and the mentor none', async () => {
    const { text } = shapes.managerNoteView.parse(await (await get('sam', '/manager-note')).json());
    assert.match(text, /^I have a mentor through Hub\. The time agreed: 60 minutes, every month\. /);
    assert.ok(!/priya|varghese/i.test(text));
    assert.deepEqual(await problemOf(await get('priya', '/manager-note')), [404, 'not found']);
  });
});
