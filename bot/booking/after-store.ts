import type { BlindAnswer } from '../mentoring/chemistry/blind-answer.ts';
import { sideOf } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored, Write } from '../ports/store.ts';
import type { AboutMeeting, OutboxRecord } from '../records/outbox-record.ts';
import type { MeetingRecord, PairRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { type Matter, readMatter } from './meeting-store.ts';
import { outboxWrites, type Times } from './outbox-of-meeting.ts';
import { tryAgain } from './try-again.ts';

/** What is asked, answered and released after a meeting, as it was read. */
export type AfterMatter = {
  readonly record: MeetingRecord;
  readonly pair: PairRecord;
  readonly outbox: readonly Stored<OutboxRecord>[];
};

/** What is to be written; the outbox as a whole, what stays being the same objects. */
export type AfterChange = {
  readonly record: MeetingRecord;
  readonly pair: PairRecord;
  readonly outbox: readonly OutboxRecord[];
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/**
 * Lets `decide` change what comes after a meeting, in one batch under the etags that were read, as often as somebody else
 * comes first. `as it was`: there was nothing to write.
 */
export async function changeAfter(
  { store, scheme, clock }: Needs,
  { pairId, meetingId }: AboutMeeting,
  decide: (matter: AfterMatter, times: Times) => AfterChange | 'as it was' | Refusal,
): Promise<MeetingRecord | Refusal> {
  return tryAgain(async () => {
    const matter = await readMatter({ store, scheme }, pairId, meetingId);
    if (!matter) return { refused: 'not found' } as const;
    const times = { now: await clock.now(), real: clock.real() };
    const after = decide(asRead(matter), times);
    if (after === 'as it was') return matter.record.document;
    if (isRefusal(after)) return after;
    const written = await store.write(pairPartition(scheme, pairId), writesOf(matter, after));
    return written.outcome === 'written' ? after.record : 'conflict';
  });
}

export function asRead({ record, pair, outbox }: Matter): AfterMatter {
  return { record: record.document, pair: pair.document, outbox };
}

function writesOf({ record, pair, outbox }: Matter, after: AfterChange): readonly Write[] {
  return [
    ...(after.record === record.document ? [] : [{ put: after.record, ifMatch: record.etag }]),
    ...(after.pair === pair.document ? [] : [{ put: after.pair, ifMatch: pair.etag }]),
    ...outboxWrites(outbox, after.outbox),
  ];
}

/** The meeting with something more about what comes after it. */
export function withMeeting(record: MeetingRecord, more: Partial<Meeting>): MeetingRecord {
  return { ...record, meeting: { ...record.meeting, ...more } };
}

/** Of one of the two: their own answer, which nobody else is ever shown. */
export function ownAnswer({ meeting, answers }: MeetingRecord, person: PersonId): BlindAnswer | undefined {
  const side = sideOf(meeting, person);
  return side && answers?.[side]?.answer;
}

export function hasAnswered(record: MeetingRecord, person: PersonId): boolean {
  return ownAnswer(record, person) !== undefined;
}
