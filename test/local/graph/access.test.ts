import assert from 'node:assert/strict';
import { aGraph, aMeeting, asking, priya, sam, type TestGraph } from './a-graph.ts';

const range = 'startDateTime=2026-12-03T00:00:00Z&endDateTime=2026-12-04T00:00:00Z';
const schedule = {
  schedules: [sam],
  startTime: { dateTime: '2026-12-03T09:00:00', timeZone: 'UTC' },
  endTime: { dateTime: '2026-12-03T12:00:00', timeZone: 'UTC' },
};

describe('Access to the local Graph', () => {
  let graph: TestGraph;
  before(async () => {
    graph = await aGraph();
  });
  after(() => graph.close());

  it('needs a token, one that can be verified, for Graph and for somebody of the directory', async () => {
    const refused = [
      asking(`${graph.url}/v1.0`, {}),
      asking(`${graph.url}/v1.0`, { authorization: 'Bearer x.y.z' }),
      graph.as(sam, { audience: 'api://mentoring' }),
      graph.as(sam, { objectId: '00000000-0000-4000-8000-000000000000' }),
      graph.as(sam, { tenantId: '8e47c2aa-91d4-4f3c-b6e0-27a9d5f0c302' }),
    ];
    for (const ask of refused) {
      const { status, body, headers } = await ask('GET', '/me');
      assert.equal(status, 401);
      assert.equal(body.error?.code, 'InvalidAuthenticationToken');
      assert.match(headers.get('www-authenticate') ?? '', /^Bearer /);
    }
  });

  it('takes either name of its audience', async () => {
    const byId = graph.as(sam, { audience: '00000003-0000-0000-c000-000000000000' });
    assert.equal((await byId('GET', '/me')).status, 200);
  });

  it('asks of each calendar call the scope that it needs', async () => {
    const none = graph.as(sam, { scopes: ['User.Read'] });
    const basic = graph.as(sam, { scopes: ['Calendars.ReadBasic'] });
    const read = graph.as(sam, { scopes: ['Calendars.Read'] });
    for (const [ask, method, path, body, status] of [
      [none, 'GET', `/me/calendarView?${range}`, undefined, 403],
      [none, 'POST', '/me/calendar/getSchedule', schedule, 403],
      [basic, 'GET', `/me/calendarView?${range}`, undefined, 200],
      [basic, 'POST', '/me/calendar/getSchedule', schedule, 200],
      [basic, 'POST', '/me/events', aMeeting(), 403],
      [read, 'POST', '/me/events', aMeeting(), 403],
      [read, 'GET', '/me/mailboxSettings', undefined, 403],
    ] as const) {
      const answer = await ask(method, path, body);
      assert.equal(answer.status, status, `${method} ${path}`);
      if (status === 403) assert.equal(answer.body.error?.code, 'ErrorAccessDenied');
    }
  });

  it('does not open the calendar of a colleague', async () => {
    const asSam = graph.as(sam);
    assert.equal((await asSam('GET', `/users/${priya}/calendarView?${range}`)).status, 403);
    assert.equal((await asSam('POST', `/users/${priya}/events`, aMeeting())).status, 403);
    assert.equal((await asSam('GET', `/users/${sam}/calendarView?${range}`)).status, 200);
  });

  it('does not find an event by the id that it has in somebody else’s calendar', async () => {
    const { body } = await graph.as(sam)('POST', '/me/events', aMeeting());
    const { status, body: refused } = await graph.as(priya)('GET', `/me/events/${body.id}`);
    assert.equal(status, 404);
    assert.equal(refused.error?.code, 'ErrorItemNotFound');
  });

  for (const [who, email] of [
    ['an on-premises mailbox', 'graham.hepworth@example.nhs.uk'],
    ['no mailbox', 'dorota.kowalczyk@example.nhs.uk'],
  ] as const) {
    it(`says that somebody with ${who} has no calendar here, but who they are`, async () => {
      const ask = graph.as(email);
      for (const [method, path, body] of [
        ['GET', `/me/calendarView?${range}`, undefined],
        ['POST', '/me/events', aMeeting()],
        ['POST', '/me/calendar/getSchedule', schedule],
      ] as const) {
        const answer = await ask(method, path, body);
        assert.equal(answer.status, 404);
        assert.equal(answer.body.error?.code, 'MailboxNotEnabledForRESTAPI');
      }
      assert.equal((await ask('GET', '/me')).status, 200);
    });
  }

  it('serves four calls about one mailbox at once and asks the fifth to wait', async () => {
    await graph.local('POST', '/local/faults', { path: '/me/calendarView', times: 5, delayMs: 150 });
    const view = () => graph.as(sam)('GET', `/me/calendarView?${range}`);
    const answers = await Promise.all([view(), view(), view(), view(), view()]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 429]);
    const refused = answers.find(({ status }) => status === 429);
    assert.equal(refused?.body.error?.code, 'ApplicationThrottled');
    assert.equal(refused?.headers.get('retry-after'), '1');
    await graph.local('DELETE', '/local/faults');
    assert.equal((await view()).status, 200);
  });

  it('answers errors in the shape of Graph, with the id that the client gave', async () => {
    const { body, headers } = await graph.as(sam)('GET', '/users/nobody@example.nhs.uk', undefined, {
      'client-request-id': 'abc',
    });
    assert.deepEqual(Object.keys(body.error ?? {}), ['code', 'message', 'innerError']);
    assert.equal(body.error?.innerError?.['client-request-id'], 'abc');
    assert.equal(headers.get('client-request-id'), 'abc');
  });

  it('says of what is not built that it is not built', async () => {
    const asSam = graph.as(sam);
    for (const [method, path, body] of [
      ['POST', '/subscriptions', {}],
      ['GET', `/me/calendarView/delta?${range}`, undefined],
      ['POST', '/me/findMeetingTimes', {}],
      ['GET', '/me/messages', undefined],
      ['GET', '/me/events?$filter=contains(subject,%27a%27)', undefined],
    ] as const) {
      const { status, body: refused } = await asSam(method, path, body);
      assert.equal(status, 501, path);
      assert.equal(refused.error?.code, 'NotImplemented');
    }
  });
});
