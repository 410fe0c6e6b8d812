import assert from 'node:assert/strict';
import { graphCalendar } from '../../../bot/adapters/graph/graph-calendar.ts';
import { graphClient } from '../../../bot/adapters/graph/graph-client.ts';
import { CalendarUnavailable, type Schedule } from '../../../bot/ports/calendar.ts';
import { actingFor, busyOf, graphError, type ScriptedGraph, scriptedGraph } from './scripted-graph.ts';

const sam = actingFor('sam');
const mentor = 'priya.varghese@trust.example';
const at = (iso: string) => Date.parse(iso);
const week = { start: at('2026-12-01T00:00:00Z'), end: at('2026-12-08T00:00:00Z') };
const hours = {
  daysOfWeek: ['monday', 'thursday'],
  startTime: '08:30:00.0000000',
  endTime: '17:00:00.0000000',
  timeZone: { name: 'GMT Standard Time' },
};

function item(status: string, start: string, end: string, timeZone = 'GMT Standard Time'): object {
  return { status, start: { dateTime: start, timeZone }, end: { dateTime: end, timeZone } };
}

describe('Schedules from Graph', () => {
  let graph: ScriptedGraph;
  const ask = async (entry: object | undefined, addresses = [mentor], window = week) => {
    graph = await scriptedGraph(() => ({ body: { value: entry ? [entry] : [] } }));
    const calendar = graphCalendar(graphClient({ baseUrl: graph.url, localMode: true }));
    return calendar.schedules(sam, addresses, window);
  };
  const of = async (entry: object, window = week): Promise<Schedule | undefined> =>
    (await ask({ scheduleId: mentor, workingHours: hours, ...entry }, [mentor], window)).get(mentor);
  afterEach(() => graph?.close());

  it('are asked for in one call, for everyone, in UTC', async () => {
    const found = await ask({ scheduleId: mentor.toUpperCase(), scheduleItems: [] }, [
      mentor,
      'Sam.Okoro@trust.example',
      mentor,
    ]);
    assert.deepEqual([...found.keys()], [mentor, 'sam.okoro@trust.example']);
    assert.deepEqual(
      graph.calls.map(call => call.body),
      [
        {
          schedules: [mentor, 'sam.okoro@trust.example'],
          startTime: { dateTime: '2026-12-01T00:00:00.000', timeZone: 'UTC' },
          endTime: { dateTime: '2026-12-08T00:00:00.000', timeZone: 'UTC' },
          availabilityViewInterval: 15,
        },
      ],
    );
  });

  it('tell when somebody works', async () => {
    const schedule = await of({ scheduleItems: [] });
    assert.ok(schedule?.seen);
    assert.deepEqual(schedule.workingHours, {
      days: ['Monday', 'Thursday'],
      startMinute: 510,
      endMinute: 1020,
      timeZone: 'Europe/London',
    });
  });

  it('take a zone of its own making for London only when it is on London time, and no unknown zone', async () => {
    const own = { ...hours, timeZone: { name: 'Customized Time Zone', bias: 0 } };
    const london = await of({ scheduleItems: [], workingHours: own });
    assert.ok(london?.seen && london.workingHours?.timeZone === 'Europe/London');
    for (const timeZone of [{ name: 'Customized Time Zone', bias: 480 }, { name: 'Nowhere' }]) {
      await graph.close();
      const schedule = await of({ scheduleItems: [], workingHours: { ...hours, timeZone } });
      assert.ok(schedule?.seen && schedule.workingHours === undefined);
    }
  });

  it('T07 block the UK date of an all-day event that is busy, whatever zone it was made in, and not a free one', async () => {
    const leave = item(
      'oof',
      '2026-12-03T00:00:00.0000000',
      '2026-12-04T00:00:00.0000000',
      'W. Europe Standard Time',
    );
    const birthday = item('free', '2026-12-04T00:00:00', '2026-12-05T00:00:00');
    assert.deepEqual(busyOf(await of({ scheduleItems: [leave, birthday] })), [
      '2026-12-03T00:00/2026-12-04T00:00',
    ]);
  });

  it('T08 T09 block what is tentative, away or of an unknown kind', async () => {
    const scheduleItems = [
      item('tentative', '2026-12-01T09:00:00', '2026-12-01T10:00:00'),
      item('oof', '2026-12-01T11:00:00', '2026-12-01T12:00:00'),
      item('unknown', '2026-12-01T13:00:00', '2026-12-01T14:00:00'),
    ];
    assert.deepEqual(busyOf(await of({ scheduleItems })), [
      '2026-12-01T09:00/2026-12-01T10:00',
      '2026-12-01T11:00/2026-12-01T12:00',
      '2026-12-01T13:00/2026-12-01T14:00',
    ]);
  });

  it('T10 leave somebody free who works elsewhere, and read the items as well as the view', async () => {
    const elsewhere = item('workingElsewhere', '2026-12-01T00:00:00', '2026-12-01T02:00:00');
    const view = `4444${'4'.repeat(4)}2200`;
    assert.deepEqual(busyOf(await of({ scheduleItems: [elsewhere], availabilityView: view })), [
      '2026-12-01T02:00/2026-12-01T02:30',
    ]);
  });

  it('T11 keep nothing of an event but when it is', async () => {
    const secret = {
      ...item('busy', '2026-12-01T09:00:00', '2026-12-01T10:00:00'),
      subject: 'Scan',
      location: 'Ward',
    };
    const schedule = await of({ scheduleItems: [{ ...secret, isPrivate: true }] });
    assert.deepEqual(Object.keys(schedule ?? {}).sort(), ['busy', 'seen', 'workingHours']);
    assert.ok(!JSON.stringify(schedule).includes('Scan'));
  });

  it('T05 block the longer of the two when a time is in the hour that comes twice', async () => {
    const window = { start: at('2026-10-24T00:00:00Z'), end: at('2026-10-26T00:00:00Z') };
    const scheduleItems = [item('busy', '2026-10-25T01:15:00', '2026-10-25T01:45:00')];
    assert.deepEqual(busyOf(await of({ scheduleItems }, window)), ['2026-10-25T00:15/2026-10-25T01:45']);
  });

  it('T12 are hidden when Graph gives an error, no entry, nothing in it, or what cannot be read', async () => {
    const busy = item('busy', '2026-12-01T09:00:00', '2026-12-01T10:00:00', 'Nowhere');
    const entries = [
      { error: { responseCode: 'ErrorMailRecipientNotFound', message: 'x' }, availabilityView: '' },
      { error: { responseCode: 'MailboxNotEnabledForRESTAPI' } },
      { error: {} },
      { availabilityView: '', scheduleItems: null },
      { scheduleItems: [busy] },
      { scheduleItems: [{ status: 'busy' }] },
      { scheduleItems: 'none' },
    ];
    const why: string[] = [];
    for (const entry of entries) {
      const schedule = await of(entry);
      assert.equal(schedule?.seen, false);
      if (schedule && !schedule.seen) why.push(schedule.why);
      await graph.close();
    }
    assert.deepEqual(why.slice(0, 2), ['not found', 'no mailbox']);
    assert.deepEqual((await ask(undefined)).get(mentor), { seen: false, why: 'not answered' });
  });

  it('T12 T13 are all hidden when the one who asks has no mailbox', async () => {
    graph = await scriptedGraph(() => ({ status: 404, body: graphError('MailboxNotEnabledForRESTAPI') }));
    const calendar = graphCalendar(graphClient({ baseUrl: graph.url, localMode: true }));
    const found = await calendar.schedules(sam, [mentor], week);
    assert.deepEqual(found.get(mentor), { seen: false, why: 'no mailbox' });
  });

  it('are not guessed when Graph is broken, and not asked for beyond what Graph takes', async () => {
    graph = await scriptedGraph(() => ({ status: 400, body: graphError('ErrorInvalidRequest') }));
    const calendar = graphCalendar(graphClient({ baseUrl: graph.url, localMode: true }));
    await assert.rejects(calendar.schedules(sam, [mentor], week), CalendarUnavailable);
    const many = Array.from({ length: 21 }, (_, index) => `p${index}@trust.example`);
    await assert.rejects(calendar.schedules(sam, many, week), RangeError);
    const long = { start: week.start, end: week.start + 62 * 86_400_000 };
    await assert.rejects(calendar.schedules(sam, [mentor], long), RangeError);
  });
});
