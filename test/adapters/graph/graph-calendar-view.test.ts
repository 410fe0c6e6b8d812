import assert from 'node:assert/strict';
import { graphCalendar } from '../../../bot/adapters/graph/graph-calendar.ts';
import { graphClient } from '../../../bot/adapters/graph/graph-client.ts';
import { type Calendar, CalendarUnavailable } from '../../../bot/ports/calendar.ts';
import { SignInRequired } from '../../../bot/ports/sign-in.ts';
import { anEvent, at, meeting } from './graph-event-builder.ts';
import {
  type Asked,
  actingFor,
  graphError,
  type Script,
  type ScriptedGraph,
  scriptedGraph,
} from './scripted-graph.ts';

const sam = actingFor('sam');

describe("A person's own calendar from Graph", () => {
  let graph: ScriptedGraph;
  const open = async (script: Script): Promise<Calendar> => {
    graph = await scriptedGraph(script);
    return graphCalendar(graphClient({ baseUrl: graph.url, localMode: true, attemptMs: 500 }));
  };
  afterEach(() => graph?.close());

  it('T11 asks for no subject, text or place of what is in a calendar', async () => {
    const calendar = await open(() => ({ body: { value: [anEvent()] } }));
    await calendar.view(sam, meeting.interval);
    const fields = graph.calls[0]?.query.get('$select')?.split(',') ?? [];
    assert.ok(fields.includes('showAs'));
    assert.ok(
      !fields.some(field => ['subject', 'body', 'bodyPreview', 'location', 'locations'].includes(field)),
    );
  });

  describe('T28 a long calendar', () => {
    const page = (asked: Asked, total: number, link: (from: number) => string) => {
      const from = Number(asked.query.get('$skip') ?? 0);
      const value = Array.from({ length: 10 }, (_, index) => anEvent({ id: `event-${from + index}` }));
      return { body: { value, ...(from + 10 < total && { '@odata.nextLink': link(from + 10) }) } };
    };
    const next = (from: number) => `${graph.url}/v1.0/me/calendarView?$skip=${from}`;

    it('T28 is read to its last page', async () => {
      const calendar = await open(asked => page(asked, 1_500, next));
      const events = await calendar.view(sam, meeting.interval);
      assert.equal(new Set(events.map(event => event.id)).size, 1_500);
      assert.equal(graph.calls.length, 150);
    });

    it('T28 is not read at all when the token ends on the way', async () => {
      const calendar = await open((asked, nth) =>
        nth === 39
          ? { status: 401, body: graphError('InvalidAuthenticationToken') }
          : page(asked, 1_500, next),
      );
      await assert.rejects(
        calendar.view(sam, meeting.interval),
        (error: Error) => error instanceof SignInRequired,
      );
    });

    it('T28 is not read at all when a page is no page, an event no event, or a link leads elsewhere', async () => {
      const elsewhere: Script = asked =>
        page(asked, 30, () => 'https://elsewhere.example/v1.0/me/calendarView');
      for (const script of [
        elsewhere,
        () => ({ html: '<p>Sign in</p>' }),
        () => ({ body: { value: [{ id: 'event-1' }] } }),
        () => ({
          body: { value: [anEvent({ start: { dateTime: '2027-05-06T09:00:00', timeZone: 'Nowhere' } })] },
        }),
      ] satisfies Script[]) {
        const calendar = await open(script);
        await assert.rejects(calendar.view(sam, meeting.interval), CalendarUnavailable);
        await graph.close();
      }
    });
  });

  it('T07 T10 tells what blocks: not what is free or elsewhere, and whole dates where it is all day', async () => {
    const allDay = {
      id: 'leave',
      isAllDay: true,
      showAs: 'oof',
      start: { dateTime: '2027-05-06T00:00:00.0000000', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2027-05-07T00:00:00.0000000', timeZone: 'W. Europe Standard Time' },
    };
    const shown = ['free', 'workingElsewhere', 'tentative', 'busy', 'unknown'];
    const others = shown.map(showAs => anEvent({ id: showAs, showAs }));
    const calendar = await open(() => ({ body: { value: [anEvent(allDay), ...others] } }));
    const [leave, ...rest] = await calendar.view(sam, meeting.interval);
    assert.deepEqual(leave?.interval, { start: at('2027-05-05T23:00:00Z'), end: at('2027-05-06T23:00:00Z') });
    assert.equal(leave?.blocks, true);
    assert.deepEqual(
      rest.map(event => event.blocks),
      [false, false, true, true, true],
    );
  });
});
