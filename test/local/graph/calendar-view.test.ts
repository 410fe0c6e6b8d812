import assert from 'node:assert/strict';
import { localPeople } from '../../../infra/local/people/staff.ts';
import {
  type Asking,
  aGraph,
  aMeeting,
  london,
  priya,
  sam,
  type TestGraph,
  testDay,
  viewOf,
} from './a-graph.ts';

const empty = localPeople(testDay).map(person => ({ ...person, commitments: [] }));
const zone = 'GMT Standard Time';
const at = (dateTime: string, timeZone = zone) => ({ dateTime, timeZone });

describe('calendarView of the local Graph', () => {
  let graph: TestGraph;
  let asSam: Asking;
  beforeEach(async () => {
    graph = await aGraph({ people: empty });
    asSam = graph.as(sam);
  });
  afterEach(() => graph.close());

  it('comes in pages of 10 with a link to the next', async () => {
    for (let n = 0; n < 23; n++) await asSam('POST', '/me/events', aMeeting({ subject: `Meeting ${n}` }));
    const sizes: number[] = [];
    const seen = new Set<string>();
    let next = '/me/calendarView?startDateTime=2026-12-03T00:00:00Z&endDateTime=2026-12-04T00:00:00Z';
    while (next !== 'undefined') {
      const { body } = await asSam('GET', next);
      sizes.push(body.value?.length ?? 0);
      for (const event of [...(body.value ?? [])]) seen.add(String(event.id));
      next = String(body['@odata.nextLink']);
    }
    assert.deepEqual(sizes, [10, 10, 3]);
    assert.equal(seen.size, 23);
  });

  it('reads its range in UTC unless the range says otherwise, whatever zone is preferred', async () => {
    await asSam(
      'POST',
      '/me/events',
      aMeeting({ start: at('2026-07-02T10:00:00'), end: at('2026-07-02T10:30:00') }),
    );
    assert.equal((await viewOf(asSam, '2026-07-02T09:00:00', '2026-07-02T09:30:00')).length, 1);
    assert.equal((await viewOf(asSam, '2026-07-02T10:00:00', '2026-07-02T10:30:00')).length, 0);
    const offset = encodeURIComponent('2026-07-02T10:00:00+01:00');
    assert.equal((await viewOf(asSam, offset, encodeURIComponent('2026-07-02T10:30:00+01:00'))).length, 1);
  });

  it('answers in UTC unless a zone is preferred, with seven decimals and no offset', async () => {
    const { body } = await asSam(
      'POST',
      '/me/events',
      aMeeting({ start: at('2026-07-02T10:00:00'), end: at('2026-07-02T10:30:00') }),
    );
    assert.deepEqual(body.start, at('2026-07-02T09:00:00.0000000', 'UTC'));
    const inLondon = await asSam('GET', `/me/events/${body.id}`, undefined, london);
    assert.deepEqual(inLondon.body.start, at('2026-07-02T10:00:00.0000000'));
    assert.match(inLondon.headers.get('preference-applied') ?? '', /outlook\.timezone="GMT Standard Time"/);
    assert.equal(inLondon.body.originalStartTimeZone, zone);
  });

  it('refuses a zone that it does not know', async () => {
    const refused = await asSam('GET', '/me/events', undefined, { Prefer: 'outlook.timezone="Leeds"' });
    assert.equal(refused.status, 400);
  });

  it('gives an all-day event as midnight in the zone of its maker', async () => {
    const allDay = {
      isAllDay: true,
      isOnlineMeeting: false,
      start: at('2026-07-02T00:00:00'),
      end: at('2026-07-03T00:00:00'),
    };
    const { body } = await asSam('POST', '/me/events', aMeeting(allDay));
    assert.deepEqual(body.start, at('2026-07-02T00:00:00.0000000'));
  });

  it('needs both ends of its range', async () => {
    assert.equal((await asSam('GET', '/me/calendarView?startDateTime=2026-12-03T00:00:00Z')).status, 400);
  });

  it('gives only the properties that were selected', async () => {
    await asSam('POST', '/me/events', aMeeting());
    const range = 'startDateTime=2026-12-03T00:00:00Z&endDateTime=2026-12-04T00:00:00Z';
    const { body } = await asSam('GET', `/me/calendarView?${range}&$select=subject,showAs`);
    assert.deepEqual(Object.keys(body.value?.[0] ?? {}).sort(), ['@odata.etag', 'id', 'showAs', 'subject']);
    assert.equal((await asSam('GET', `/me/calendarView?${range}&$select=colour`)).status, 400);
  });

  it('leaves out the body for somebody who may only see the basics', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const basic = graph.as(sam, { scopes: ['Calendars.ReadBasic'] });
    assert.equal((await basic('GET', `/me/events/${body.id}`)).body.body, undefined);
  });

  describe('of a series', () => {
    const weekly = (change: Readonly<Record<string, unknown>> = {}) =>
      aMeeting({
        start: at('2026-10-15T09:00:00'),
        end: at('2026-10-15T10:00:00'),
        recurrence: {
          pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
          range: { type: 'noEnd', startDate: '2026-10-15' },
        },
        ...change,
      });
    const october = () => viewOf(asSam, '2026-10-15T00:00:00Z', '2026-11-05T00:00:00Z');

    it('has one entry for each time, at the same wall time over a change of the clocks', async () => {
      const { body } = await asSam('POST', '/me/events', weekly());
      assert.equal(body.type, 'seriesMaster');
      const view = await october();
      assert.deepEqual(
        view.map(event => String(event.start?.dateTime)),
        ['2026-10-15T09:00:00.0000000', '2026-10-22T09:00:00.0000000', '2026-10-29T09:00:00.0000000'],
      );
      assert.ok(view.every(event => String(event.type) === 'occurrence'));
      const utc = await asSam(
        'GET',
        '/me/calendarView?startDateTime=2026-10-22T00:00:00Z&endDateTime=2026-10-30T00:00:00Z',
      );
      assert.deepEqual(
        [...(utc.body.value ?? [])].map(event => String(event.start?.dateTime).slice(11, 16)),
        ['08:00', '09:00'],
      );
    });

    it('shows a moved time as an exception and leaves out one that was called off', async () => {
      const { body } = await asSam('POST', '/me/events', weekly());
      const [first, second] = await october();
      const moved = await asSam('PATCH', `/me/events/${first?.id}`, {
        start: at('2026-10-16T09:00:00'),
        end: at('2026-10-16T10:00:00'),
      });
      assert.equal(moved.body.type, 'exception');
      assert.equal((await asSam('POST', `/me/events/${second?.id}/cancel`, {})).status, 202);
      const view = await october();
      assert.deepEqual(
        view.map(event => [String(event.type), String(event.start?.dateTime).slice(0, 10)]),
        [
          ['exception', '2026-10-16'],
          ['occurrence', '2026-10-29'],
        ],
      );
      const theirs = await viewOf(graph.as(priya), '2026-10-15T00:00:00Z', '2026-11-05T00:00:00Z');
      assert.equal(theirs.length, 2);
      const master = await asSam('GET', `/me/events/${body.id}`);
      assert.equal(master.body.cancelledOccurrences?.length, 1);
    });

    it('refuses to move one time over the next', async () => {
      await asSam('POST', '/me/events', weekly());
      const [first] = await october();
      const refused = await asSam('PATCH', `/me/events/${first?.id}`, {
        start: at('2026-10-22T12:00:00'),
        end: at('2026-10-22T13:00:00'),
      });
      assert.equal(refused.status, 400);
      assert.equal(refused.body.error?.code, 'ErrorOccurrenceCrossingBoundary');
    });

    it('ends after as many times as it was given', async () => {
      const recurrence = {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['thursday'] },
        range: { type: 'numbered', startDate: '2026-10-15', numberOfOccurrences: 2 },
      };
      const { body } = await asSam('POST', '/me/events', weekly({ recurrence }));
      const range = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z';
      const instances = await asSam('GET', `/me/events/${body.id}/instances?${range}`, undefined, london);
      assert.deepEqual(
        [...(instances.body.value ?? [])].map(event => String(event.start?.dateTime).slice(0, 10)),
        ['2026-10-15', '2026-10-29'],
      );
    });
  });
});
