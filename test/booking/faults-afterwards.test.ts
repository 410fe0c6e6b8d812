import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  bookFirst,
  cardWith,
  eventually,
  first,
  press,
  pressNewest,
  profileIdOf,
  startsOn,
  timesWith,
} from '../support/booking-by-chat.ts';
import type { LocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { assertAllFree, diaryOf, eventsOf, isOpen, keptOnly } from '../support/what-is-held.ts';
import { type FailingWorld, openFailingWorld } from '../support/when-outlook-fails.ts';

const priya = 'Priya Varghese';

describe('When Outlook or Teams fails after a booking', () => {
  let world: LocalWorld;
  let sam: TeamsPerson;
  let mentor: TeamsPerson;
  let start: number;
  let fault: FailingWorld['fault'];
  let leasesEnd: FailingWorld['leasesEnd'];
  beforeEach(async () => {
    ({ world, sam, mentor, fault, leasesEnd } = await openFailingWorld(priya));
    start = first(startsOn(await timesWith(world, sam, priya)));
  });
  afterEach(() => world.close());

  const stage = async () => (await keptOnly(world, sam, priya)).meeting.stage;
  const nothingLeft = () =>
    eventually('nothing is left to do', async () => !isOpen(await keptOnly(world, sam, priya)));
  const _isBookedOnce = async () => {
    await nothingLeft();
    assert.equal(await stage(), 'waiting');
    assert.equal((await eventsOf(world, sam.name)).length, 1);
    assert.equal((await eventsOf(world, priya)).length, 1);
    assert.equal((await diaryOf(world, mentor)).length, 1);
  };

  it('to move with an answer lost on the way, the meeting is moved once', async () => {
    await bookFirst(world, sam, priya, { start });
    await fault({ path: '/me/events/', method: 'PATCH', loseAnswer: true });
    const to = await moveTo();
    await nothingLeft();
    assert.deepEqual(
      (await eventsOf(world, priya)).map(event => event.start),
      [to],
    );
    assert.deepEqual(
      (await diaryOf(world, mentor)).map(entry => entry.start),
      [to],
    );
  });

  it('to move with every answer lost, the repair looks where the event is, and one time is held', async () => {
    await bookFirst(world, sam, priya, { start });
    await fault({ path: '/me/events/', method: 'PATCH', times: 20, loseAnswer: true });
    const to = await moveTo();
    assert.notEqual((await keptOnly(world, sam, priya)).intent?.todo.move, undefined);
    await world.local('faults', { method: 'DELETE' });
    leasesEnd();
    await nothingLeft();
    assert.deepEqual(
      (await eventsOf(world, priya)).map(event => event.start),
      [to],
    );
    assert.deepEqual(
      (await diaryOf(world, mentor)).map(entry => entry.start),
      [to],
    );
    assert.equal((await keptOnly(world, sam, priya)).meeting.interval?.start, to);
  });

  it('to move at all, it stays where it is', async () => {
    await bookFirst(world, sam, priya, { start });
    await fault({ path: '/me/events/', method: 'PATCH', times: 20, status: 400 });
    await moveTo();
    await nothingLeft();
    assert.deepEqual(
      (await eventsOf(world, priya)).map(event => event.start),
      [start],
    );
    assert.deepEqual(
      (await diaryOf(world, mentor)).map(entry => entry.start),
      [start],
    );
  });

  it('to cancel, it is cancelled as soon as it can be, and the others are told at once', async () => {
    await bookFirst(world, sam, priya, { start });
    await fault({ path: '/me/events/.*/cancel', times: 5, status: 400 });
    await pressNewest(world, sam, 'cancel');
    assert.equal(await stage(), 'cancelled');
    assert.deepEqual([await diaryOf(world, sam), await diaryOf(world, mentor)], [[], []]);
    assert.match(mentor.messages().at(-1)?.text ?? '', /Sam cancelled it/);
    await world.local('faults', { method: 'DELETE' });
    leasesEnd();
    await nothingLeft();
    await assertAllFree(world, sam, priya);
    assert.deepEqual(await eventsOf(world, priya), []);
  });

  it('keeps what was still to be cancelled when the mentor names colleagues meanwhile', async () => {
    await bookFirst(world, sam, priya, { start });
    await fault({ path: '/me/events/.*/cancel', times: 20, status: 400 });
    await pressNewest(world, mentor, 'not-now');
    const { meeting } = await keptOnly(world, sam, priya);
    const first = profileIdOf(world, 'Grace Oyelaran');
    await press(mentor, 'suggest', {
      pairId: meeting.pairId,
      meetingId: meeting.id,
      opId: randomUUID(),
      first,
    });
    await world.settled();
    await world.local('faults', { method: 'DELETE' });
    leasesEnd();
    await nothingLeft();
    assert.equal((await keptOnly(world, sam, priya)).meeting.suggested?.length, 1);
    await assertAllFree(world, sam, priya);
    assert.deepEqual(await eventsOf(world, priya), []);
  });

  it("to take the mentor's answer, the mentor is told and the meeting waits", async () => {
    await bookFirst(world, sam, priya, { start });
    await fault({ path: '/me/events/.*/accept', times: 20, status: 400 });
    const { message } = await pressNewest(world, mentor, 'accept');
    assert.match(message ?? '', /^Outlook does not answer at this moment/);
    assert.equal(await stage(), 'waiting');
    await world.local('faults', { method: 'DELETE' });
    await pressNewest(world, mentor, 'accept');
    assert.equal(await stage(), 'agreed');
  });

  it('to reach the other person in Teams, the event is cancelled all the same, and they hear of it later', async () => {
    await bookFirst(world, sam, priya, { start });
    await cardWith(sam, 'cancel');
    world.teams.refuseNext(1, 400);
    await pressNewest(world, sam, 'cancel');
    assert.deepEqual(await eventsOf(world, sam.name), []);
    const [left, ...others] = (await keptOnly(world, sam, priya)).outbox;
    assert.deepEqual([left?.kind, left?.to?.objectId, others], ['standing', mentor.objectId, []]);
    leasesEnd();
    await nothingLeft();
    assert.match(mentor.messages().at(-1)?.text ?? '', /Sam cancelled it/);
  });

  it('as the app is gone from their Teams, nobody is asked again and again', async () => {
    await bookFirst(world, sam, priya, { start });
    await cardWith(sam, 'cancel');
    world.teams.refuseNext(20, 403, { error: { code: 'MessageWritesBlocked', message: 'Blocked' } });
    await pressNewest(world, sam, 'cancel');
    assert.deepEqual((await keptOnly(world, sam, priya)).outbox, []);
    assert.deepEqual(await eventsOf(world, sam.name), []);
  });

  async function moveTo(): Promise<number> {
    const to = first(startsOn(await timesWith(world, sam, priya)));
    const { meeting } = await keptOnly(world, sam, priya);
    const moves = { pairId: meeting.pairId, meetingId: meeting.id };
    const data = { profileId: profileIdOf(world, priya), moves, start: to, opId: randomUUID() };
    await press(sam, 'move-to', data);
    await world.settled();
    return to;
  }
});
