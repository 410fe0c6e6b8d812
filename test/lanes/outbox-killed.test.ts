import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sqliteStore } from '../../bot/adapters/sqlite/sqlite-store.ts';
import { type OutboxRecord, outboxRecordId } from '../../bot/records/outbox-record.ts';
import { type MeetingRecord, meetingRecordId, type PairRecord } from '../../bot/records/pair-record.ts';
import { pairPartition } from '../../bot/records/partitions.ts';
import { seeded } from '../../infra/local/people/seeded.ts';
import { scheme } from '../simulation/people.ts';
import { eventually } from '../support/booking-by-chat.ts';
import { aMeeting } from '../support/meetings.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const runs = 20;
const meetings = 20;
/** How many one process sends at the same time. */
const atOnce = 16;
const leaseMs = 61_000;
const typescript = process.features.typescript ? [] : ['--import', 'tsx'];

describe('Two processes that tell people what is due, one of them killed', function () {
  this.timeout(180_000);
  const random = seeded('killed');
  const told = new Map<string, number>();
  const children: ChildProcess[] = [];
  let folder: string;
  let store: ReturnType<typeof sqliteStore>;
  let connector: Server;
  let arrived = 0;
  let onArrival = () => undefined as unknown;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'outbox-'));
    store = sqliteStore(join(folder, 'store.sqlite'));
    connector = createServer(async (request, response) => {
      const { to, kind, about } = JSON.parse(await text(request));
      for (const id of about) told.set(`${id} ${kind} ${to}`, (told.get(`${id} ${kind} ${to}`) ?? 0) + 1);
      arrived += 1;
      onArrival();
      await wait(random.between(0, 10));
      response.end(`message ${arrived}`);
    }).listen(0, '127.0.0.1');
    await once(connector, 'listening');
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    connector.closeAllConnections();
    connector.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(leasesAheadMs = 0): Promise<ChildProcess> {
    const address = connector.address();
    assert.ok(address && typeof address === 'object');
    const child = spawn(process.execPath, [...typescript, entry], {
      env: {
        PATH: process.env.PATH,
        STORE: join(folder, 'store.sqlite'),
        CONNECTOR: `http://127.0.0.1:${address.port}/`,
        NOW_AT: String(monday),
        LEASES_AHEAD_MS: String(leasesAheadMs),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    await once(child, 'message');
    return child;
  }

  it(`tell each thing once, or leave it unclear, in ${runs} runs`, async () => {
    await start();
    const pairIds: string[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const victim = await start();
      const ended = once(victim, 'exit');
      const killAt = arrived + random.between(1, meetings);
      onArrival = () => arrived >= killAt && victim.kill('SIGKILL');
      pairIds.push(...(await prepare(store)));
      await ended;
    }
    await start(leaseMs);
    const left = async () => {
      const lists = await Promise.all(
        pairIds.map(pairId => store.list<OutboxRecord>(pairPartition(scheme, pairId), 'outbox')),
      );
      return lists.flat().map(each => each.document);
    };
    await eventually(
      'all is told or unclear',
      async () => (await left()).every(each => each.state === 'unclear'),
      40_000,
    );
    const kept = await left();
    console.log(`      ${runs} kills: ${told.size} told, ${kept.length} unclear`);
    assert.deepEqual(
      [...told].filter(([, times]) => times > 1),
      [],
      'told twice',
    );
    assert.ok(told.size + kept.length >= 2 * meetings * runs, 'lost');
    assert.ok(told.size < 2 * meetings * runs + 1);
    assert.ok(kept.length <= runs * atOnce, 'more is unclear than was under way');
  });
});

const entry = fileURLToPath(new URL('../support/outbox-process.ts', import.meta.url));

/** Of each meeting a card for the mentor and a reminder for the mentee, to different people. */
async function prepare(store: ReturnType<typeof sqliteStore>): Promise<readonly string[]> {
  const pairIds: string[] = [];
  for (let at = 0; at < meetings; at += 1) {
    const who = (name: string) => ({ tenantId: 'trust', objectId: `${name}-${at}` });
    const meeting = aMeeting({ stage: 'agreed', mentee: who('mentee'), mentor: who('mentor') });
    const about = { pairId: meeting.pairId, meetingId: meeting.id };
    const waits = {
      about,
      state: 'waiting',
      leaseUntil: 0,
      fence: 0,
      tries: 0,
      version: 1,
      dueAt: monday,
    } as const;
    const outbox = [
      { kind: 'standing', to: meeting.mentor.person, dueAt: monday },
      { kind: 'meeting-ahead', to: meeting.mentee.person, dueAt: monday },
    ].map(what => ({ ...waits, ...what, id: outboxRecordId(meeting.id, what), type: 'outbox' }));
    const pair: PairRecord = { id: 'pair', type: 'pair', lineManagement: 'does not', declarations: {} };
    const record: MeetingRecord = { id: meetingRecordId(meeting.id), type: 'meeting', meeting, cards: {} };
    await store.write(
      pairPartition(scheme, meeting.pairId),
      [pair, record, ...outbox].map(put => ({ put, ifMatch: 'any' })),
    );
    pairIds.push(meeting.pairId);
  }
  return pairIds;
}
