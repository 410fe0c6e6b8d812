import assert from 'node:assert/strict';
import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import type { WatchedRecord } from '../../bot/records/watched-record.ts';
import { everythingStored, mentorsIn, said, sentence, titlesOn } from '../conversation/in-the-chat.ts';
import { appFor } from '../support/app-in-world.ts';
import { book, mondayMorning, startsOn, timesWith, wordsOn } from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import { openTeams, type TeamsClient } from '../support/teams-client.ts';
import type { TeamsPerson } from '../support/teams-person.ts';

const hour = 60 * 60_000;
const priyaName = 'Priya Varghese';
const samName = 'Sam Okoro';

describe('Somebody whom the directory does not know any more', function () {
  this.timeout(60_000);
  let world: LocalWorld;
  let app: Awaited<ReturnType<typeof appFor>>;
  let teams: TeamsClient;
  let sam: TeamsPerson;
  let priya: TeamsPerson;
  let now: number;
  let real: number;

  beforeEach(async () => {
    now = mondayMorning;
    real = Date.now();
    world = await openLocalWorld({ now, withoutApp: true });
    app = await appFor(world, undefined, () => real);
    teams = await openTeams(app.url);
    [sam, priya] = [world.personIn(teams, samName), world.personIn(teams, priyaName)];
    await sam.install();
    await priya.install();
    await sam.say(sentence);
    await bookInAWeek();
  });
  afterEach(async () => {
    await app.close();
    await teams.close();
    await world.close();
  });

  async function bookInAWeek(): Promise<void> {
    const starts = startsOn(await timesWith(world, sam, priyaName));
    const start = starts.findLast(each => each > now + 72 * hour);
    assert.ok(start, 'no time late enough');
    const answer = await book(world, sam, priyaName, { start });
    assert.match(wordsOn(answer.card), /In both calendars/);
    await app.settled();
  }

  async function documents<D>(kind: string): Promise<D[]> {
    const all = [...(await everythingStored(world))].filter(([key]) => key.includes(`/${kind}:`));
    return all.map(([, document]) => JSON.parse(document));
  }
  const meeting = async () => {
    const [only] = await documents<{ readonly meeting: Meeting }>('meeting');
    assert.ok(only);
    return only.meeting;
  };

  /** The directory answers so about that person from now on. */
  async function answers(who: TeamsPerson, status: number, code: string): Promise<void> {
    const fault = { path: `/users/${who.objectId}`, times: 10_000, status, body: { error: { code } } };
    await world.local('faults', { method: 'POST', body: fault });
  }
  const forget = (who: TeamsPerson) => answers(who, 404, 'Request_ResourceNotFound');

  /** So much later, when everybody has been looked for again and what followed from it is done. */
  async function later(hours: number): Promise<void> {
    // The clock goes on by itself, so that a day later is a little more.
    now += hours * hour + 60_000;
    await world.local('clock', { method: 'POST', body: { now } });
    for (let pass = 1; pass <= 3; pass += 1) {
      await app.startSchedule().stop();
      real += 61_000;
    }
  }

  const calendarOf = async (who: string) => {
    const day = (offset: number) => new Date(mondayMorning + offset * 24 * hour).toISOString();
    const path = `/me/calendarView?startDateTime=${day(0)}&endDateTime=${day(28)}&$top=100`;
    const { body } = await world.graphAs(who, path);
    return JSON.stringify(body.value);
  };

  it('has left when it says so twice, a day apart; the mentee is told once, with a way to others', async () => {
    await later(1);
    await forget(priya);
    await later(24);
    assert.equal((await meeting()).stage, 'waiting');
    const before = sam.messages().length;
    await later(25);
    const ended = await meeting();
    assert.deepEqual([ended.stage, ended.left], ['cancelled', 'mentor']);
    const told = sam.messages().slice(before);
    assert.equal(told.length, 1, said(told));
    assert.match(said(told), /Priya has left, so this is cancelled\. Others may fit as well\./);
    const card = told[0]?.cards[0] ?? sam.lastCards()[0];
    assert.ok(card);
    assert.ok(titlesOn(card).includes('Other mentors') && !titlesOn(card).includes('Book again'));
    const then = sam.messages().length;
    await sam.press(card, 'Other mentors');
    const others = mentorsIn(sam.messages().slice(then));
    assert.ok(others.length > 0 && !others.includes(priyaName), others.join(', '));
    await later(48);
    assert.equal(sam.messages().filter(({ text }) => text.includes('has left')).length <= 1, true);
    assert.deepEqual(app.log, []);
  });

  it('is found and booked by nobody, and the meeting is out of both calendars and diaries', async () => {
    await later(1);
    await forget(priya);
    await later(24);
    await later(24);
    const found: string[] = [];
    for (let typed = sentence; found.length < 30; typed = 'more') {
      const next = mentorsIn(await sam.say(typed));
      if (next.length === 0) break;
      found.push(...next);
    }
    assert.ok(found.length > 0 && !found.includes(priyaName));
    const booked = await book(world, sam, priyaName, { start: now + 72 * hour });
    assert.match(booked.message ?? wordsOn(booked.card), /This mentor has left\./);
    const { iCalUId = '' } = (await meeting()).event ?? {};
    assert.ok(!(await calendarOf(samName)).includes(iCalUId));
    const diaries = await documents<{ readonly entries: readonly unknown[] }>('diary');
    assert.deepEqual(
      diaries.flatMap(({ entries }) => entries),
      [],
    );
    assert.deepEqual(await documents('place'), []);
  });

  it('has left as a mentee too: the mentor is told once, and declines by the sign-in that is there', async () => {
    await later(1);
    await forget(sam);
    await world.signOut(samName);
    await later(24);
    const before = priya.messages().length;
    await later(24);
    assert.equal((await meeting()).stage, 'cancelled');
    const after = priya.messages().slice(before);
    const told = after.filter(message => /Sam has left/.test(said([message])));
    assert.equal(told.length, 1);
    assert.match(said(told), /Sam has left, so this is cancelled\./);
    const { iCalUId = '' } = (await meeting()).event ?? {};
    assert.ok(!(await calendarOf(priyaName)).includes(`"${iCalUId}"`));
  });

  for (const [what, status, code] of [
    ['is broken', 503, 'ServiceUnavailable'],
    ['does not let them be read', 403, 'Authorization_RequestDenied'],
    ['says something else with 404', 404, 'UnknownError'],
  ] as const) {
    it(`has not left when the directory ${what}, however often`, async () => {
      await later(1);
      await answers(priya, status, code);
      for (const hours of [24, 24]) await later(hours);
      assert.equal((await meeting()).stage, 'waiting');
      assert.deepEqual(
        (await documents<WatchedRecord>('watched')).map(({ missing }) => missing),
        [{}],
      );
    });
  }

  it('has not left when the directory knows them again the day after', async () => {
    await later(1);
    await forget(priya);
    await later(24);
    await world.local('faults', { method: 'DELETE' });
    await later(24);
    await forget(priya);
    await later(24);
    assert.equal((await meeting()).stage, 'waiting');
  });

  it('is here again, and found again, when they come back', async () => {
    await later(1);
    await forget(priya);
    await later(24);
    await later(24);
    assert.equal((await meeting()).stage, 'cancelled');
    await world.local('faults', { method: 'DELETE' });
    await priya.say('find me again');
    assert.match(wordsOn(await timesWith(world, sam, priyaName)), /^30 minutes with Priya Varghese/);
  });
});
