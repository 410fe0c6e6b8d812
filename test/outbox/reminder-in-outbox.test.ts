import assert from 'node:assert/strict';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { outboxCommand } from '../../bot/command-line/outbox.ts';
import { figures } from '../../bot/figures.ts';
import { dispatch } from '../../bot/outbox/dispatch.ts';
import { queueNow } from '../../bot/outbox/queue.ts';
import { relay } from '../../bot/outbox/relay.ts';
import { tellPerson } from '../../bot/outbox/tell-person.ts';
import { countedChat, outboxGauges } from '../../bot/outbox-figures.ts';
import type { Told } from '../../bot/ports/chat.ts';
import type { Store } from '../../bot/ports/store.ts';
import { type OutboxRecord, outboxRecordId } from '../../bot/records/outbox-record.ts';
import { dueBuckets, dueDays, pairPartition, personPartition } from '../../bot/records/partitions.ts';
import { aMeeting, priya } from '../support/meetings.ts';

const scheme = {
  id: 's',
  name: 'S',
  homeTenantId: 't',
  domains: {},
  link: 'https://example.org/',
  signposts: [],
};
const monday = Date.parse('2026-11-23T10:00:00Z');
const minute = 60_000;
const hour = 60 * minute;

describe('A reminder in the outbox', () => {
  const meeting = aMeeting({ stage: 'asked' });
  const at = pairPartition(scheme, meeting.pairId);
  let store: Store;
  let now: number;
  let answers: (Told | Error)[];
  let sent: number;
  const counted = figures();

  beforeEach(() => {
    store = sqliteStore(':memory:');
    now = monday;
    answers = [];
    sent = 0;
  });
  afterEach(() => store.close());

  const ports = () => ({
    store,
    scheme,
    clock: { now: async () => now, real: () => now },
    ids: nodeIds(),
    chat: countedChat(
      {
        async tell() {
          sent += 1;
          const answer = answers.shift() ?? { messageId: 'm' };
          if (answer instanceof Error) throw answer;
          return answer;
        },
        async update() {
          return 'updated';
        },
      },
      counted,
    ),
  });
  async function wanted(dueAt: number): Promise<OutboxRecord> {
    const what = { kind: 'answer-awaited', to: priya, dueAt };
    const record: OutboxRecord = {
      ...what,
      id: outboxRecordId(meeting.id, what),
      type: 'outbox',
      about: { pairId: meeting.pairId, meetingId: meeting.id },
      wantedAt: dueAt,
      state: 'waiting',
      leaseUntil: 0,
      fence: 0,
      tries: 0,
      version: 1,
    };
    await store.write(at, [{ put: record, ifMatch: 'any' }]);
    return record;
  }
  async function pass(): Promise<unknown[]> {
    const problems: unknown[] = [];
    await relay(ports(), 'pairs');
    const hands = {
      ofMatter: new Set<string>(),
      settle: async () => undefined,
      tell: (to: typeof priya, due: Parameters<typeof tellPerson>[2]) =>
        tellPerson(ports(), to, due, async () => ({ meeting })),
    };
    await dispatch(ports(), hands, (_id, problem) => problems.push(problem));
    return problems;
  }
  async function command(...args: readonly string[]) {
    const printed: string[] = [];
    const code = await outboxCommand({ ...ports(), args, print: line => printed.push(line) });
    return { code, printed: printed.join('\n') };
  }
  const left = async () => (await store.list<OutboxRecord>(at, 'outbox')).map(each => each.document);
  const gauges = async () => counted.text(outboxGauges(await queueNow(ports())));

  it('is tried again as told after a 429, and not before', async () => {
    await wanted(monday);
    answers = [{ afterMs: 5 * minute }];
    await pass();
    now += 4 * minute;
    await pass();
    assert.equal(sent, 1);
    now += 2 * minute;
    await pass();
    assert.deepEqual([sent, await left()], [2, []]);
  });

  it('is never sent again by itself when nobody can say whether it arrived; an operator may', async () => {
    const { id } = await wanted(monday);
    answers = ['unclear'];
    await pass();
    now += 3 * hour;
    await pass();
    assert.equal(sent, 1);
    assert.deepEqual(
      (await left()).map(each => each.state),
      ['unclear'],
    );
    assert.match(await gauges(), /mentoring_outbox_unclear\{kind="answer-awaited"\} 1/);
    const { printed } = await command('list');
    assert.match(
      printed,
      new RegExp(`^unclear\tanswer-awaited\t2026-11-23T10:00:00.000Z\t${id}\n1 given up.$`),
    );
    assert.match((await command('show', id)).printed, /because\tno clear answer/);
    assert.deepEqual((await command('send-again', id)).code, 0);
    assert.equal((await command('list')).printed, 'Nothing was given up.');
    await pass();
    await pass();
    assert.deepEqual([sent, await left()], [2, []]);
    assert.equal((await command('show', id)).code, 1);
    assert.equal((await command('send-again', id)).code, 1);
  });

  it('is dead after hours of being refused, kept with its reason, and can be sent again', async () => {
    const { id } = await wanted(monday);
    answers = Array.from({ length: 50 }, () => new Error('400'));
    let problems = 0;
    for (let passes = 0; passes < 80; passes += 1) {
      problems += (await pass()).length;
      now += 11 * minute;
      if (new Date(now).getUTCHours() >= 18) now += 14 * hour;
    }
    assert.deepEqual([sent, problems], [50, 50]);
    assert.deepEqual(
      (await left()).map(({ state, because }) => [state, because]),
      [['dead', 'refused']],
    );
    assert.match(await gauges(), /mentoring_outbox_dead\{kind="answer-awaited"\} 1/);
    assert.equal((await command('send-again', id)).code, 0);
  });

  it('waits for a decent hour by what the person said about themselves', async () => {
    await store.write(personPartition(priya), [
      {
        put: { id: 'person', type: 'person', canMeet: { days: ['Wednesday'] } } as {
          id: string;
          type: string;
        },
        ifMatch: 'any',
      },
    ]);
    await wanted(monday);
    await pass();
    await pass();
    assert.equal(sent, 0);
    assert.match(await gauges(), /mentoring_outbox_later\{kind="answer-awaited"\} 1/);
    now = Date.parse('2026-11-25T07:59:00Z');
    await pass();
    assert.equal(sent, 0);
    now += 2 * minute;
    await pass();
    assert.deepEqual([sent, await left()], [1, []]);
  });

  it('is one in the figures while it waits, with how long it has been due', async () => {
    await wanted(monday - 90_000);
    await relay(ports(), 'pairs');
    const text = await gauges();
    assert.match(text, /mentoring_outbox_due\{kind="answer-awaited"\} 1/);
    assert.match(text, /mentoring_outbox_oldest_due_seconds 90\n/);
  });

  it('leaves no bucket open behind it once its hour is over', async () => {
    await wanted(monday);
    await pass();
    now += 25 * hour;
    await pass();
    await pass();
    assert.deepEqual(await store.list(dueBuckets(scheme, '2026-11-23'), 'open'), []);
    assert.deepEqual(await store.list(dueDays(scheme), 'open'), []);
  });
});
