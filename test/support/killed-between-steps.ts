import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  book,
  dataOf,
  eventually,
  first,
  mondayMorning,
  press,
  profileIdOf,
  startsOn,
  timesWith,
} from './booking-by-chat.ts';
import { freePorts } from './free-ports.ts';
import { type LocalWorld, openLocalWorld } from './local-world.ts';
import { type AppProcess, runAppProcess } from './run-app-process.ts';
import type { TeamsPerson } from './teams-person.ts';
import { diaryOf, eventsOf, isOpen, keptOf, pairIdOf, placesOf } from './what-is-held.ts';

export const priya = 'Priya Varghese';
const leaseMs = 61_000;

export type Scene = {
  readonly world: LocalWorld;
  readonly sam: TeamsPerson;
  readonly grace: TeamsPerson;
  readonly mentor: TeamsPerson;
  readonly start: number;
};

/** What is done before the steps are counted, and the press whose steps are. */
export type Scenario = { prepare(scene: Scene): Promise<void>; act(scene: Scene): Promise<unknown> };

/**
 * Kills the app after `first`, `first + every`, … steps of what is done, restarts it each time, and looks at what is left.
 * How many steps it had to be given to come through alive.
 */
export async function killedAfterEach(
  scenario: Scenario,
  { from = 0, every = 1 }: { readonly from?: number; readonly every?: number } = {},
): Promise<number> {
  const port = await freePorts();
  const appUrl = `http://127.0.0.1:${port}`;
  const world = await openLocalWorld({ now: mondayMorning, withoutApp: true, appUrl });
  let app = await runAppProcess(world, { port });
  try {
    const [sam, grace, mentor] = ['Sam Okoro', 'Grace Oyelaran', priya].map(who => world.person(who));
    assert.ok(sam && grace && mentor);
    await mentor.install();
    await mentor.say('my meetings');
    await timesWith(world, grace, priya);
    const start = first(startsOn(await timesWith(world, sam, priya)).slice(-1));
    const scene = { world, sam, grace, mentor, start };
    for (let steps = from; ; steps += every) {
      await scenario.prepare(scene);
      await settledOutside(scene);
      await app.arm(steps);
      await scenario.act(scene).catch(() => undefined);
      const survived = await isDone(scene, app);
      if (!survived) app = await runAppProcess(world, { port, leasesAheadMs: (steps + 1) * leaseMs });
      await eventually(`all is settled after ${steps} steps`, () => nothingLeft(scene), 20_000);
      await isConsistent(scene, `killed after ${steps} steps`);
      await slotCanBeBookedAgain(scene);
      if (survived) return steps;
    }
  } finally {
    await app.kill();
    await world.close();
  }
}

async function kept({ world, sam }: Scene) {
  return keptOf(world, sam, priya);
}

export async function openMeetingOf(scene: Scene) {
  const standing = (await kept(scene)).filter(({ pair, meeting }) => pair?.openMeetingId === meeting.id);
  return first(standing);
}

export async function answerTo(scene: Scene, by: TeamsPerson, verb: string) {
  const { meeting } = await openMeetingOf(scene);
  return press(by, verb, { pairId: meeting.pairId, meetingId: meeting.id, opId: randomUUID() });
}

async function nothingLeft(scene: Scene): Promise<boolean> {
  return (await kept(scene)).every(kept => !isOpen(kept));
}

/** False: it was killed on the way. */
async function isDone(scene: Scene, app: AppProcess): Promise<boolean> {
  await eventually('it is killed, or done', async () => app.hasEnded() || nothingLeft(scene));
  return app.arm(Number.POSITIVE_INFINITY);
}

async function settledOutside(scene: Scene): Promise<void> {
  await eventually('what went before is done', () => nothingLeft(scene));
}

/** Calendars, diaries and the place say exactly what the record says. */
async function isConsistent(scene: Scene, when: string): Promise<void> {
  const { world, sam, mentor } = scene;
  const [own, invitations] = await Promise.all([eventsOf(world, sam.name), eventsOf(world, priya)]);
  const live = (await kept(scene)).filter(({ meeting }) =>
    ['asked', 'waiting', 'agreed', 'reserving'].includes(meeting.stage),
  );
  assert.ok(live.length <= 1, when);
  const stands = live[0]?.meeting;
  const isInOutlook = stands !== undefined && stands.stage !== 'asked';
  assert.notEqual(stands?.stage, 'reserving', when);
  const starts = isInOutlook && stands.interval ? [stands.interval.start] : [];
  assert.deepEqual(
    own.map(event => event.start),
    starts,
    when,
  );
  assert.deepEqual(
    invitations.map(event => event.start),
    starts,
    when,
  );
  if (isInOutlook) assert.equal(own[0]?.iCalUId, stands.event?.iCalUId, when);
  const held = stands?.interval ? [{ ...stands.interval, meetingId: stands.id }] : [];
  assert.deepEqual(await diaryOf(world, sam), held, when);
  assert.deepEqual(await diaryOf(world, mentor), held, when);
  const places = await placesOf(world, profileIdOf(world, priya));
  assert.deepEqual(
    places.map(place => place.pairId),
    stands ? [pairIdOf(world, sam, priya)] : [],
    when,
  );
  for (const { pair } of await kept(scene)) assert.equal(pair?.openMeetingId, stands?.id, when);
}

/** What stands is cancelled; then somebody else gets the very slot, and gives it back. */
async function slotCanBeBookedAgain(scene: Scene): Promise<void> {
  const { world, sam, grace, mentor, start } = scene;
  const standing = (await kept(scene)).filter(({ pair, meeting }) => pair?.openMeetingId === meeting.id);
  if (standing.length > 0) await answerTo(scene, sam, 'cancel');
  await settledOutside(scene);
  await mentor.say('no need to ask me first');
  const { card, message } = await book(world, grace, priya, { start });
  assert.ok(card, message);
  const events = async () => (await eventsOf(world, grace.name)).filter(event => event.start === start);
  assert.equal((await events()).length, 1, 'another mentee has the slot');
  await press(grace, 'cancel', dataOf(card, 'cancel'));
  await eventually(
    'it is free again',
    async () =>
      (await events()).length === 0 && (await placesOf(world, profileIdOf(world, priya))).length === 0,
  );
}
