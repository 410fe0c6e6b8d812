import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  bookFirst,
  dataOf,
  eventually,
  first,
  mondayMorning,
  press,
  pressNewest,
  profileIdOf,
  startsOn,
  timesWith,
  verbsOn,
  wordsOn,
} from '../support/booking-by-chat.ts';
import { actionsOf } from '../support/card-press.ts';
import { lengthOf, sessionsOf, setGoesOn } from '../support/going-on.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { assertAllFree, diaryOf, eventsOf, keptOnly, pairIdOf, placesOf } from '../support/what-is-held.ts';

const priya = 'Priya Varghese';
const halfHour = 30 * 60_000;
const day = 24 * 60 * 60_000;

describe('A mentor who is asked first', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  beforeEach(async () => {
    world = await openLocalWorld({ now: mondayMorning });
    sam = world.person('Sam Okoro');
    mentor = world.person(priya);
    await mentor.say('ask me first');
  });
  afterEach(() => world.close());

  const stage = async () => (await keptOnly(world, sam, priya)).meeting.stage;

  it('has the time held in both diaries and no event; the mentee waits', async () => {
    const { start, answer } = await bookFirst(world, sam, priya);
    assert.match(wordsOn(answer.card), /Waiting for Priya, who is asked first/);
    const { meeting } = await keptOnly(world, sam, priya);
    const held = [{ start, end: start + halfHour, meetingId: meeting.id }];
    assert.deepEqual([await diaryOf(world, sam), await diaryOf(world, mentor)], [held, held]);
    assert.deepEqual([await eventsOf(world, sam.name), await eventsOf(world, priya)], [[], []]);
  });

  it("has the event only after the yes, made with the mentee's sign-in and answered with the mentor's", async () => {
    const { start } = await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'accept');
    const [own] = await eventsOf(world, sam.name);
    assert.deepEqual([own?.start, own?.isOrganizer], [start, true]);
    assert.match(JSON.stringify(own?.body.attendees), /"response":"accepted"/);
    assert.deepEqual([await stage(), (await keptOnly(world, sam, priya)).intent], ['agreed', undefined]);
    assert.match(sam.messages().at(-1)?.text ?? '', /Priya said yes/);
  });

  it('holds nothing any more after three working days without an answer, and the mentee is told', async () => {
    await bookFirst(world, sam, priya, { start: Date.parse('2026-12-10T14:00:00Z') });
    await world.local('clock', { method: 'POST', body: { now: mondayMorning + 3 * day - 60_000 } });
    await new Promise(resolve => setTimeout(resolve, 2500));
    assert.equal(await stage(), 'asked');
    await world.local('clock', { method: 'POST', body: { now: mondayMorning + 3 * day } });
    await eventually('it has lapsed', async () => (await stage()) === 'not now');
    await eventually('nothing is left', async () => (await keptOnly(world, sam, priya)).intent === undefined);
    await assertAllFree(world, sam, priya);
    await eventually('it is told', async () =>
      /Priya cannot take this on now/.test(sam.messages().at(-1)?.text ?? ''),
    );
  });

  it('may ask for another time; the mentee chooses it, and the mentor is asked again', async () => {
    await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'another-time');
    assert.equal(await stage(), 'moving');
    const to = first(startsOn(await timesWith(world, sam, priya)));
    const { meeting } = await keptOnly(world, sam, priya);
    const moves = { pairId: meeting.pairId, meetingId: meeting.id };
    const data = { profileId: profileIdOf(world, priya), moves, start: to, opId: randomUUID() };
    await press(sam, 'move-to', data);
    await world.settled();
    assert.equal(await stage(), 'asked');
    assert.deepEqual(
      (await diaryOf(world, mentor)).map(entry => entry.start),
      [to],
    );
    await pressNewest(world, mentor, 'accept');
    assert.deepEqual(
      (await eventsOf(world, priya)).map(event => event.start),
      [to],
    );
  });

  it('who said another time cannot say yes to the old one from an old card', async () => {
    await bookFirst(world, sam, priya);
    await pressNewest(world, mentor, 'another-time');
    const { meeting } = await keptOnly(world, sam, priya);
    const data = { pairId: meeting.pairId, meetingId: meeting.id, opId: randomUUID() };
    const { card } = await press(mentor, 'accept', data);
    assert.match(wordsOn(card), /This was answered already/);
    assert.equal(await stage(), 'moving');
  });

  it('keeps waiting when the mentee has something else at that time by now, as the mentor is told', async () => {
    const { start } = await bookFirst(world, sam, priya);
    const time = (ms: number) => ({ dateTime: new Date(ms).toISOString().slice(0, -1), timeZone: 'UTC' });
    const body = { subject: 'Ward round', start: time(start), end: time(start + halfHour) };
    await world.graphAs(sam.name, '/me/events', { method: 'POST', body });
    const { card } = await pressNewest(world, mentor, 'accept');
    assert.match(wordsOn(card), /That time has just gone/);
    const { intent } = await keptOnly(world, sam, priya);
    assert.deepEqual([await stage(), typeof intent?.todo.lapseAt], ['asked', 'number']);
    assert.equal((await diaryOf(world, mentor)).length, 1);
  });

  it('is told when the mentee is signed out, and may say yes again later with the same button', async () => {
    await bookFirst(world, sam, priya);
    await world.signOut(sam.name);
    const { message } = await pressNewest(world, mentor, 'accept');
    assert.match(message ?? '', /The other person has to sign in again/);
    await sam.raw({
      type: 'invoke',
      name: 'signin/tokenExchange',
      value: { id: 'exchange', connectionName: 'graph', token: await world.tabToken(sam.name) },
    });
    await pressNewest(world, mentor, 'accept');
    assert.equal(await stage(), 'agreed');
  });
});

describe('A mentor whose calendar cannot be seen', () => {
  let world: LocalWorld;
  before(async () => {
    world = await openLocalWorld({ now: mondayMorning });
  });
  after(() => world.close());

  for (const [why, who, menteeName] of [
    ['is on-premises', 'Graham Hepworth', 'Grace Oyelaran'],
    ['is not there', 'Dorota Kowalczyk', 'Sam Okoro'],
    ['is in another tenant', 'Ifeoma Nwosu', 'Fiona Sutcliffe'],
  ] as const) {
    it(`as it ${why}, gets three times to pick from, and nothing is taken for free`, async () => {
      const mentee = world.person(menteeName);
      const mentor = world.person(who);
      await mentor.say('I want to move into management');
      const card = await timesWith(world, mentee, who);
      const starts = startsOn(card);
      assert.equal(starts.length, 3);
      assert.match(wordsOn(card), /We cannot see when/);
      const declares = { declares: true };
      const data = { profileId: profileIdOf(world, who), starts, mode: 'online', opId: randomUUID() };
      const { card: sent, message } = await press(mentee, 'propose', { ...data, ...declares });
      await world.settled();
      assert.ok(sent, message);
      assert.match(wordsOn(sent), /to pick a time/);
      const { meeting } = await keptOnly(world, mentee, who);
      assert.equal(meeting.stage, 'proposed');
      assert.deepEqual(await diaryOf(world, mentee), []);
      assert.equal((await placesOf(world, profileIdOf(world, who))).length, 1);

      const asked = mentor.messages().at(-1)?.cards[0];
      assert.deepEqual(verbsOn(asked), ['accept', 'accept', 'accept', 'not-now']);
      const picks = asked ? actionsOf(asked).filter(action => action.verb === 'accept') : [];
      const picked = picks[1]?.data;
      assert.ok(typeof picked === 'object' && picked !== null);
      const yes = await press(mentor, 'accept', { ...picked, ...declares });
      await world.settled();
      assert.ok(yes.card, yes.message);
      assert.equal((await keptOnly(world, mentee, who)).meeting.stage, 'agreed');
      const [own] = await eventsOf(world, mentee.name);
      assert.deepEqual([own?.start, own?.isOrganizer], [starts[1], true]);
      assert.deepEqual(
        (await diaryOf(world, mentee)).map(entry => entry.start),
        [starts[1]],
      );
    });

    it(`as it ${why}, gets three times for a session too, picks one, and it is as long as it was to be`, async () => {
      const mentee = world.person(menteeName);
      const mentor = world.person(who);
      const pairId = pairIdOf(world, mentee, who);
      await setGoesOn(world, pairId, new Date(mondayMorning).toISOString());
      const times = await press(mentee, 'session-times', { pairId, minutes: 60 });
      assert.match(wordsOn(times.card), /We cannot see when/);
      const sent = await press(mentee, 'propose', { ...dataOf(times.card, 'propose'), declares: true });
      await world.settled();
      assert.match(wordsOn(sent.card), /^Session with .+\nWaiting for .+ to pick a time/);
      const asked = mentor.messages().at(-1)?.cards[0];
      assert.deepEqual(verbsOn(asked), ['accept', 'accept', 'accept', 'cancel']);
      await press(mentor, 'accept', { ...dataOf(asked, 'accept'), declares: true });
      await world.settled();
      const [session] = await sessionsOf(world, mentee, who);
      assert.equal(session?.meeting.stage, 'agreed');
      const own = (await eventsOf(world, mentee.name)).find(
        ({ start }) => start === session?.meeting.interval?.start,
      );
      assert.deepEqual([own && lengthOf(own), own?.isOrganizer], [60, true]);
      assert.equal((await placesOf(world, profileIdOf(world, who))).length, 1);
    });
  }

  it('cannot pick a time that has passed', async () => {
    const mentee = world.person('Bernadette Quaye');
    const mentor = world.person('Graham Hepworth');
    const starts = startsOn(await timesWith(world, mentee, 'Graham Hepworth'));
    const data = {
      profileId: profileIdOf(world, 'Graham Hepworth'),
      starts,
      mode: 'online',
      opId: randomUUID(),
    };
    await press(mentee, 'propose', { ...data, declares: true });
    await world.settled();
    const { meeting } = await keptOnly(world, mentee, 'Graham Hepworth');
    await world.local('clock', { method: 'POST', body: { now: starts[0] } });
    const picked = { pairId: meeting.pairId, meetingId: meeting.id, opId: randomUUID(), declares: true };
    const { card } = await press(mentor, 'accept', { ...picked, picked: starts[0] });
    assert.match(wordsOn(card), /That time has passed/);
    await world.local('clock', { method: 'POST', body: { now: mondayMorning } });
  });

  it('gets the times once, however often they are sent, and a place that is freed on not now', async () => {
    const mentee = world.person('Callum Greenhalgh');
    const who = 'Declan Byrne';
    const mentor = world.person(who);
    await mentor.say('I want to move into management');
    const starts = startsOn(await timesWith(world, mentee, who));
    const data = {
      profileId: profileIdOf(world, who),
      starts,
      mode: 'online',
      opId: randomUUID(),
      declares: true,
    };
    await Promise.all([press(mentee, 'propose', data), press(mentee, 'propose', data)]);
    await press(mentee, 'propose', data);
    await world.settled();
    await keptOnly(world, mentee, who);
    const cards = mentor.messages().filter(each => verbsOn(each.cards[0]).includes('accept'));
    assert.equal(cards.length, 1);
    await pressNewest(world, mentor, 'not-now');
    await assertAllFree(world, mentee, who);
  });
});
