import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import {
  type Asking,
  aGraph,
  aMeeting,
  london,
  priya,
  sam,
  type TestGraph,
  viewOf,
} from '../local/graph/a-graph.ts';
import { type GraphContract, graphContract } from '../support/graph-contract.ts';

/** Two meetings a week for three weeks, without an attendee. */
const series = {
  subject: 'Reading hour',
  start: { dateTime: '2026-11-30T16:00:00', timeZone: 'GMT Standard Time' },
  end: { dateTime: '2026-11-30T17:00:00', timeZone: 'GMT Standard Time' },
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'wednesday'] },
    range: { type: 'numbered', startDate: '2026-11-30', numberOfOccurrences: 6 },
  },
};
const range = 'startDateTime=2026-11-22T00:00:00Z&endDateTime=2026-12-20T00:00:00Z';
const eventual = { ConsistencyLevel: 'eventual' };

describe('The local Graph held to the description of Microsoft Graph', () => {
  let contract: GraphContract;
  let graph: TestGraph;

  before(async () => {
    const file = process.env.GRAPH_CONTRACT;
    assert.ok(file, 'GRAPH_CONTRACT must name the OpenAPI description of Graph');
    contract = graphContract(file);
    graph = await aGraph({ onCall: contract.check });
  });
  after(() => graph?.close());

  async function expecting(status: number, answer: ReturnType<Asking>) {
    const { status: got, body } = await answer;
    assert.equal(got, status, JSON.stringify(body));
    return body;
  }

  for (const whose of ['me', 'users'] as const) {
    const root = (email: string) => (whose === 'me' ? '/me' : `/users/${email}`);

    it(`keeps to it in every call about meetings under /${whose}`, async () => {
      const [asSam, asPriya] = [graph.as(sam), graph.as(priya)];
      const answerers = ['accept', 'tentativelyAccept', 'decline'];
      for (const answer of answerers) {
        const made = await expecting(
          201,
          asSam('POST', `${root(sam)}/events`, aMeeting({ transactionId: `${whose}-${answer}` }), london),
        );
        const copy = (await viewOf(asPriya)).find(event => String(event.iCalUId) === String(made.iCalUId));
        const body = answer === 'accept' ? { sendResponse: true } : { sendResponse: true, comment: '' };
        await expecting(202, asPriya('POST', `${root(priya)}/events/${copy?.id}/${answer}`, body));
        await expecting(
          200,
          asSam('GET', `${root(sam)}/events/${made.id}?$select=subject,attendees,start`, undefined, london),
        );
        await expecting(200, asSam('PATCH', `${root(sam)}/events/${made.id}`, { subject: 'Meeting' }));
        await expecting(202, asSam('POST', `${root(sam)}/events/${made.id}/cancel`, { comment: '' }));
        await expecting(404, asSam('GET', `${root(sam)}/events/${made.id}`));
      }
    });

    it(`keeps to it in every call about calendars under /${whose}`, async () => {
      const asSam = graph.as(sam);
      const made = await expecting(201, asSam('POST', `${root(sam)}/calendar/events`, series));
      await expecting(200, asSam('GET', `${root(sam)}/events/${made.id}`));
      const { value } = await expecting(
        200,
        asSam('GET', `${root(sam)}/events/${made.id}/instances?${range}`),
      );
      const [first, second] = [...(value ?? [])];
      const start = { dateTime: '2026-12-01T09:00:00', timeZone: 'GMT Standard Time' };
      const end = { dateTime: '2026-12-01T10:00:00', timeZone: 'GMT Standard Time' };
      await expecting(200, asSam('PATCH', `${root(sam)}/events/${first?.id}`, { start, end }));
      await expecting(202, asSam('POST', `${root(sam)}/events/${second?.id}/cancel`, {}));
      await expecting(200, asSam('GET', `${root(sam)}/events/${made.id}`));
      await expecting(200, asSam('GET', `${root(sam)}/events?$top=50`));
      await expecting(200, asSam('GET', `${root(sam)}/calendar/events`));
      for (let next: string | undefined = `${root(sam)}/calendarView?${range}`; next !== undefined; ) {
        const page: Awaited<ReturnType<typeof expecting>> = await expecting(
          200,
          asSam('GET', next, undefined, london),
        );
        next = page['@odata.nextLink'] === undefined ? undefined : String(page['@odata.nextLink']);
      }
      await expecting(204, asSam('DELETE', `${root(sam)}/events/${made.id}`));
      await expecting(200, asSam('GET', `${root(sam)}/calendar`));
      await expecting(200, asSam('GET', `${root(sam)}/mailboxSettings`));
      await expecting(200, asSam('GET', `${root(sam)}/outlook/supportedTimeZones()`));
      const schedules = graph
        .people()
        .map(person => person.email)
        .slice(0, 18);
      const asked = {
        schedules: [...schedules, 'nobody@example.nhs.uk', 'rosalind.achebe@example.gov.uk'],
        startTime: { dateTime: '2026-11-23T00:00:00', timeZone: 'GMT Standard Time' },
        endTime: { dateTime: '2026-12-21T00:00:00', timeZone: 'GMT Standard Time' },
        availabilityViewInterval: 30,
      };
      await expecting(200, asSam('POST', `${root(sam)}/calendar/getSchedule`, asked, london));
    });

    it(`keeps to it in every call about people under /${whose}`, async () => {
      const asSam = graph.as(sam);
      await expecting(200, asSam('GET', root(sam)));
      const expand = '$expand=manager($levels=max;$select=id,displayName)&$count=true';
      await expecting(200, asSam('GET', `${root(sam)}?${expand}`, undefined, eventual));
      await expecting(200, asSam('GET', `${root(sam)}/manager?$select=id,displayName`));
      await expecting(
        200,
        asSam('GET', '/users?$search="displayName:pri"&$select=id,displayName,mail', undefined, eventual),
      );
    });
  }

  it('keeps to it in a batch and in its parts', async () => {
    const requests = [
      { id: '1', method: 'GET', url: '/me?$select=id,userType' },
      { id: '2', method: 'GET', url: `/users/${priya}` },
      { id: '3', method: 'GET', url: '/users/nobody@example.nhs.uk' },
      { id: '4', method: 'GET', url: '/me/manager', dependsOn: ['3'] },
    ];
    await expecting(200, graph.as(sam)('POST', '/$batch', { requests }));
  });

  it('keeps to it in its refusals', async () => {
    const asSam = graph.as(sam);
    await expecting(401, asSam('GET', '/me', undefined, { authorization: 'Bearer nonsense' }));
    await expecting(403, graph.as(sam, { scopes: ['User.Read'] })('GET', '/me/manager'));
    await expecting(403, asSam('GET', `/users/${priya}/events`));
    await expecting(404, asSam('GET', '/users/nobody@example.nhs.uk'));
    await expecting(404, graph.as('graham.hepworth@example.nhs.uk')('GET', `/me/calendarView?${range}`));
    await expecting(501, asSam('GET', '/subscriptions'));
  });

  it('was broken nowhere', () => {
    assert.deepEqual(contract.problems(), []);
    console.log(`Exercised: ${[...contract.exercised().keys()].sort().join(', ')}`);
    console.log(`Never exercised: ${contract.neverExercised().join(', ')}`);
    const own = fileURLToPath(new URL('../support/graph-activity-feed.openapi.json', import.meta.url));
    console.log(
      `Held to a description of the project's own: ${graphContract(own).neverExercised().join(', ')}`,
    );
  });
});
