import assert from 'node:assert/strict';
import { sharedTime } from '../../bot/adapters/teams/shared-time.ts';
import {
  type BlindAnswer,
  blindAnswers,
  releaseTimes,
  remindsAt,
} from '../../bot/mentoring/chemistry/blind-answer.ts';
import { appFor } from '../support/app-in-world.ts';
import { book, mondayMorning, press, profileIdOf } from '../support/booking-by-chat.ts';
import { type LocalWorld, openLocalWorld } from '../support/local-world.ts';
import { openTeams } from '../support/teams-client.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { pairIdOf, placesOf } from '../support/what-is-held.ts';
import { agreeToMeet, answerByCard, setClock } from './after-a-meeting.ts';
import { bringBack, everythingKept, type Kept } from './stood-still.ts';

type Said = BlindAnswer | 'silence';
type Side = 'mentee' | 'mentor';
/** All that one person could fetch, moment by moment. */
type Fetched = { readonly before: string[]; readonly after: string[] };
type Who = keyof typeof names;
type Lived = { readonly sees: Record<Who, Fetched>; readonly kept: string };

const all: readonly Said[] = [...blindAnswers, 'silence'];
const sides = ['mentee', 'mentor'] as const;
const minute = 60_000;
const names = { mentee: 'Sam Okoro', mentor: 'Priya Varghese', stranger: 'Grace Oyelaran' };
const everybody = ['mentee', 'mentor', 'stranger'] as const;
/** Made anew for each card. */
const made = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** How often it was written, and the id of a message in a chat. */
const changing = /"version":\d+|"questions":\{[^}]*\}/g;
const sentence = 'I am a band 6 nurse near Leeds and I want to move into management, Thursdays are best';

describe('What two people answer after they have met, in all 16 ways and both orders', function () {
  this.timeout(900_000);
  let world: LocalWorld;
  let close: () => Promise<void>;
  let pass: () => Promise<void>;
  let people: Readonly<Record<keyof typeof names, TeamsPerson>>;
  let kept: Kept;
  let endedAt: number;
  let start: number;
  let meetingId: string;
  /** So far has the time by which Teams' limits are kept gone on: each life begins with room for all that is said. */
  let ahead = 0;
  const lives = new Map<string, Lived>();

  before(async () => {
    const bare = await openLocalWorld({ now: mondayMorning, withoutApp: true });
    const sendingTime = { ...sharedTime, now: () => Date.now() + ahead };
    const app = await appFor(bare, undefined, undefined, sendingTime);
    const teams = await openTeams(app.url);
    const person = (who: string) => bare.personIn(teams, who);
    world = { ...bare, appUrl: app.url, teams, person, settled: app.settled };
    close = async () => {
      await app.close();
      await teams.close();
      await bare.close();
    };
    pass = async () => {
      const schedule = app.startSchedule();
      await schedule.stop();
      await app.settled();
    };
    people = { mentee: person(names.mentee), mentor: person(names.mentor), stranger: person(names.stranger) };
    for (const each of Object.values(people)) await each.install();
    endedAt = await agreeToMeet(world, people.mentee, names.mentor);
    start = endedAt - 30 * minute;
    await pass();
    await setClock(world, endedAt + 1000);
    kept = await everythingKept(world.store);
    meetingId =
      [...kept.values()].find(({ document }) => document.type === 'meeting')?.document.id.slice(8) ?? '';
    for (const order of ['mentee first', 'mentor first'])
      for (const mentee of all)
        for (const mentor of all) {
          lives.set(key(order, mentee, mentor), await live(order, mentee, mentor));
        }
  });
  after(() => close());

  const key = (order: string, mentee: Said, mentor: Said) => [order, mentee, mentor].join(' | ');

  async function get(who: keyof typeof names, path: string, body?: object): Promise<string> {
    const response = await fetch(`${world.appUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await world.tabToken(names[who])}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const headers = [...response.headers].filter(
      ([name]) => !['date', 'x-request-id', 'connection', 'keep-alive'].includes(name),
    );
    return `${path} ${response.status} ${JSON.stringify(headers)} ${await response.text()}`;
  }

  /** Everything there is to fetch about the two, without changing it; `all`: what takes longer, too. */
  async function fetched(who: Who, meetingId: string, from: number, isWhole: boolean): Promise<string> {
    const ids = { pairId: pairIdOf(world, people.mentee, names.mentor), meetingId };
    const profileId = profileIdOf(world, names.mentor);
    const person = people[who];
    const quick = [
      () => get(who, '/api/me/mentoring'),
      async () => JSON.stringify((await press(person, 'show-meeting', ids)).body),
    ];
    const whole = [
      () => get(who, '/api/me/past-meetings/1'),
      () => get(who, `/api/mentors/${profileId}`),
      () => get(who, '/api/search', { sentence }),
      async () => JSON.stringify((await press(person, 'choose-time', { profileId })).body),
    ];
    const seen: string[] = [];
    for (const each of [...quick, ...(isWhole ? whole : [])]) seen.push(await each());
    const said = person.messages().slice(from);
    seen.push(JSON.stringify(said.map(({ text, cards }) => [text, cards])));
    await world.settled();
    return seen.join('\n').replace(made, 'ONE');
  }

  async function live(order: string, mentee: Said, mentor: Said): Promise<Lived> {
    ahead += 60_000;
    await setClock(world, endedAt + 1000);
    await bringBack(world.store, kept);
    const count = { mentee: 0, mentor: 0, stranger: 0 };
    for (const who of everybody) count[who] = people[who].messages().length;
    const life = (): Fetched => ({ before: [], after: [] });
    const sees = { mentee: life(), mentor: life(), stranger: life() };
    const { decidesAt } = releaseTimes(endedAt);
    const said = { mentee, mentor };
    const releasedAt = mentee === 'go on' && mentor === 'go on' ? endedAt + 15 * minute : decidesAt;
    const look = async (now: number, isWhole: boolean) => {
      await setClock(world, now);
      for (let passes = 0; passes < 2; passes += 1) await pass();
      for (const who of isWhole ? everybody : sides) {
        const what = `${new Date(now).toISOString()} ${await fetched(who, meetingId, count[who], isWhole)}`;
        sees[who][now < releasedAt ? 'before' : 'after'].push(what);
      }
    };
    await setClock(world, endedAt + 2000);
    await pass();
    await pass();
    const turns: readonly Side[] = order === 'mentee first' ? ['mentee', 'mentor'] : ['mentor', 'mentee'];
    for (const [at, side] of turns.entries()) {
      const answer = said[side];
      if (answer !== 'silence') await answerByCard(people[side], answer);
      await look(endedAt + (at + 1) * 5 * minute, at === 1);
    }
    const again = await book(world, people.mentee, names.mentor, { start: start + 14 * 24 * 60 * minute });
    sees.mentee.before.push(JSON.stringify(again.body).replace(made, 'ONE'));
    await look(endedAt + 15 * minute, false);
    await look(remindsAt(endedAt) + minute, false);
    await look(decidesAt - 5 * minute, true);
    await look(decidesAt, true);
    const stored = [...(await everythingKept(world.store)).values()]
      .filter(({ partition }) => partition.container === 'pairs' || partition.container === 'profiles')
      .map(({ document }) => JSON.stringify(document).replace(changing, ''));
    return { sees, kept: stored.sort().join('\n') };
  }

  const lived = (order: string, mentee: Said, mentor: Said): Lived => {
    const found = lives.get(key(order, mentee, mentor));
    if (!found) throw new Error('Not lived');
    return found;
  };

  for (const order of ['mentee first', 'mentor first'])
    for (const mine of all) {
      it(`${order}: to a mentee who says ${mine}, every byte before the release is the same whatever the mentor says`, () =>
        sameBefore('mentee', other => lived(order, mine, other)));
      it(`${order}: to a mentor who says ${mine}, every byte before the release is the same whatever the mentee says`, () =>
        sameBefore('mentor', other => lived(order, other, mine)));
      it(`${order}: beside ${mine}, no and silence cannot be told apart afterwards, by either, by others, or in the store`, () => {
        for (const pairs of [
          [lived(order, mine, 'not for me'), lived(order, mine, 'silence'), 'mentee'],
          [lived(order, 'not for me', mine), lived(order, 'silence', mine), 'mentor'],
        ] as const) {
          const [no, silence, side] = pairs;
          assert.deepEqual(no.sees[side].after, silence.sees[side].after);
          assert.deepEqual(no.sees.stranger, silence.sees.stranger);
          assert.equal(no.kept, silence.kept);
        }
      });
    }

  function sameBefore(side: Side, of: (other: Said) => Lived): void {
    const [first, ...others] = all.map(other => of(other).sees[side].before);
    assert.ok(first && first.length > 1);
    for (const each of others) {
      const both = Math.min(each.length, first.length);
      assert.deepEqual(each.slice(0, both), first.slice(0, both));
    }
  }

  it('frees the place where they do not go ahead, keeps it where they do or meet again', async () => {
    assert.match(lived('mentee first', 'go on', 'go on').kept, /"type":"place".*"isUsed":true/);
    assert.match(lived('mentee first', 'go on', 'another meeting first').kept, /"type":"place"/);
    for (const other of all)
      assert.doesNotMatch(lived('mentor first', 'not for me', other).kept, /"type":"place"/);
    assert.ok(await placesOf(world, profileIdOf(world, names.mentor)));
  });
});
