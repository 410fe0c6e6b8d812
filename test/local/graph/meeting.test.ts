import assert from 'node:assert/strict';
import { type Asking, aGraph, aMeeting, london, priya, sam, type TestGraph, viewOf } from './a-graph.ts';

const transactionId = '7e163156-7762-4beb-a1c6-729ea81755a7';

describe('A meeting in the local Graph', () => {
  let graph: TestGraph;
  let asSam: Asking;
  let asPriya: Asking;

  beforeEach(async () => {
    graph = await aGraph();
    asSam = graph.as(sam);
    asPriya = graph.as(priya);
  });
  afterEach(() => graph.close());

  async function copyOf(ask: Asking, iCalUId: unknown) {
    return (await viewOf(ask)).find(event => event.iCalUId === iCalUId);
  }

  it('is in both calendars, under one iCalUId and two ids, the invitation tentative', async () => {
    const { status, body } = await asSam('POST', '/me/events', aMeeting(), london);
    assert.equal(status, 201);
    const theirs = await copyOf(asPriya, body.iCalUId);
    assert.notEqual(theirs?.id, body.id);
    assert.equal(theirs?.showAs, 'tentative');
    assert.equal(theirs?.responseStatus?.response, 'notResponded');
    assert.equal(theirs?.isOrganizer, false);
    const ours = await copyOf(asSam, body.iCalUId);
    assert.equal(ours?.id, body.id);
    assert.equal(ours?.showAs, 'busy');
  });

  it('carries a Teams link, in the same place for both', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting(), london);
    assert.equal(body.isOnlineMeeting, true);
    assert.match(String(body.onlineMeeting?.joinUrl), /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    assert.equal(body.onlineMeetingUrl, null);
    const theirs = await copyOf(asPriya, body.iCalUId);
    assert.deepEqual(theirs?.onlineMeeting, body.onlineMeeting);
  });

  it('has no Teams link where Teams is switched off for the calendar', async () => {
    const person = graph.people().find(one => !one.onlineMeetings);
    const { status, body } = await graph.as(person?.email ?? '')('POST', '/me/events', aMeeting());
    assert.equal(status, 201);
    assert.equal(body.isOnlineMeeting, false);
    assert.equal(body.onlineMeeting, null);
  });

  it('is made once however often its transactionId is posted', async () => {
    const meeting = aMeeting({ transactionId });
    const first = await asSam('POST', '/me/events', meeting);
    const second = await asSam('POST', '/me/events', meeting);
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.equal(second.body.id, first.body.id);
    const view = await viewOf(asSam);
    assert.equal(view.filter(event => String(event.transactionId) === transactionId).length, 1);
  });

  it('answers 409 to a repeated transactionId when told so', async () => {
    const strict = await aGraph({ duplicateTransaction: 'conflict' });
    const ask = strict.as(sam);
    const meeting = aMeeting({ transactionId });
    await ask('POST', '/me/events', meeting);
    const second = await ask('POST', '/me/events', meeting);
    assert.equal(second.status, 409);
    assert.equal(
      (await viewOf(ask)).filter(event => String(event.transactionId) === transactionId).length,
      1,
    );
    await strict.close();
  });

  it('is accepted by the attendee and the organiser sees it', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    const answer = await asPriya('POST', `/me/events/${theirs?.id}/accept`, { sendResponse: true });
    assert.equal(answer.status, 202);
    const ours = await copyOf(asSam, body.iCalUId);
    assert.equal(ours?.attendees?.[0]?.status?.response, 'accepted');
    assert.equal((await copyOf(asPriya, body.iCalUId))?.showAs, 'busy');
  });

  it('leaves the calendar of an attendee who declines, and the organiser sees it', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    assert.equal((await asPriya('POST', `/me/events/${theirs?.id}/decline`, {})).status, 202);
    assert.equal(await copyOf(asPriya, body.iCalUId), undefined);
    assert.equal((await copyOf(asSam, body.iCalUId))?.attendees?.[0]?.status?.response, 'declined');
  });

  it('says nothing to the organiser when the answer is not to be sent', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    await asPriya('POST', `/me/events/${theirs?.id}/accept`, { sendResponse: false });
    assert.equal((await copyOf(asSam, body.iCalUId))?.attendees?.[0]?.status?.response, 'none');
  });

  it('shows the organiser another time that the attendee proposes', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    const proposedNewTime = {
      start: { dateTime: '2026-12-03T14:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-12-03T14:30:00', timeZone: 'GMT Standard Time' },
    };
    await asPriya('POST', `/me/events/${theirs?.id}/tentativelyAccept`, { proposedNewTime });
    const attendee = (await copyOf(asSam, body.iCalUId))?.attendees?.[0];
    assert.equal(attendee?.status?.response, 'tentativelyAccepted');
    assert.equal(attendee?.proposedNewTime?.start?.dateTime, '2026-12-03T14:00:00.0000000');
  });

  it('cannot be answered by its organiser', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    assert.equal((await asSam('POST', `/me/events/${body.id}/accept`, {})).status, 400);
  });

  it('cannot be cancelled by an attendee', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    const refused = await asPriya('POST', `/me/events/${theirs?.id}/cancel`, {});
    assert.equal(refused.status, 400);
    assert.equal(refused.body.error?.message, 'You need to be an organizer to cancel a meeting.');
    assert.notEqual(await copyOf(asSam, body.iCalUId), undefined);
  });

  it('leaves both calendars when its organiser cancels it', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const cancelled = await asSam('POST', `/me/events/${body.id}/cancel`, { comment: '' });
    assert.equal(cancelled.status, 202);
    assert.equal(await copyOf(asSam, body.iCalUId), undefined);
    assert.equal(await copyOf(asPriya, body.iCalUId), undefined);
    const again = await asSam('POST', `/me/events/${body.id}/cancel`, {});
    assert.equal(again.status, 404);
    assert.equal(again.body.error?.code, 'ErrorItemNotFound');
  });

  it('leaves both calendars when its organiser deletes it, and one when an attendee does', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    assert.equal((await asPriya('DELETE', `/me/events/${theirs?.id}`)).status, 204);
    assert.notEqual(await copyOf(asSam, body.iCalUId), undefined);
    assert.equal((await asSam('DELETE', `/me/events/${body.id}`)).status, 204);
    assert.equal(await copyOf(asSam, body.iCalUId), undefined);
  });

  it('moves in both calendars and asks the attendee again', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const before = await copyOf(asPriya, body.iCalUId);
    await asPriya('POST', `/me/events/${before?.id}/accept`, {});
    const moved = await asSam('PATCH', `/me/events/${body.id}`, {
      start: { dateTime: '2026-12-03T11:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-12-03T11:30:00', timeZone: 'GMT Standard Time' },
    });
    assert.equal(moved.status, 200);
    assert.equal(moved.body.attendees?.[0]?.status?.response, 'none');
    const after = await copyOf(asPriya, body.iCalUId);
    assert.equal(after?.id, before?.id);
    assert.equal(after?.start?.dateTime, '2026-12-03T11:00:00.0000000');
    assert.equal(after?.responseStatus?.response, 'notResponded');
    assert.equal(after?.showAs, 'tentative');
  });

  it('moves only in the calendar of an attendee who drags their own copy', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    await asPriya('PATCH', `/me/events/${theirs?.id}`, {
      start: { dateTime: '2026-12-03T15:00:00', timeZone: 'GMT Standard Time' },
      end: { dateTime: '2026-12-03T15:30:00', timeZone: 'GMT Standard Time' },
    });
    assert.equal((await copyOf(asSam, body.iCalUId))?.start?.dateTime, '2026-12-03T10:00:00.0000000');
  });

  it('keeps its Teams link over a new time and loses it with a body that leaves it out', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const moved = await asSam('PATCH', `/me/events/${body.id}`, { subject: 'Meeting' });
    assert.deepEqual(moved.body.onlineMeeting, body.onlineMeeting);
    const bare = await asSam('PATCH', `/me/events/${body.id}`, {
      body: { contentType: 'html', content: 'x' },
    });
    assert.equal(bare.body.isOnlineMeeting, false);
  });

  it('refuses a change made on an older reading', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const etag = String(body['@odata.etag']);
    const first = await asSam('PATCH', `/me/events/${body.id}`, { subject: 'A' }, { 'If-Match': etag });
    const second = await asSam('PATCH', `/me/events/${body.id}`, { subject: 'B' }, { 'If-Match': etag });
    assert.deepEqual([first.status, second.status], [200, 412]);
  });

  it('keeps one id in each of the two kinds of id', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting(), london);
    const changeable = await asSam('GET', `/me/events/${body.id}`);
    assert.notEqual(changeable.body.id, body.id);
    const immutable = await asSam('GET', `/me/events/${changeable.body.id}`, undefined, london);
    assert.equal(immutable.body.id, body.id);
  });

  it('reaches an attendee who is added later, and no more one who has declined', async () => {
    const { body } = await asSam('POST', '/me/events', aMeeting());
    const theirs = await copyOf(asPriya, body.iCalUId);
    await asPriya('POST', `/me/events/${theirs?.id}/decline`, {});
    const grace = 'grace.oyelaran@example.nhs.uk';
    const attendees = [priya, grace].map(address => ({ emailAddress: { address }, type: 'required' }));
    await asSam('PATCH', `/me/events/${body.id}`, { attendees });
    assert.notEqual(await copyOf(graph.as(grace), body.iCalUId), undefined);
    assert.equal(await copyOf(asPriya, body.iCalUId), undefined);
    await asSam('PATCH', `/me/events/${body.id}`, { attendees: attendees.slice(0, 1) });
    assert.equal(await copyOf(graph.as(grace), body.iCalUId), undefined);
  });

  it('reaches an attendee of another tenant, whose calendar stays hidden', async () => {
    const ifeoma = 'ifeoma.nwosu@example.gov.uk';
    const attendees = [{ emailAddress: { address: ifeoma, name: 'Ifeoma Nwosu' }, type: 'required' }];
    const { body } = await asSam('POST', '/me/events', aMeeting({ attendees }));
    assert.notEqual(await copyOf(graph.as(ifeoma), body.iCalUId), undefined);
  });

  for (const [what, change] of [
    ['an end before its start', { end: { dateTime: '2026-12-03T09:00:00', timeZone: 'GMT Standard Time' } }],
    ['an unknown zone', { start: { dateTime: '2026-12-03T10:00:00', timeZone: 'Leeds' } }],
    ['a time that is none', { start: { dateTime: 'Thursday at ten', timeZone: 'UTC' } }],
    ['a property that no event has', { isOnline: true }],
    ['a read-only property', { iCalUId: 'x' }],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      const refused = await asSam('POST', '/me/events', aMeeting(change));
      assert.equal(refused.status, 400);
      assert.equal(typeof refused.body.error?.code, 'string');
    });
  }
});
