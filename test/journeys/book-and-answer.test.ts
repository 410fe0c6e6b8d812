import assert from 'node:assert/strict';
import { isRecord } from '../../infra/local/teams/activity.ts';
import {
  bookFirst,
  cardWith,
  first,
  mondayMorning,
  press,
  pressNewest,
  profileIdOf,
  startsOn,
  verbsOn,
  wordsOn,
} from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { assertAllFree, diaryOf, eventsOf, keptOnly, placesOf } from '../support/what-is-held.ts';

const halfHour = 30 * 60_000;
const priya = 'Priya Varghese';

describe('A booked chemistry meeting', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    await mentor.install();
  });
  afterEach(() => world.close());

  it('is in both mailboxes: private, neutral, with a Teams link and one link back, organised by the mentee', async () => {
    const { start } = await bookFirst(world, sam, priya, { shared: 'I would like to lead a ward' });
    const [own, ...more] = await eventsOf(world, sam.name);
    const [invitation, ...others] = await eventsOf(world, priya);
    assert.deepEqual([more, others], [[], []]);
    assert.ok(own && invitation);
    assert.equal(own.iCalUId, invitation.iCalUId);
    assert.deepEqual([own.isOrganizer, invitation.isOrganizer], [true, false]);
    assert.deepEqual([own.start, invitation.start], [start, start]);
    const { subject, sensitivity, isOnlineMeeting, onlineMeeting, transactionId, end, body } = own.body;
    assert.equal(subject, 'Meeting: Sam Okoro and Priya Varghese');
    assert.equal(sensitivity, 'private');
    assert.equal(isOnlineMeeting, true);
    assert.match(JSON.stringify(onlineMeeting), /"joinUrl":"https:\/\/teams\.microsoft\.com\//);
    assert.match(String(transactionId), /^[0-9a-f-]{36}$/);
    assert.equal(Date.parse(`${isRecord(end) ? end.dateTime : ''}Z`), start + halfHour);
    const links = JSON.stringify(body).match(/https:[^"\\<>\s]*/g) ?? [];
    const back = links.filter(link => !link.includes('/meetup-join/'));
    assert.deepEqual(back, [world.scheme.link]);
    assert.doesNotMatch(JSON.stringify(own.body), /lead a ward/);
  });

  it('holds the time in both diaries and a place with the mentor, and leaves nothing to do', async () => {
    const { start } = await bookFirst(world, sam, priya);
    const { meeting, intent, pair } = await keptOnly(world, sam, priya);
    assert.deepEqual([meeting.stage, intent, pair?.openMeetingId], ['waiting', undefined, meeting.id]);
    const held = [{ start, end: start + halfHour, meetingId: meeting.id }];
    assert.deepEqual(await diaryOf(world, sam), held);
    assert.deepEqual(await diaryOf(world, mentor), held);
    assert.equal((await placesOf(world, profileIdOf(world, priya))).length, 1);
  });

  it('shows the mentor a card at once: who, what was shared, when, and three answers', async () => {
    await bookFirst(world, sam, priya, { shared: 'I would like to lead a ward' });
    const { card } = await cardWith(mentor, 'accept');
    assert.match(wordsOn(card), /Sam Okoro would like a chemistry meeting with you/);
    assert.match(wordsOn(card), /I would like to lead a ward/);
    assert.deepEqual(verbsOn(card), ['accept', 'another-time', 'not-now']);
  });

  it("is accepted by the mentor's own answer to the invitation, and the mentee's card tells it", async () => {
    const { cardId } = await bookFirst(world, sam, priya);
    const said = sam.messages().length;
    await pressNewest(world, mentor, 'accept');
    const [own] = await eventsOf(world, sam.name);
    assert.match(JSON.stringify(own?.body.attendees), /"response":"accepted"/);
    assert.equal((await keptOnly(world, sam, priya)).meeting.stage, 'agreed');
    const told = sam.messages();
    const card = first(told.find(each => each.id === cardId)?.cards ?? []);
    assert.match(wordsOn(card), /Priya said yes/);
    assert.deepEqual(
      told.slice(said).map(each => each.text),
      ['Priya Varghese: Priya said yes. It is in both calendars.'],
    );
  });

  it('moves when the mentor asks for another time and the mentee chooses one: same event, same link, asked anew', async () => {
    const { start } = await bookFirst(world, sam, priya);
    const [before] = await eventsOf(world, sam.name);
    await pressNewest(world, mentor, 'another-time');
    assert.equal((await keptOnly(world, sam, priya)).meeting.stage, 'moving');
    const times = await pressNewest(world, sam, 'move');
    const to = first(startsOn(times.card));
    assert.notEqual(to, start);
    const { cardId } = await cardWith(sam, 'move');
    const { meeting } = await keptOnly(world, sam, priya);
    const moves = { pairId: meeting.pairId, meetingId: meeting.id };
    const data = { profileId: profileIdOf(world, priya), moves, start: to, opId: 'op-move' };
    await press(sam, 'move-to', data, { cardId });
    await world.settled();
    const [own] = await eventsOf(world, sam.name);
    const [invitation] = await eventsOf(world, priya);
    assert.deepEqual([own?.start, invitation?.start], [to, to]);
    assert.equal(own?.id, before?.id);
    assert.deepEqual(own?.body.onlineMeeting, before?.body.onlineMeeting);
    const kept = await keptOnly(world, sam, priya);
    assert.deepEqual([kept.meeting.stage, kept.intent], ['waiting', undefined]);
    const held = [{ start: to, end: to + halfHour, meetingId: meeting.id }];
    assert.deepEqual([await diaryOf(world, sam), await diaryOf(world, mentor)], [held, held]);
    assert.match(wordsOn((await cardWith(mentor, 'accept')).card), /Can you make it/);
  });

  it('may be moved by the mentee, agreed or not', async () => {
    await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'accept');
    const times = await pressNewest(world, sam, 'move');
    const to = first(startsOn(times.card));
    const { meeting } = await keptOnly(world, sam, priya);
    const moves = { pairId: meeting.pairId, meetingId: meeting.id };
    await press(sam, 'move-to', { profileId: profileIdOf(world, priya), moves, start: to, opId: 'op-1' });
    await world.settled();
    assert.deepEqual(
      (await eventsOf(world, priya)).map(event => event.start),
      [to],
    );
    assert.equal((await keptOnly(world, sam, priya)).meeting.stage, 'waiting');
  });

  it('frees diaries, place and calendars when the mentor says not now, without a reason; the mentee is told', async () => {
    const { cardId } = await bookFirst(world, sam, priya);
    const { body } = await pressNewest(world, mentor, 'not-now');
    assert.doesNotMatch(JSON.stringify(body), /[Rr]eason/);
    await assertAllFree(world, sam, priya);
    assert.deepEqual(await eventsOf(world, priya), []);
    const card = first(sam.messages().find(each => each.id === cardId)?.cards ?? []);
    assert.match(wordsOn(card), /Priya cannot take this on now/);
  });

  it('offers the mentee the two colleagues whom the mentor names', async () => {
    const { cardId } = await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'not-now');
    const [grace, fiona] = [profileIdOf(world, 'Grace Oyelaran'), profileIdOf(world, 'Fiona Sutcliffe')];
    const { meeting } = await keptOnly(world, sam, priya);
    const data = { pairId: meeting.pairId, meetingId: meeting.id, opId: 'op-s', first: grace, second: fiona };
    await press(mentor, 'suggest', data);
    await world.settled();
    const card = first(sam.messages().find(each => each.id === cardId)?.cards ?? []);
    assert.match(wordsOn(card), /Priya suggests asking these colleagues/);
    assert.deepEqual(verbsOn(card), ['choose-time', 'choose-time', 'more']);
    await assertAllFree(world, sam, priya);
  });

  it('is out of both calendars when the mentee cancels, and the mentor is told', async () => {
    await bookFirst(world, sam, priya);
    await pressNewest(world, sam, 'cancel');
    await assertAllFree(world, sam, priya);
    assert.deepEqual(await eventsOf(world, priya), []);
    assert.match(mentor.messages().at(-1)?.text ?? '', /Sam cancelled it/);
  });

  it("is declined with the mentor's sign-in and cancelled with the mentee's when the mentor cancels", async () => {
    await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'accept');
    await world.local('calls', { method: 'DELETE' });
    await pressNewest(world, mentor, 'cancel');
    const { body } = await world.local('calls');
    assert.match(JSON.stringify(body), /\/decline.*\/cancel/);
    await assertAllFree(world, sam, priya);
    assert.deepEqual(await eventsOf(world, priya), []);
    assert.match(sam.messages().at(-1)?.text ?? '', /Priya cancelled it/);
  });
});
