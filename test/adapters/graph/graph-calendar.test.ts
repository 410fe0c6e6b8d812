import assert from 'node:assert/strict';
import { graphCalendar } from '../../../bot/adapters/graph/graph-calendar.ts';
import { graphClient } from '../../../bot/adapters/graph/graph-client.ts';
import type { Calendar } from '../../../bot/ports/calendar.ts';
import { anEvent, at, meeting } from './graph-event-builder.ts';
import { actingFor, graphError, type Script, type ScriptedGraph, scriptedGraph } from './scripted-graph.ts';

const sam = actingFor('sam');
describe('The Graph calendar', () => {
  let graph: ScriptedGraph;
  const open = async (script: Script): Promise<Calendar> => {
    graph = await scriptedGraph(script);
    return graphCalendar(graphClient({ baseUrl: graph.url, localMode: true, attemptMs: 500 }));
  };
  afterEach(() => graph?.close());
  const asked = (method: string, path: string) =>
    graph.calls.filter(call => call.method === method && call.path === path);

  it('creates a private event without anything in it that somebody typed', async () => {
    const calendar = await open(() => ({ status: 201, body: anEvent() }));
    const made = await calendar.create(sam, meeting);
    assert.deepEqual(made, {
      id: 'event-1',
      iCalUId: 'uid-1',
      interval: meeting.interval,
      transactionId: meeting.transactionId,
      joinUrl: 'https://teams.example/join',
      isOnlineMeeting: true,
      isOrganiser: true,
      isCancelled: false,
      blocks: true,
      attendeeResponse: 'none',
    });
    assert.deepEqual(graph.calls[0]?.body, {
      transactionId: meeting.transactionId,
      subject: 'Meeting: Sam Okoro and Priya Varghese',
      body: { contentType: 'text', content: 'https://mentoring.example/tab/' },
      start: { dateTime: '2027-05-06T09:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2027-05-06T09:30:00', timeZone: 'GMT Standard Time' },
      attendees: [
        {
          type: 'required',
          emailAddress: { address: 'priya.varghese@trust.example', name: 'Priya Varghese' },
        },
      ],
      sensitivity: 'private',
      showAs: 'busy',
      isReminderOn: true,
      reminderMinutesBeforeStart: 15,
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
    });
  });

  it('gives a meeting in person its place and no Teams link', async () => {
    const created = anEvent({ isOnlineMeeting: false, onlineMeeting: null });
    const calendar = await open(() => ({ status: 201, body: created }));
    const made = await calendar.create(sam, { ...meeting, place: 'Library, second floor' });
    assert.equal(made.joinUrl, undefined);
    assert.equal(graph.calls.length, 1);
    const body = Object.entries(graph.calls[0]?.body ?? {});
    assert.deepEqual(Object.fromEntries(body).location, { displayName: 'Library, second floor' });
    assert.equal(Object.fromEntries(body).isOnlineMeeting, false);
  });

  it('T04 makes one event when the answer to the POST is a time-out and the same is sent again', async () => {
    const calendar = await open((_, nth) => (nth === 0 ? { status: 504 } : { status: 201, body: anEvent() }));
    assert.equal((await calendar.create(sam, meeting)).id, 'event-1');
    const sent = asked('POST', '/me/events').map(call => JSON.stringify(call.body));
    assert.equal(sent.length, 2);
    assert.equal(new Set(sent).size, 1);
  });

  it('T04 looks the event up by its transaction id when answers stay away, and when Graph has it already', async () => {
    for (const answer of [{ status: 409, body: graphError('ErrorIrresolvableConflict') }, { drop: true }]) {
      const calendar = await open(call =>
        call.method === 'POST'
          ? answer
          : { body: { value: [anEvent({ transactionId: 'other' }), anEvent()] } },
      );
      assert.equal((await calendar.create(sam, meeting)).transactionId, meeting.transactionId);
      assert.equal(asked('GET', '/me/calendarView').length, 1);
      await graph.close();
    }
  });

  it('T04 says that the effect is unknown when the event cannot be found after a lost answer', async () => {
    const calendar = await open(call => (call.method === 'POST' ? { drop: true } : { body: { value: [] } }));
    await assert.rejects(calendar.create(sam, meeting), { effectUnknown: true });
  });

  it('knows that nothing was made when Graph refuses', async () => {
    const calendar = await open(() => ({ status: 400, body: graphError('ErrorInvalidRequest') }));
    await assert.rejects(calendar.create(sam, meeting), { effectUnknown: false });
    assert.equal(graph.calls.length, 1);
  });

  it('T29 asks once more for a Teams link, and then takes the event as it is', async () => {
    const without = anEvent({ isOnlineMeeting: false, onlineMeeting: null });
    const never = await open(call => ({ status: call.method === 'POST' ? 201 : 200, body: without }));
    const made = await never.create(sam, meeting);
    assert.deepEqual([made.id, made.joinUrl, made.isOnlineMeeting], ['event-1', undefined, false]);
    assert.equal(asked('GET', '/me/events/event-1').length, 1);
    await graph.close();
    const late = await open(call =>
      call.method === 'POST' ? { status: 201, body: without } : { body: anEvent() },
    );
    assert.equal((await late.create(sam, meeting)).joinUrl, 'https://teams.example/join');
  });

  it('T06 sends the time on the wall, winter and summer, and UTC in the hour that comes twice', async () => {
    const calendar = await open(() => ({ body: anEvent() }));
    for (const start of [
      '2026-10-23T08:00:00Z',
      '2026-10-26T09:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
    ])
      await calendar.move(sam, 'event-1', { start: at(start), end: at(start) + 1_800_000 });
    const starts = graph.calls.map(call => Object.fromEntries(Object.entries(call.body ?? {})).start);
    assert.deepEqual(starts, [
      { dateTime: '2026-10-23T09:00:00', timeZone: 'GMT Standard Time' },
      { dateTime: '2026-10-26T09:00:00', timeZone: 'GMT Standard Time' },
      { dateTime: '2026-10-25T00:30:00', timeZone: 'UTC' },
      { dateTime: '2026-10-25T01:30:00', timeZone: 'UTC' },
    ]);
  });

  it('moves an event by its times alone, so that the Teams link stays', async () => {
    const calendar = await open(() => ({ body: anEvent() }));
    const moved = await calendar.move(sam, 'event-1', meeting.interval);
    assert.ok(moved !== 'gone');
    assert.deepEqual(moved.interval, meeting.interval);
    assert.deepEqual(Object.keys(graph.calls[0]?.body ?? {}).sort(), ['end', 'start']);
  });

  it('cancels, and finds nothing left to cancel', async () => {
    const calendar = await open((_, nth) =>
      nth === 0 ? { status: 202 } : { status: 404, body: graphError('ErrorItemNotFound') },
    );
    assert.equal(await calendar.cancel(sam, 'event/1='), 'cancelled');
    assert.equal(await calendar.cancel(sam, 'event/1='), 'gone');
    assert.equal(asked('POST', '/me/events/event/1=/cancel').length, 2);
    assert.ok(graph.calls.every(call => call.path.endsWith('/cancel')));
  });

  it("answers an invitation by the attendee's own copy, found by what both copies share", async () => {
    const copy = anEvent({ id: 'copy-9', isOrganizer: false });
    const calendar = await open(call =>
      call.method === 'GET'
        ? { body: { value: [anEvent({ id: 'x', iCalUId: 'y' }), copy] } }
        : { status: 202 },
    );
    const event = { iCalUId: 'uid-1', interval: meeting.interval };
    assert.equal(await calendar.respond(sam, event, 'accept'), 'sent');
    assert.deepEqual(asked('POST', '/me/events/copy-9/accept')[0]?.body, { sendResponse: true });
    assert.equal(await calendar.respond(sam, { ...event, iCalUId: 'none' }, 'decline'), 'gone');
  });
});
