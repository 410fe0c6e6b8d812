import assert from 'node:assert/strict';
import * as contract from '../../bot/http/contract.ts';
import { CalendarUnavailable } from '../../bot/ports/calendar.ts';
import { SignInRequired } from '../../bot/ports/sign-in.ts';
import { aMeeting, priya, sam } from '../support/meetings.ts';
import { openTabDoor, type TabDoor } from '../support/tab-door.ts';

const opId = '6f2b7c1a-1111-4222-8333-444455556666';

describe("The tab's API", () => {
  let door: TabDoor;
  beforeEach(async () => {
    door = await openTabDoor({ messages: async (req, res) => void res.send(200, { got: req.body }) });
  });
  afterEach(() => door.close());

  const as = (who: string) => ({ Authorization: `Bearer ${who}` });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(door.url + path, { headers });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(door.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  async function problem(response: Response): Promise<[number, string]> {
    return [response.status, contract.problemView.parse(await response.json()).problem];
  }

  describe('says how things stand', () => {
    it('gives a person their meetings in the shape of the contract', async () => {
      door.meetings = [aMeeting({ stage: 'waiting' }), aMeeting({ at: '2026-11-03T09:00:00Z' })];
      const response = await get('/api/me/mentoring', as('priya'));
      assert.equal(response.status, 200);
      const home = contract.homeView.parse(await response.json());
      assert.equal(home.me.name, 'Priya Varghese');
      assert.equal(home.next?.with, 'Sam Okoro');
      assert.deepEqual(home.next?.can, ['accept', 'move', 'not now']);
      assert.equal(home.past.length, 1);
    });

    it('never shows one person the meetings of others, nor what was shared with the mentor', async () => {
      door.meetings = [aMeeting({ shared: 'canary-shared' })];
      const others = contract.homeView.parse(await (await get('/api/me/mentoring', as('stranger'))).json());
      assert.deepEqual([others.next, others.upcoming, others.past], [undefined, [], []]);
      const mine = await (await get('/api/me/mentoring', as('priya'))).text();
      assert.ok(!/canary|@trust|objectId|event-1/.test(mine));
    });

    it('gives past meetings a page at a time', async () => {
      door.meetings = Array.from({ length: contract.pageSize + 7 }, () =>
        aMeeting({ at: '2026-11-03T09:00:00Z' }),
      );
      const home = contract.homeView.parse(await (await get('/api/me/mentoring', as('sam'))).json());
      const second = contract.pastView.parse(await (await get('/api/me/past-meetings/2', as('sam'))).json());
      assert.deepEqual([home.past.length, home.pastTotal], [contract.pageSize, contract.pageSize + 7]);
      assert.equal(second.past.length, 7);
      const shown = [...home.past, ...second.past].map(meeting => meeting.id);
      assert.equal(new Set(shown).size, contract.pageSize + 7);
      for (const page of ['0', '-1', '1.5', 'x', '99999']) {
        assert.deepEqual(await problem(await get(`/api/me/past-meetings/${page}`, as('sam'))), [
          404,
          'not found',
        ]);
      }
    });

    it('gives a join link only while there is something to join, and only over https', async () => {
      const unsafe = { id: 'e', iCalUId: 'i', joinUrl: 'javascript:alert(1)' };
      door.meetings = [
        aMeeting({ at: '2026-12-02T09:00:00Z' }),
        aMeeting({ at: '2026-12-03T09:00:00Z', event: unsafe }),
        aMeeting({ stage: 'cancelled' }),
      ];
      const home = contract.homeView.parse(await (await get('/api/me/mentoring', as('sam'))).json());
      assert.match(home.next?.joinUrl ?? '', /^https:/);
      assert.deepEqual(
        [...home.upcoming, ...home.past].map(meeting => meeting.joinUrl),
        [undefined, undefined],
      );
    });

    it('takes characters that turn or hide text out of names', async () => {
      door.meetings = [aMeeting({ mentorName: 'Priya\u202e\u200b Varghese\u0000' })];
      const home = contract.homeView.parse(await (await get('/api/me/mentoring', as('sam'))).json());
      assert.equal(home.next?.with, 'Priya Varghese');
    });
  });

  describe('tells of sessions', () => {
    it('which meetings are sessions, and with whom more can be booked', async () => {
      door.meetings = [
        aMeeting({ pairId: 'p', kind: 'session', minutes: 45 }),
        aMeeting({ pairId: 'q', at: '2026-12-04T09:00:00Z', mentorName: 'Asif Rahman' }),
      ];
      door.goingOn = new Set(['p']);
      const home = contract.homeView.parse(await (await get('/api/me/mentoring', as('sam'))).json());
      assert.deepEqual([home.next?.kind, home.upcoming[0]?.kind], ['session', undefined]);
      assert.deepEqual(
        home.mentors.map(({ pairId, goesOn }) => [pairId, goesOn]),
        [
          ['p', true],
          ['q', undefined],
        ],
      );
    });

    it('and has their times written into the chat, for a pair that goes on alone', async () => {
      door.goingOn = new Set(['p']);
      const response = await post('/api/pairs/p/session-times-in-chat', {}, as('sam'));
      assert.deepEqual([response.status, await response.json()], [200, { inChat: true }]);
      assert.deepEqual(await problem(await post('/api/pairs/q/session-times-in-chat', {}, as('sam'))), [
        409,
        'not going on',
      ]);
      assert.deepEqual(door.sessionsAskedFor, ['p']);
    });
  });

  describe('carries out decisions', () => {
    it('accepts, cancels and says not now, as the person who asked, and tells how the meeting stands then', async () => {
      const meeting = aMeeting({ stage: 'waiting', pairId: 'p', id: 'm' });
      for (const [verb, stage, who] of [
        ['accept', 'agreed', priya],
        ['not-now', 'not now', priya],
        ['cancel', 'cancelled', sam],
      ] as const) {
        door.meetings = [meeting];
        const response = await post(`/api/meetings/p/m/${verb}`, { opId }, as(who.objectId));
        assert.equal(response.status, 200);
        assert.equal(contract.meetingView.parse(await response.json()).stage, stage);
        const decision = door.decisions.at(-1);
        assert.deepEqual([decision?.who.person, decision?.opId], [who, opId]);
      }
    });

    it('answers "not found" to a stranger as to nobody', async () => {
      door.meetings = [aMeeting({ pairId: 'p', id: 'm' })];
      const theirs = await post('/api/meetings/p/m/cancel', { opId }, as('stranger'));
      const nobodys = await post('/api/meetings/p/none/cancel', { opId }, as('stranger'));
      assert.equal(theirs.status, 404);
      assert.deepEqual(await theirs.json(), await nobodys.json());
      assert.equal(door.meetings[0]?.stage, 'agreed');
    });

    it('refuses fields that it does not know, and keeps the address apart from the body', async () => {
      door.meetings = [aMeeting({ pairId: 'p', id: 'm' }), aMeeting({ pairId: 'p2', id: 'm2' })];
      const more: unknown[] = [
        'meetingId',
        'pairId',
        'role',
        'isAdmin',
        'tenantId',
        'stage',
        '_etag',
        'constructor',
      ].map(field => ({ opId, [field]: 'm2' }));
      const bodies = [
        ...more,
        `{"opId":"${opId}","__proto__":{"a":1}}`,
        {},
        [],
        'null',
        '7',
        '{"opId":1}',
        '{bad',
        '',
      ];
      for (const body of bodies) {
        const response = await post('/api/meetings/p/m/cancel', body, as('sam'));
        assert.deepEqual(await problem(response), [400, 'not understood'], JSON.stringify(body));
      }
      assert.deepEqual(door.decisions, []);
    });

    it('takes nothing from the query of an address', async () => {
      door.meetings = [aMeeting({ pairId: 'p', id: 'm' })];
      await post('/api/meetings/p/m/cancel?meetingId=x&pairId[]=y&opId=z', { opId }, as('sam'));
      assert.deepEqual([door.decisions[0]?.pairId, door.decisions[0]?.meetingId], ['p', 'm']);
    });
  });

  describe('knows who is asking', () => {
    it('answers 401 without a good token, and 404 to another tenant', async () => {
      for (const authorization of [undefined, '', 'Bearer', 'Bearer nobody', 'Basic sam', 'sam']) {
        const response = await get(
          '/api/me/mentoring',
          authorization === undefined ? {} : { Authorization: authorization },
        );
        assert.equal(response.headers.get('www-authenticate'), 'Bearer');
        assert.deepEqual(await problem(response), [401, 'not signed in']);
      }
      assert.deepEqual(await problem(await get('/api/me/mentoring', as('elsewhere'))), [404, 'not found']);
    });

    it('asks for a token before it reads what was sent', async () => {
      assert.equal((await post('/api/meetings/p/m/cancel', '{bad')).status, 401);
      assert.equal(
        (await post('/api/meetings/p/m/cancel', 'x', { 'Content-Type': 'text/plain' })).status,
        401,
      );
    });
  });

  describe('tells what is wrong without telling what broke', () => {
    it('says nothing of an unforeseen error but to the log', async () => {
      door.failure = new Error('canary-secret at /home/somebody/code.ts:1');
      const response = await get('/api/me/mentoring', as('sam'));
      const text = await response.text();
      assert.equal(response.status, 500);
      assert.ok(!/canary|\.ts|at /.test(text.replace('at a', '')), text);
      assert.equal(door.reported.at(-1)?.route, '/api/me/mentoring');
      assert.equal(door.reported.at(-1)?.requestId, response.headers.get('x-request-id'));
      assert.equal(door.reported.at(-1)?.error, door.failure);
    });

    it('tells the tab when to sign in again, and when to come back', async () => {
      door.failure = new SignInRequired(sam);
      assert.deepEqual(await problem(await get('/api/me/mentoring', as('sam'))), [403, 'sign-in needed']);
      door.failure = new CalendarUnavailable('down', { retryAfterMs: 6_500 });
      const response = await get('/api/me/mentoring', as('sam'));
      assert.equal(response.headers.get('retry-after'), '7');
      assert.deepEqual(await problem(response), [503, 'calendar unavailable']);
    });
  });
});
