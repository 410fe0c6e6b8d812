import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  book,
  cardWith,
  dataOf,
  first,
  mondayMorning,
  press,
  pressNewest,
  profileIdOf,
  startsOn,
  verbsOn,
  wordsOn,
} from '../support/booking-by-chat.ts';
import {
  bookSession,
  eventsAhead,
  goOn,
  lengthOf,
  nowIn,
  sessionsOf,
  sessionTimes,
  setGoesOn,
} from '../support/going-on.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { diaryOf, isOpen, placesOf } from '../support/what-is-held.ts';

const minuteMs = 60_000;
const priya = 'Priya Varghese';

describe('A session of two who go on', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  let pairId: string;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    pairId = await goOn(world, sam, priya);
  });
  afterEach(() => world.close());

  const ahead = (who: string) => eventsAhead(world, who);
  const held = async (person: TeamsPerson, after: number) =>
    (await diaryOf(world, person)).filter(({ start }) => start >= after);
  const only = async () => first(await sessionsOf(world, sam, priya));

  it('is 45 minutes in both mailboxes: private, neutral, with a Teams link, organised by the mentee who booked it', async () => {
    const start = first(await sessionTimes(sam, pairId));
    const { card } = await bookSession(world, sam, { pairId, start });
    assert.match(wordsOn(card), /^Session with Priya Varghese\nIn both calendars\. Waiting for Priya\.\n/);
    const [own, ...more] = await ahead(sam.name);
    const [invitation, ...others] = await ahead(priya);
    assert.deepEqual([more, others], [[], []]);
    assert.ok(own && invitation);
    assert.deepEqual([own.isOrganizer, invitation.isOrganizer], [true, false]);
    for (const event of [own, invitation]) {
      assert.deepEqual([event.start, lengthOf(event)], [start, 45]);
      assert.equal(event.body.sensitivity, 'private');
      assert.equal(event.body.subject, 'Meeting: Sam Okoro and Priya Varghese');
      assert.match(JSON.stringify(event.body.onlineMeeting), /"joinUrl":"https:\/\/teams\.microsoft\.com\//);
    }
    const { meeting, intent } = await only();
    assert.deepEqual([meeting.stage, meeting.kind, intent], ['waiting', 'session', undefined]);
    const entry = [{ start, end: start + 45 * minuteMs, meetingId: meeting.id }];
    assert.deepEqual([await held(sam, start), await held(mentor, start)], [entry, entry]);
  });

  it('is 60 minutes where the mentor books it so; the mentor organises, and the mentee says yes', async () => {
    const start = first(await sessionTimes(mentor, pairId, { minutes: 60 }));
    await bookSession(world, mentor, { pairId, start, minutes: 60 });
    const [own] = await ahead(priya);
    const [invitation] = await ahead(sam.name);
    assert.ok(own && invitation);
    assert.deepEqual([own.isOrganizer, invitation.isOrganizer], [true, false]);
    assert.deepEqual([lengthOf(own), lengthOf(invitation), invitation.start], [60, 60, start]);
    const { card } = await cardWith(sam, 'accept');
    assert.match(wordsOn(card), /^Priya Varghese would like a session with you\nIt is in your calendar/);
    assert.deepEqual(verbsOn(card), ['accept', 'another-time', 'cancel']);
    await pressNewest(world, sam, 'accept');
    assert.equal((await only()).meeting.stage, 'agreed');
    assert.match(JSON.stringify((await ahead(priya))[0]?.body.attendees), /"response":"accepted"/);
    assert.match(wordsOn(mentor.messages().at(-1)?.cards[0]), /Sam said yes/);
  });

  it('in person has its place and no Teams link, and keeps the way there free in both diaries', async () => {
    const start = first(await sessionTimes(sam, pairId));
    await bookSession(world, sam, { pairId, start, mode: 'in person', place: 'Library, second floor' });
    const [own] = await ahead(sam.name);
    assert.equal(own?.body.isOnlineMeeting, false);
    assert.match(JSON.stringify(own?.body.location), /Library, second floor/);
    const [entry] = await held(mentor, start - 30 * minuteMs);
    assert.deepEqual([entry?.start, entry?.end], [start - 30 * minuteMs, start + 75 * minuteMs]);
  });

  it('takes no new place with the mentor, and leaves the place of the two when it is cancelled by either', async () => {
    const places = () => placesOf(world, profileIdOf(world, priya));
    const before = await places();
    assert.equal(before.length, 1);
    for (const by of [sam, mentor]) {
      const start = first(await sessionTimes(sam, pairId));
      await bookSession(world, sam, { pairId, start });
      assert.deepEqual(await places(), before);
      const { meeting } = first(
        (await sessionsOf(world, sam, priya)).filter(each => each.meeting.stage === 'waiting'),
      );
      const cancel = { pairId, meetingId: meeting.id, opId: randomUUID() };
      const { card } = await press(by, 'cancel', cancel);
      await world.settled();
      assert.match(wordsOn(card), /^Session with .+\nYou cancelled it\./);
      assert.deepEqual(verbsOn(card), ['session-times']);
      assert.deepEqual([await ahead(sam.name), await ahead(priya)], [[], []]);
      assert.deepEqual([await held(sam, start), await held(mentor, start)], [[], []]);
      assert.deepEqual(await places(), before);
    }
    assert.ok((await sessionsOf(world, sam, priya)).every(kept => !isOpen(kept)));
  });

  it('is one where both press a time of the same decision at once, and both see it', async () => {
    const [one, another] = await sessionTimes(sam, pairId);
    assert.ok(one && another);
    const opId = randomUUID();
    const cards = await Promise.all([
      bookSession(world, sam, { pairId, start: one, opId }),
      bookSession(world, mentor, { pairId, start: another, opId }),
    ]);
    assert.equal((await sessionsOf(world, sam, priya)).length, 1);
    const { start } = first(await ahead(sam.name));
    assert.deepEqual(
      [await ahead(sam.name), await ahead(priya)].map(events => events.map(event => event.start)),
      [[start], [start]],
    );
    assert.equal((await held(sam, one)).length, 1);
    const later = await bookSession(world, start === one ? mentor : sam, { pairId, start: another, opId });
    assert.match(wordsOn(later.card), /would like a session with you|Session with/);
    assert.equal((await ahead(priya)).length, 1);
    for (const { card, message } of cards)
      assert.match(card ? wordsOn(card) : (message ?? ''), /session with|still putting it/i);
  });

  it('is refused at a time that the two have taken meanwhile, with other times', async () => {
    const start = first(await sessionTimes(sam, pairId));
    const answers = await Promise.all([
      bookSession(world, sam, { pairId, start }),
      bookSession(world, mentor, { pairId, start: start + 30 * minuteMs, minutes: 60 }),
    ]);
    const words = answers.map(({ card }) => wordsOn(card));
    assert.equal(words.filter(each => /In both calendars/.test(each)).length, 1, words.join('\n'));
    assert.equal(words.filter(each => /minutes with .+\nThat time has just gone/.test(each)).length, 1);
    assert.deepEqual([(await ahead(sam.name)).length, (await ahead(priya)).length], [1, 1]);
    assert.equal((await held(mentor, start)).length, 1);
  });

  it('may have others ahead of it, each an event of its own', async () => {
    const [one, , , another] = await sessionTimes(sam, pairId);
    assert.ok(one && another);
    await bookSession(world, sam, { pairId, start: one });
    await bookSession(world, mentor, { pairId, start: another });
    const own = await ahead(sam.name);
    assert.deepEqual(
      own.map(event => event.start).sort((a, b) => a - b),
      [one, another].sort((a, b) => a - b),
    );
    assert.equal(new Set(own.map(event => event.iCalUId)).size, 2);
  });

  it('moves, as long as it was, when the invited asks for another time and the organiser chooses one', async () => {
    const start = first(await sessionTimes(mentor, pairId, { minutes: 60 }));
    await bookSession(world, mentor, { pairId, start, minutes: 60 });
    const [before] = await ahead(priya);
    await pressNewest(world, sam, 'another-time');
    assert.equal((await only()).meeting.stage, 'moving');
    assert.match(wordsOn(mentor.messages().at(-1)?.cards[0]), /Sam asks for another time/);
    const { meeting } = await only();
    const times = await press(mentor, 'move', { pairId, meetingId: meeting.id });
    assert.match(wordsOn(times.card), /^60 minutes with Sam Okoro/);
    const to = first(startsOn(times.card));
    const confirm = await press(mentor, 'pick', dataOf(times.card, 'pick'));
    assert.match(wordsOn(confirm.card), /^Move your session with Sam Okoro\n/);
    await press(mentor, 'move-to', dataOf(confirm.card, 'move-to'));
    await world.settled();
    const [own] = await ahead(priya);
    const [invitation] = await ahead(sam.name);
    assert.ok(own && invitation);
    assert.deepEqual([own.id, own.start, lengthOf(own)], [before?.id, to, 60]);
    assert.deepEqual([invitation.start, lengthOf(invitation)], [to, 60]);
    const entry = [{ start: to, end: to + 60 * minuteMs, meetingId: meeting.id }];
    assert.deepEqual([await held(sam, to), await held(mentor, to)], [entry, entry]);
    assert.match(wordsOn((await cardWith(sam, 'accept')).card), /would like a session with you/);
  });

  it('is refused to two who do not go on, before and after, and is nobody else’s to book or see', async () => {
    const start = first(await sessionTimes(sam, pairId));
    const grace = world.person('Grace Oyelaran');
    const notHers = await bookSession(world, grace, { pairId, start });
    assert.match(notHers.message ?? '', /not here, or it is not yours to see/);
    await setGoesOn(world, pairId);
    for (const person of [sam, mentor]) {
      for (const verb of ['book-session', 'session-times']) {
        const { message } = await press(person, verb, { pairId, start, opId: randomUUID() });
        assert.match(message ?? '', /^Sessions are for 2 people who both go on\./);
      }
    }
    assert.deepEqual(await sessionsOf(world, sam, priya), []);
    assert.deepEqual(await ahead(sam.name), []);
  });

  it('is not booked for two who end while it is being booked', async () => {
    const start = first(await sessionTimes(sam, pairId));
    const [answer] = await Promise.all([
      bookSession(world, sam, { pairId, start }),
      setGoesOn(world, pairId).catch(() => setGoesOn(world, pairId)),
    ]);
    const kept = await sessionsOf(world, sam, priya);
    assert.equal(kept.length, answer.card ? 1 : 0);
    assert.equal((await ahead(priya)).length, kept.length);
  });

  it('takes the place of chemistry meetings: a mentor with whom one goes on is not asked for another', async () => {
    const start = first(await sessionTimes(sam, pairId));
    const { message } = await book(world, sam, priya, { start });
    assert.match(message ?? '', /^The 2 of you go on already\. Type “book a session”/);
    assert.deepEqual(await ahead(sam.name), []);
  });

  it('is refused to the mentee while the mentor is on a break, who may book one all the same', async () => {
    const start = first(await sessionTimes(sam, pairId));
    await mentor.say('pause me until 5 January');
    const { message } = await bookSession(world, sam, { pairId, start });
    assert.match(message ?? '', /taking a break/);
    await bookSession(world, mentor, { pairId, start });
    assert.equal((await ahead(sam.name)).length, 1);
  });

  it('is not in the calendar of a mentor who is asked first until they say yes', async () => {
    await mentor.say('ask me first');
    const start = first(await sessionTimes(sam, pairId));
    await bookSession(world, sam, { pairId, start });
    assert.deepEqual([(await only()).meeting.stage, await ahead(priya)], ['asked', []]);
    await pressNewest(world, mentor, 'accept');
    assert.equal((await only()).meeting.stage, 'agreed');
    const [own] = await ahead(sam.name);
    assert.deepEqual([own?.start, own && lengthOf(own), own?.isOrganizer], [start, 45, true]);
  });

  it('is refused too soon, too far ahead and past, and at a length that sessions do not have', async () => {
    const now = await nowIn(world);
    const hour = 60 * minuteMs;
    for (const [start, words] of [
      [now + hour, /too soon/],
      [now + 29 * 24 * hour, /too far ahead/],
      [now - hour, /has passed/],
    ] as const) {
      const { card, message } = await bookSession(world, sam, { pairId, start });
      assert.match(card ? wordsOn(card) : (message ?? ''), words);
    }
    const start = first(await sessionTimes(sam, pairId));
    for (const minutes of [30, 50, 75]) await bookSession(world, sam, { pairId, start, minutes });
    assert.deepEqual(await sessionsOf(world, sam, priya), []);
  });
});
