import type { ReleaseTimes } from '../mentoring/chemistry/blind-answer.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { remindersFor } from '../mentoring/reminders/meeting-reminders.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';
import type { ReleasedRecord } from '../records/pair-record.ts';
import { newRecord, type Times } from './outbox-of-meeting.ts';

/** The question whether to go on, to one of the two. */
export const question = 'go-on-asked';
/** What has been released, to one of the two. */
export const result = 'go-on-result';
/** It is to be looked whether something is released. */
export const release = 'go-on-release';
/** What was released is to be done elsewhere: the place, the contract, the totals. */
export const released = 'released';
/** No place is kept for a second meeting any more. */
export const placeKept = 'place-kept';

/** Told with the matter, each in a message of its own. */
export const toldAfter: ReadonlySet<string> = new Set([question, result]);

const sides = ['mentee', 'mentor'] as const;

/** What waits from the end of a meeting on, whatever anybody will answer. */
export function awaitedAfter(meeting: Meeting, after: ReleaseTimes, times: Times): readonly OutboxRecord[] {
  return [
    ...sides.map(side =>
      newRecord(meeting, { kind: question, to: meeting[side].person, dueAt: times.now }, times),
    ),
    ...remindersFor({ ...meeting, after }, times.now).map(({ kind, to, at }) =>
      newRecord(meeting, { kind, to: meeting[to].person, dueAt: at, wantedAt: at }, times),
    ),
    releaseRecord(meeting, after.decidesAt, times),
  ];
}

export function releaseRecord(
  meeting: Meeting,
  dueAt: number,
  times: Times,
  before?: OutboxRecord,
): OutboxRecord {
  return newRecord(meeting, { kind: release, dueAt }, times, before);
}

export function releasedRecord(
  meeting: Meeting,
  reasons: ReleasedRecord['reasons'],
  times: Times,
): ReleasedRecord {
  const record = newRecord(meeting, { kind: released, dueAt: times.now }, times);
  return { ...record, kind: released, reasons };
}

/** Both are told once all that follows has been done. */
export function toldOfRelease(meeting: Meeting, times: Times): readonly OutboxRecord[] {
  const until = meeting.after?.released?.placeKeptUntil;
  return [
    ...sides.map(side =>
      newRecord(meeting, { kind: result, to: meeting[side].person, dueAt: times.now }, times),
    ),
    ...(until === undefined ? [] : [newRecord(meeting, { kind: placeKept, dueAt: until }, times)]),
  ];
}
