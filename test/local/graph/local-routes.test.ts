import assert from 'node:assert/strict';
import { type Asking, aGraph, aMeeting, sam, type TestGraph, viewOf } from './a-graph.ts';

describe('The local routes of the local Graph', () => {
  let graph: TestGraph;
  let asSam: Asking;
  beforeEach(async () => {
    graph = await aGraph();
    asSam = graph.as(sam);
  });
  afterEach(() => graph.close());

  const meeting = aMeeting({ transactionId: 'one' });
  const made = async () =>
    (await viewOf(asSam)).filter(event => String(event.transactionId) === 'one').length;

  describe('people', () => {
    it('lists everyone, and nothing of a calendar or a consent', async () => {
      const { body } = await graph.local('GET', '/local/people');
      assert.equal(body.length, graph.people().length);
      const keys = ['id', 'tenantId', 'email', 'name', 'jobTitle', 'organisation', 'managerEmail', 'mailbox'];
      assert.deepEqual(Object.keys(body[0] ?? {}), keys);
    });

    it('gives somebody new a mailbox, once', async () => {
      const people = [{ email: 'New.Mentor@example.nhs.uk', name: 'New Mentor' }];
      const first = await graph.local('POST', '/local/people', people);
      assert.deepEqual([first.status, first.body], [201, { added: 1, known: 0 }]);
      const second = await graph.local('POST', '/local/people', people);
      assert.deepEqual([second.status, second.body], [200, { added: 0, known: 1 }]);
      const theirs = graph.as('new.mentor@example.nhs.uk');
      assert.equal((await theirs('GET', '/me')).status, 200);
      assert.deepEqual(await viewOf(theirs), []);
    });

    it('puts somebody new into the tenant of their domain', async () => {
      await graph.local('POST', '/local/people', { email: 'new@example.gov.uk', name: 'New' });
      const added = graph.people().find(person => person.email === 'new@example.gov.uk');
      const council = graph.people().find(person => person.email === 'rosalind.achebe@example.gov.uk');
      assert.equal(added?.tenantId, council?.tenantId);
      assert.equal(added?.mailbox, 'other-tenant');
    });

    it('refuses somebody without an address', async () => {
      assert.equal((await graph.local('POST', '/local/people', { name: 'New' })).status, 400);
    });
  });

  describe('faults', () => {
    const fault = (change: Readonly<Record<string, unknown>>) =>
      graph.local('POST', '/local/faults', { path: '/me/events', ...change });

    it('answer the next calls of a path with a status, then no more', async () => {
      await fault({ times: 2, status: 503, retryAfter: 7 });
      const first = await asSam('POST', '/me/events', meeting);
      assert.equal(first.status, 503);
      assert.equal(first.headers.get('retry-after'), '7');
      assert.equal((await asSam('GET', '/me')).status, 200);
      assert.equal((await asSam('POST', '/me/events', meeting)).status, 503);
      assert.equal(await made(), 0);
      assert.equal((await asSam('POST', '/me/events', meeting)).status, 201);
    });

    it('are found by a regular expression and by method', async () => {
      await fault({ path: 'events/[^/]+$', method: 'GET', status: 500 });
      const { status, body } = await asSam('POST', '/me/events', meeting);
      assert.equal(status, 201);
      assert.equal((await asSam('GET', `/me/events/${body.id}`)).status, 500);
      assert.equal((await asSam('GET', `/me/events/${body.id}`)).status, 200);
    });

    it('can drop the connection before anything happens', async () => {
      await fault({ drop: true });
      await assert.rejects(asSam('POST', '/me/events', meeting));
      assert.equal(await made(), 0);
    });

    it('can lose the answer after the effect, and a retry finds the event', async () => {
      await fault({ loseAnswer: true });
      await assert.rejects(asSam('POST', '/me/events', meeting));
      assert.equal(await made(), 1);
      assert.equal((await asSam('POST', '/me/events', meeting)).status, 201);
      assert.equal(await made(), 1);
    });

    it('can make a call late', async () => {
      await fault({ path: '/me', delayMs: 120 });
      const before = performance.now();
      assert.equal((await asSam('GET', '/me')).status, 200);
      assert.ok(performance.now() - before >= 115);
    });

    it('can answer with a page instead of JSON', async () => {
      await fault({ status: 502, body: '<html>Bad gateway</html>' });
      await assert.rejects(asSam('GET', '/me/events'), SyntaxError);
    });

    it('are cleared at once', async () => {
      await fault({ times: 5, status: 500 });
      assert.equal((await graph.local('DELETE', '/local/faults')).status, 204);
      assert.equal((await asSam('GET', '/me/events')).status, 200);
    });

    it('are refused when they cannot be understood', async () => {
      assert.equal((await fault({ path: '(' })).status, 400);
      assert.equal((await fault({ statusCode: 500 })).status, 400);
    });
  });

  describe('clock', () => {
    it('moves what the calendar calls now, and returns to the real time', async () => {
      const moved = await graph.local('POST', '/local/clock', { now: '2027-03-01T10:00:00Z' });
      assert.equal(moved.body.now, '2027-03-01T10:00:00.000Z');
      const { body } = await asSam('POST', '/me/events', meeting);
      assert.match(String(body.createdDateTime), /^2027-03-01T10:00:0/);
      assert.match(String((await graph.local('GET', '/local/clock')).body.now), /^2027-03-01T10:00:0/);
      await graph.local('DELETE', '/local/clock');
      const now = Date.parse(String((await graph.local('GET', '/local/clock')).body.now));
      assert.ok(Math.abs(now - Date.now()) < 5000);
    });

    it('takes epoch milliseconds and refuses what is no time', async () => {
      const { body } = await graph.local('POST', '/local/clock', { now: Date.parse('2027-03-01T10:00:00Z') });
      assert.equal(body.now, '2027-03-01T10:00:00.000Z');
      assert.equal((await graph.local('POST', '/local/clock', { now: 'soon' })).status, 400);
    });

    it('leaves calendars as they are', async () => {
      const before = (await viewOf(asSam)).map(event => String(event.id));
      await graph.local('POST', '/local/clock', { now: '2027-03-01T10:00:00Z' });
      const after = (await viewOf(asSam)).map(event => String(event.id));
      assert.deepEqual(after, before);
    });
  });

  it('list the calls served since they were cleared, without queries', async () => {
    await graph.local('DELETE', '/local/calls');
    await asSam('GET', '/me?$select=id');
    await asSam('GET', '/users/nobody@example.nhs.uk');
    assert.deepEqual((await graph.local('GET', '/local/calls')).body, [
      { method: 'GET', path: '/v1.0/me', status: 200 },
      { method: 'GET', path: '/v1.0/users/nobody@example.nhs.uk', status: 404 },
    ]);
  });

  it('stand behind the guard, and Graph does not', async () => {
    const guarded = await aGraph({ guard: () => 'Not from here' });
    const refused = await guarded.local('GET', '/local/people');
    assert.deepEqual([refused.status, refused.body.error?.message], [403, 'Not from here']);
    assert.equal((await guarded.as(sam)('GET', '/me')).status, 200);
    await guarded.close();
  });

  it('can be more', async () => {
    const extraRoutes = {
      'GET /local/token': ({ query }: { query: URLSearchParams }) => ({
        status: 200,
        body: { as: query.get('as') },
      }),
    };
    const more = await aGraph({ extraRoutes });
    assert.deepEqual((await more.local('GET', '/local/token?as=sam')).body, { as: 'sam' });
    assert.equal((await more.local('GET', '/local/nothing')).status, 404);
    await more.close();
  });
});
