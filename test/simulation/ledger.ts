import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import type { Notice } from '../../bot/ports/chat.ts';
import type { Partition, Store, Write } from '../../bot/ports/store.ts';
import type { OutboxRecord } from '../../bot/records/outbox-record.ts';
import type { MeetingRecord } from '../../bot/records/pair-record.ts';
import type { Instance } from './stepper.ts';

/** One thing that somebody was to be told, from the batch that caused it. */
export type Cause = {
  readonly key: string;
  readonly kind: string;
  readonly dueAt: number;
  readonly causedAt: number;
  putOffTo?: number;
  delivered: number;
  deliveredAt?: number;
  /** How it ended other than by being delivered. */
  end?: 'cancelled' | 'replaced' | 'dropped' | 'marked';
  state: OutboxRecord['state'];
  /** Somebody had it in their hands when an instance was abandoned, an answer was lost or Teams gave none. */
  troubled: boolean;
};

export type Ledger = {
  readonly causes: readonly Cause[];
  readonly problems: string[];
  watch(store: Store, by: Instance, now: () => number): Store;
  delivered(by: Instance, notice: Notice, person: string, now: number): void;
  /** Nothing was said, rightly: it is no news, or they cannot be reached. */
  notSaid(by: Instance, notice: Notice, person: string): void;
  /** How each meeting stands, and since when. */
  readonly meetings: ReadonlyMap<string, { readonly meeting: Meeting; readonly since: number }>;
  /** Whatever that instance, or anybody, holds at this moment may remain unclear. */
  trouble(by?: Instance): void;
};

/**
 * What is committed, seen from outside the product: which messages were caused, replaced, cancelled; and against that,
 * what arrived. An instance may deliver only what it took before.
 */
export function ledger(): Ledger {
  const causes: Cause[] = [];
  const problems: string[] = [];
  const standing = new Map<string, Cause>();
  const takenBy = new Map<string, Cause>();
  const excused = new Set<Cause>();
  const meetings = new Map<string, { readonly meeting: Meeting; readonly since: number }>();

  function wrote(by: Instance, writes: readonly Write[], now: number): void {
    const removed = new Map<string, { readonly id: string; readonly cause: Cause }>();
    for (const write of writes) {
      if (!('remove' in write)) continue;
      const cause = standing.get(write.remove);
      if (!cause) continue;
      standing.delete(write.remove);
      removed.set(keyOfId(write.remove), { id: write.remove, cause });
    }
    for (const write of writes) {
      if ('put' in write && isMeeting(write.put)) stands(write.put.meeting, now);
      if (!('put' in write) || !isOutbox(write.put) || !write.put.to) continue;
      const record = write.put;
      const key = keyOfId(record.id);
      const before = standing.get(record.id) ?? removed.get(key)?.cause;
      removed.delete(key);
      const isPutOff =
        before !== undefined && before.dueAt === record.wantedAt && record.dueAt > before.dueAt;
      if (before && (isPutOff || record.fence > 0)) {
        standing.set(record.id, before);
        before.state = record.state;
        if (isPutOff) before.putOffTo = record.dueAt;
        if (record.state === 'sending') takenBy.set(`${by.name} ${key}`, before);
        if (record.state === 'waiting' && record.tries === 0 && !isPutOff) caused(record, key, before, now);
        continue;
      }
      caused(record, key, before, now);
    }
    for (const { cause } of removed.values()) ended(by, cause);
  }

  function stands(meeting: Meeting, now: number): void {
    const known = meetings.get(meeting.id);
    const isAlike =
      known?.meeting.stage === meeting.stage && known.meeting.interval?.start === meeting.interval?.start;
    meetings.set(meeting.id, { meeting, since: isAlike ? known.since : now });
  }

  function caused(record: OutboxRecord, key: string, before: Cause | undefined, now: number): void {
    if (before && before.end === undefined && before.delivered === 0) before.end = 'replaced';
    const cause: Cause = {
      key,
      kind: record.kind,
      dueAt: record.dueAt,
      causedAt: now,
      delivered: 0,
      state: record.state,
      troubled: false,
    };
    standing.set(record.id, cause);
    causes.push(cause);
  }

  function ended(by: Instance, cause: Cause): void {
    const isOwn = takenBy.get(`${by.name} ${cause.key}`) === cause;
    if (cause.delivered > 0) cause.end = 'marked';
    else if (isOwn && cause.state === 'sending' && !excused.has(cause) && !cause.troubled) {
      problems.push(`${cause.key} was taken out without having been sent`);
    } else cause.end = isOwn ? 'dropped' : 'cancelled';
  }

  const causesOf = (by: Instance, notice: Notice, person: string): Cause[] =>
    keysOf(notice, person).map(key => {
      const cause = takenBy.get(`${by.name} ${key}`);
      if (cause) return cause;
      problems.push(`${key} was sent without having been taken`);
      return { key, kind: '', dueAt: 0, causedAt: 0, delivered: 0, state: 'waiting', troubled: true };
    });

  return {
    causes,
    problems,
    meetings,
    watch(store, by, now) {
      return {
        ...store,
        async write(partition: Partition, writes: readonly Write[]) {
          const written = await store.write(partition, writes);
          if (written.outcome === 'written' && partition.container === 'pairs') wrote(by, writes, now());
          return written;
        },
      };
    },
    delivered(by, notice, person, now) {
      for (const cause of causesOf(by, notice, person)) {
        cause.delivered += 1;
        cause.deliveredAt = now;
        if (cause.delivered > 1) problems.push(`${cause.key} was told ${cause.delivered} times`);
      }
    },
    notSaid(by, notice, person) {
      for (const cause of causesOf(by, notice, person)) {
        excused.add(cause);
        cause.troubled = true;
      }
    },
    trouble(by) {
      for (const [taken, cause] of takenBy)
        if (!by || taken.startsWith(`${by.name} `)) cause.troubled ||= cause.state === 'sending';
    },
  };
}

/** Without the hour, by which a record that was put off differs. */
function keyOfId(id: string): string {
  return id.slice(0, -14);
}

function keysOf(notice: Notice, person: string): readonly string[] {
  const key = (meetingId: string, kind: string) => `outbox:${meetingId}:${kind}:${person}`;
  switch (notice.about) {
    case 'reminders':
      return notice.reminders.map(each =>
        key('meeting' in each ? each.meeting.id : each.contract.contractId, each.kind),
      );
    case 'times':
    case 'session-times':
      return [];
    case 'question':
      return [key(notice.meeting.id, 'go-on-asked')];
    case 'result':
      return [key(notice.meeting.id, 'go-on-result')];
    case 'clash':
      return [key(notice.meeting.id, 'clash')];
    default:
      return [key(notice.meeting.id, 'standing')];
  }
}

function isMeeting(document: { readonly type: string }): document is MeetingRecord {
  return document.type === 'meeting';
}

function isOutbox(document: { readonly type: string }): document is OutboxRecord {
  return document.type === 'outbox';
}
