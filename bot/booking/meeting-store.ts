import { hasEnded } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import { type OutboxRecord, outboxPrefix } from '../records/outbox-record.ts';
import {
  type IntentRecord,
  isIntent,
  type MeetingRecord,
  meetingRecordId,
  type PairRecord,
  type Todo,
} from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { type OutboxChange, outboxAfter, outboxWrites } from './outbox-of-meeting.ts';
import { isBeingChanged } from './todo.ts';
import { tryAgain } from './try-again.ts';

export type MeetingNeeds = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/** A meeting with what belongs to it, as it was read or written last. */
export type Matter = {
  readonly record: Stored<MeetingRecord>;
  readonly pair: Stored<PairRecord>;
  readonly intent: Stored<IntentRecord> | undefined;
  /** All that is in the outbox about it, the intent too. */
  readonly outbox: readonly Stored<OutboxRecord>[];
};

export async function readMeeting(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  pairId: string,
  meetingId: string,
): Promise<Stored<MeetingRecord> | undefined> {
  return store.read<MeetingRecord>(pairPartition(scheme, pairId), meetingRecordId(meetingId));
}

export async function readMatter(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  pairId: string,
  meetingId: string,
): Promise<Matter | undefined> {
  const partition = pairPartition(scheme, pairId);
  const [record, pair, outbox] = await Promise.all([
    store.read<MeetingRecord>(partition, meetingRecordId(meetingId)),
    store.read<PairRecord>(partition, 'pair'),
    store.list<OutboxRecord>(partition, 'outbox', outboxPrefix(meetingId)),
  ]);
  return record && pair && { record, pair, outbox, intent: intentIn(outbox) };
}

export type Decision = OutboxChange & {
  readonly declares?: { readonly mentee?: string; readonly mentor?: string };
  readonly cards?: MeetingRecord['cards'];
};

export type HowToChange = {
  /** Only while this intent, which is the caller's to finish, has not been taken over. Otherwise 'already answered'. */
  readonly mine?: Stored<IntentRecord>;
  /** Spares the first reading. */
  readonly known?: Matter;
  /** Also while somebody puts it into the calendars: always, or when they have left it unfinished. */
  readonly meanwhile?: 'always' | 'when stalled';
};

/**
 * Lets `decide` change a meeting, and writes meeting, pair and outbox in one batch under their etags, as often as somebody
 * else comes first. The pair forgets a meeting that has ended. 'not yet' while somebody puts it into the calendars.
 */
export async function changeMatter(
  { store, scheme, clock }: MeetingNeeds,
  { pairId, meetingId }: { readonly pairId: string; readonly meetingId: string },
  decide: (meeting: Meeting, todo: Todo) => Decision | Refusal,
  { mine, known, meanwhile }: HowToChange = {},
): Promise<Matter | Refusal> {
  const partition = pairPartition(scheme, pairId);
  let first = known;
  return tryAgain(async () => {
    const matter = first ?? (await readMatter({ store, scheme }, pairId, meetingId));
    first = undefined;
    if (!matter) return { refused: 'not found' } as const;
    const { record, pair, intent, outbox } = matter;
    if (mine && intent?.etag !== mine.etag) return { refused: 'already answered' } as const;
    const { meeting } = record.document;
    const todo = intent?.document.todo ?? {};
    const stalled = meanwhile === 'when stalled' && (intent?.document.leaseUntil ?? 0) <= clock.real();
    const mayChange = mine || stalled || meanwhile === 'always' || !isBeingChanged(meeting, todo);
    if (!mayChange) return { refused: 'not yet' } as const;
    const decision = decide(meeting, todo);
    if (isRefusal(decision)) return decision;
    const times = { now: await clock.now(), real: clock.real() };
    const after = {
      record: {
        ...record.document,
        meeting: decision.meeting,
        cards: { ...record.document.cards, ...decision.cards },
      },
      pair: pairAfter(pair.document, decision),
      outbox: outboxAfter({ meeting, outbox }, decision, times),
    };
    const written = await store.write(partition, [
      { put: after.record, ifMatch: record.etag },
      { put: after.pair, ifMatch: pair.etag },
      ...outboxWrites(outbox, after.outbox),
    ]);
    if (written.outcome === 'conflict') return 'conflict';
    const stored = <D extends { readonly id: string }>(document: D): { document: D; etag: string } => ({
      document,
      etag: written.etags.get(document.id) ?? '',
    });
    const left = after.outbox.map(each => outbox.find(({ document }) => document === each) ?? stored(each));
    return {
      record: stored(after.record),
      pair: stored(after.pair),
      outbox: left,
      intent: intentIn(left),
    };
  });
}

export async function changeMeeting(
  ports: MeetingNeeds,
  pairId: string,
  meetingId: string,
  decide: (meeting: Meeting, todo: Todo) => Decision | Refusal,
  how: HowToChange = {},
): Promise<Meeting | Refusal> {
  const changed = await changeMatter(ports, { pairId, meetingId }, decide, how);
  return isRefusal(changed) ? changed : changed.record.document.meeting;
}

function pairAfter(pair: PairRecord, { meeting, declares }: Decision): PairRecord {
  const { openMeetingId, ...rest } = pair;
  const open = hasEnded(meeting) && openMeetingId === meeting.id ? undefined : openMeetingId;
  return {
    ...rest,
    ...(open === undefined ? {} : { openMeetingId: open }),
    declarations: { ...pair.declarations, ...declares },
  };
}

export function intentIn(outbox: readonly Stored<OutboxRecord>[]): Stored<IntentRecord> | undefined {
  for (const { document, etag } of outbox) if (isIntent(document)) return { document, etag };
  return undefined;
}
