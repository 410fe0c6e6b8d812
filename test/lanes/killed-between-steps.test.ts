import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { book, press, profileIdOf, startsOn, timesWith } from '../support/booking-by-chat.ts';
import {
  answerTo,
  killedAfterEach,
  openMeetingOf,
  priya,
  type Scene,
} from '../support/killed-between-steps.ts';

const isBooked = async ({ world, sam, start }: Scene) => {
  await book(world, sam, priya, { start });
};

describe('An app that is killed between two steps', function () {
  this.timeout(240_000);

  it('leaves one event or none of a request that the mentor, who is asked first, accepts', async () => {
    const steps = await killedAfterEach({
      async prepare(scene) {
        await scene.mentor.say('ask me first');
        await isBooked(scene);
      },
      act: scene => answerTo(scene, scene.mentor, 'accept'),
    });
    assert.ok(steps >= 11);
  });

  it('leaves a move done or not, and one of the two times held', async () => {
    const steps = await killedAfterEach({
      prepare: isBooked,
      async act(scene) {
        const [to] = startsOn(await timesWith(scene.world, scene.sam, priya));
        const { meeting } = await openMeetingOf(scene);
        const moves = { pairId: meeting.pairId, meetingId: meeting.id };
        const data = { profileId: profileIdOf(scene.world, priya), moves, start: to, opId: randomUUID() };
        return press(scene.sam, 'move-to', data);
      },
    });
    assert.ok(steps >= 9);
  });

  it('takes a cancelled meeting out of both calendars all the same', async () => {
    const steps = await killedAfterEach({
      prepare: isBooked,
      act: scene => answerTo(scene, scene.sam, 'cancel'),
    });
    assert.ok(steps >= 7);
  });
});
