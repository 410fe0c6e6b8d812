import { hasEnded } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored, Write } from '../ports/store.ts';
import {
  type IntentRecord,
  intentRecordId,
  type MeetingRecord,
  meetingRecordId,
  type PairRecord,
  type Todo,
} from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { isBeingChanged, isNothing, restsUntil } from './todo.ts';
import { tryAgain } from './try-again.ts';

/** Real time that one piece of work may take before another instance takes it over. */
export const leaseMs = 60_000;

export type MeetingNeeds = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/** A meeting with what belongs to it, as it was read or written last. */
export type Matter = {
  readonly record: Stored<MeetingRecord>;
  readonly pair: Stored<PairRecord>;
  readonly intent: Stored<IntentRecord> | undefined;
};

export function newIntent(
  clock: Ports['clock'],
  { id, pairId }: Pick<Meeting, 'id' | 'pairId'>,
  todo: Todo,
  again: { readonly tries?: number; readonly pauseMs?: number } = {},
): IntentRecord {
  const dueAt = restsUntil(todo);
  const { tries = 0, pauseMs = leaseMs } = again;
  return {
    id: intentRecordId(id),
    type: 'intent',
    pairId,
    meetingId: id,
    todo,
    leaseUntil: dueAt === undefined ? clock.real() + pauseMs : 0,
    ...(dueAt === undefined ? {} : { dueAt }),
    tries: dueAt === undefined ? tries : 0,
  };
}

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
  const [record, pair, intent] = await Promise.all([
    store.read<MeetingRecord>(partition, meetingRecordId(meetingId)),
    store.read<PairRecord>(partition, 'pair'),
    store.read<IntentRecord>(partition, intentRecordId(meetingId)),
  ]);
  return record && pair && { record, pair, intent };
}

export type Decision = {
  readonly meeting: Meeting;
  /** What has to be done outside from now on; absent: what there was. */
  readonly todo?: Todo;
  readonly declares?: { readonly mentee?: string; readonly mentor?: string };
  readonly cards?: MeetingRecord['cards'];
  /** The work rests as long (real ms) before anybody takes it up again. */
  readonly pauseMs?: number;
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
 * Lets `decide` change a meeting, and writes meeting, pair and intent in one batch under their etags, as often as somebody
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
    const { record, pair, intent } = matter;
    if (mine && intent?.etag !== mine.etag) return { refused: 'already answered' } as const;
    const { meeting } = record.document;
    const todo = intent?.document.todo ?? {};
    const stalled = meanwhile === 'when stalled' && (intent?.document.leaseUntil ?? 0) <= clock.real();
    const mayChange = mine || stalled || meanwhile === 'always' || !isBeingChanged(meeting, todo);
    if (!mayChange) return { refused: 'not yet' } as const;
    const decision = decide(meeting, todo);
    if (isRefusal(decision)) return decision;
    const after = {
      record: {
        ...record.document,
        meeting: decision.meeting,
        cards: { ...record.document.cards, ...decision.cards },
      },
      pair: pairAfter(pair.document, decision),
      intent: intentAfter(clock, decision, intent?.document),
    };
    const writes: Write[] = [
      { put: after.record, ifMatch: record.etag },
      { put: after.pair, ifMatch: pair.etag },
      ...intentWrite(after.intent, intent),
    ];
    const written = await store.write(partition, writes);
    if (written.outcome === 'conflict') return 'conflict';
    const stored = <D extends { readonly id: string }>(document: D): { document: D; etag: string } => ({
      document,
      etag: written.etags.get(document.id) ?? '',
    });
    return {
      record: stored(after.record),
      pair: stored(after.pair),
      intent: after.intent && (after.intent === intent?.document ? intent : stored(after.intent)),
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

function intentAfter(
  clock: Ports['clock'],
  { meeting, todo, pauseMs }: Decision,
  before: IntentRecord | undefined,
): IntentRecord | undefined {
  if (!todo) return before;
  if (isNothing(todo)) return undefined;
  return newIntent(clock, meeting, todo, pauseMs === undefined ? {} : { pauseMs, tries: before?.tries ?? 0 });
}

function intentWrite(after: IntentRecord | undefined, before: Stored<IntentRecord> | undefined): Write[] {
  if (after === before?.document) return [];
  if (after) return [{ put: after, ifMatch: before?.etag ?? 'absent' }];
  return before ? [{ remove: before.document.id, ifMatch: before.etag }] : [];
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
