import { nodeDigests } from '../../bot/adapters/crypto/node-digests.ts';
import { nodeIds } from '../../bot/adapters/crypto/node-ids.ts';
import type { Chat } from '../../bot/ports/chat.ts';
import type { Clock } from '../../bot/ports/clock.ts';
import type { Ports } from '../../bot/ports/ports.ts';
import type { Store } from '../../bot/ports/store.ts';
import { type OutboxRecord, outboxRecordId } from '../../bot/records/outbox-record.ts';
import { type MeetingRecord, meetingRecordId } from '../../bot/records/pair-record.ts';
import { pairPartition } from '../../bot/records/partitions.ts';
import { scheme } from '../simulation/people.ts';
import { aMeeting } from './meetings.ts';

/** So many meetings of as many people, and of each the reminder to the mentee. `at`: epoch ms, when all are due. */
export async function putReminders(store: Store, count: number, at: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const mentee = { tenantId: 'trust', objectId: `person-${index}` };
    const meeting = aMeeting({ mentee, at: new Date(at + 24 * 60 * 60_000).toISOString() });
    const { id, pairId } = meeting;
    const record: MeetingRecord = { id: meetingRecordId(id), type: 'meeting', meeting, cards: {} };
    const what = { kind: 'meeting-ahead', to: mentee, dueAt: at };
    const reminder: OutboxRecord = {
      ...what,
      id: outboxRecordId(id, what),
      type: 'outbox',
      about: { pairId, meetingId: id },
      state: 'waiting',
      leaseUntil: 0,
      fence: 0,
      tries: 0,
      version: 1,
    };
    await store.write(pairPartition(scheme, pairId), [
      { put: record, ifMatch: 'absent' },
      { put: reminder, ifMatch: 'absent' },
    ]);
  }
}

/** What a pass needs that only tells. */
export function portsOfSchedule(store: Store, chat: Chat, clock: Clock): Ports {
  const unused = async () => {
    throw new Error('Not asked here');
  };
  return {
    store,
    scheme,
    chat,
    clock,
    ids: nodeIds(),
    digests: nodeDigests(),
    calendar: {
      schedules: unused,
      create: unused,
      view: unused,
      move: unused,
      cancel: unused,
      respond: unused,
    },
    directory: { me: unused, resolve: unused, stillThere: unused },
    signIns: { absent: unused },
  };
}
