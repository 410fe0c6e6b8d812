import assert from 'node:assert/strict';
import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import { sendWhatIsDue } from '../../../bot/journeys/send-what-is-due.ts';
import { teamsLimits, tenantLimits } from '../../../infra/local/teams/limits.ts';
import { chatOfInstance } from '../../support/reminders-due.ts';
import { portsOfSchedule, putReminders } from '../../support/reminders-in-outbox.ts';
import { type SimulatedTime, simulatedTime } from '../../support/simulated-time.ts';

const startsAt = Date.parse('2026-11-23T10:00:00Z');
const count = 10_000;
const pollMs = 2000;

describe('10,000 reminders due in one minute', function () {
  this.timeout(240_000);
  const perSecond = tenantLimits[0]?.most ?? 0;
  for (const instances of [1, 3]) {
    it(`are relayed, dispatched and told once each by ${instances} at work, none refused by Teams, within 5% of the ${count / perSecond} seconds that its ${perSecond} a second take`, async () => {
      const time = simulatedTime(startsAt);
      const teams = connectorIn(time);
      const store = sqliteStore(':memory:');
      await putReminders(store, count, startsAt);
      const wholeMs = () => Math.floor(time.now());
      let isOver = false;
      const running = Array.from({ length: instances }, async () => {
        const chat = chatOfInstance({ store, time, serviceUrl: 'http://teams.example/', fetch: teams.fetch });
        const ports = portsOfSchedule(store, chat, { now: async () => wholeMs(), real: wholeMs });
        while (!isOver && teams.taken().length < count) {
          const problems: unknown[] = [];
          const began = time.now();
          await sendWhatIsDue(ports, (_id, problem) => problems.push(problem));
          isOver = problems.length > 0;
          assert.deepEqual(problems, []);
          await time.sleep(Math.max(pollMs - (time.now() - began), 0));
        }
      });
      await time.during(Promise.all(running));
      await store.close();
      assert.equal(teams.refused(), 0);
      assert.equal(teams.taken().length, count);
      assert.equal(new Set(teams.taken()).size, count);
      const tookSeconds = (teams.lastAt() - startsAt) / 1000;
      assert.ok(tookSeconds <= (count / perSecond) * 1.05, `${tookSeconds} seconds`);
    });
  }
});

/** Holds Teams' limits when a message arrives, which takes it up to 30 ms; the answer takes up to 200 ms more. */
function connectorIn(time: SimulatedTime) {
  const limits = teamsLimits(time.now);
  const taken: string[] = [];
  let refused = 0;
  let lastAt = 0;
  const answering: typeof fetch = async input => {
    await time.sleep(5 + Math.random() * 25);
    const conversation = /conversations\/([^/]+)\//.exec(String(input))?.[1] ?? '';
    const waitMs = limits.refusal('trust', conversation);
    lastAt = time.now();
    await time.sleep(20 + Math.random() * 180);
    if (waitMs !== undefined) {
      refused += 1;
      return Response.json({}, { status: 429, headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) } });
    }
    taken.push(conversation);
    return Response.json({ id: `message-${taken.length}` }, { status: 201 });
  };
  return { fetch: answering, taken: () => taken, refused: () => refused, lastAt: () => lastAt };
}
