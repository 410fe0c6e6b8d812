import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { first, press, profileIdOf, wordsOn } from '../support/booking-by-chat.ts';
import { bookSession, eventsAhead, goOn, sessionsOf, sessionTimes } from '../support/going-on.ts';
import type { LocalWorld } from '../support/local-world.ts';
import type { TeamsPerson } from '../support/teams-person.ts';
import { diaryOf, placesOf } from '../support/what-is-held.ts';
import { type FailingWorld, nothingIsLeft, openFailingWorld } from '../support/when-outlook-fails.ts';

const priya = 'Priya Varghese';
const events = { path: '^/me/events$', method: 'POST' };

for (const organiser of ['mentee', 'mentor'] as const) {
  describe(`When Outlook fails while the ${organiser} books a session`, () => {
    let failing: FailingWorld;
    let world: LocalWorld;
    let booker: TeamsPerson;
    let other: TeamsPerson;
    let pairId: string;
    let start: number;
    beforeEach(async () => {
      failing = await openFailingWorld(priya);
      world = failing.world;
      const { sam, mentor } = failing;
      [booker, other] = organiser === 'mentee' ? [sam, mentor] : [mentor, sam];
      pairId = await goOn(world, sam, priya);
      start = first(await sessionTimes(booker, pairId));
    });
    afterEach(() => world.close());

    const kept = () => sessionsOf(world, failing.sam, priya);
    const nothingLeft = () => nothingIsLeft(kept);
    const startsAhead = async () =>
      Promise.all(
        [booker, other].map(async ({ name }) => (await eventsAhead(world, name)).map(each => each.start)),
      );
    const held = async () =>
      Promise.all(
        [booker, other].map(async person =>
          (await diaryOf(world, person)).map(entry => entry.start).filter(each => each >= start),
        ),
      );

    it('so that nobody can tell whether the event is there, and it is: the repair finds it and both are told', async () => {
      await failing.fault(
        { ...events, times: 20, loseAnswer: true },
        { path: '/me/calendarView', times: 4, status: 503 },
      );
      const { message } = await bookSession(world, booker, { pairId, start });
      assert.match(message ?? '', /still putting it into both calendars/);
      await failing.noMoreFaults();
      failing.leasesEnd();
      await nothingLeft();
      assert.equal(first(await kept()).meeting.stage, 'waiting');
      assert.deepEqual(
        [await startsAhead(), await held()],
        [
          [[start], [start]],
          [[start], [start]],
        ],
      );
      assert.match(wordsOn(booker.messages().at(-1)?.cards[0]), /In both calendars/);
      assert.match(wordsOn(other.messages().at(-1)?.cards[0]), /would like a session with you/);
    });

    it('so that nobody can tell whether the event is there, and it is not: the repair frees the time, and leaves the place', async () => {
      await failing.fault(
        { ...events, times: 20, status: 504 },
        { path: '/me/calendarView', times: 4, status: 503 },
      );
      await bookSession(world, booker, { pairId, start });
      await failing.noMoreFaults();
      failing.leasesEnd();
      await nothingLeft();
      assert.equal(first(await kept()).meeting.stage, 'released');
      assert.deepEqual(
        [await startsAhead(), await held()],
        [
          [[], []],
          [[], []],
        ],
      );
      assert.equal((await placesOf(world, profileIdOf(world, priya))).length, 1);
      assert.match(booker.messages().at(-1)?.text ?? '', /nothing is booked/);
      await bookSession(world, other, { pairId, start });
      assert.deepEqual(await startsAhead(), [[start], [start]]);
    });

    it('and the same press books it once Outlook answers again', async () => {
      await failing.fault({ path: '/me/calendar/getSchedule', times: 20, status: 503 });
      const opId = randomUUID();
      const { message } = await bookSession(world, booker, { pairId, start, opId });
      assert.match(message ?? '', /^Outlook does not answer at this moment. Nothing is lost/);
      assert.deepEqual(await held(), [[], []]);
      await failing.noMoreFaults();
      await bookSession(world, booker, { pairId, start, opId });
      await bookSession(world, booker, { pairId, start, opId });
      assert.deepEqual(await startsAhead(), [[start], [start]]);
    });

    it('to move with every answer lost, the repair looks where the event is, and one time is held', async () => {
      await bookSession(world, booker, { pairId, start });
      const to = first((await sessionTimes(booker, pairId)).filter(each => each > start));
      const { meeting } = first(await kept());
      const moves = { pairId, meetingId: meeting.id };
      await failing.fault({ path: '/me/events/', method: 'PATCH', times: 20, loseAnswer: true });
      const { profileId } = meeting.mentor;
      await press(booker, 'move-to', { profileId, moves, start: to, opId: randomUUID() });
      await world.settled();
      await failing.noMoreFaults();
      failing.leasesEnd();
      await nothingLeft();
      assert.deepEqual(
        [await startsAhead(), await held()],
        [
          [[to], [to]],
          [[to], [to]],
        ],
      );
      const { interval } = first(await kept()).meeting;
      assert.deepEqual(interval, { start: to, end: to + 45 * 60_000 });
    });

    it('to cancel, it leaves both diaries at once and both calendars as soon as it can', async () => {
      await bookSession(world, booker, { pairId, start });
      const { meeting } = first(await kept());
      await failing.fault({ path: '/me/events/.*/cancel', times: 5, status: 400 });
      await press(other, 'cancel', { pairId, meetingId: meeting.id, opId: randomUUID() });
      await world.settled();
      assert.deepEqual(await held(), [[], []]);
      await failing.noMoreFaults();
      failing.leasesEnd();
      await nothingLeft();
      assert.deepEqual(await startsAhead(), [[], []]);
    });
  });
}
