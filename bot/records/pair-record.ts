import type { Interval } from '../mentoring/availability/interval.ts';
import type { BlindReason, GivenAnswers } from '../mentoring/chemistry/blind-answer.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { Document } from '../ports/store.ts';
import type { OutboxRecord } from './outbox-record.ts';

/**
 * What ties two people together. `openMeetingId`: their chemistry meeting, of which there is one at a time; of sessions
 * there may be several ahead, each kept from overlapping by both diaries alone. `declarations`: when each said that
 * neither manages, appraises or assesses the other (ISO instants). `goesOnSince`: since when both go on (ISO instant);
 * absent before they do, and once they have ended.
 */
export type PairRecord = Document & {
  readonly type: 'pair';
  readonly openMeetingId?: string;
  readonly goesOnSince?: string;
  readonly lineManagement: 'does not' | 'unknown';
  readonly declarations: { readonly mentee?: string; readonly mentor?: string };
};

/**
 * `cards`: the message in each person's chat that tells how this meeting stands; `questions`: the one that asks whether to
 * go on. `answers`: what each has answered, until it is released; then they are gone.
 */
export type MeetingRecord = Document & {
  readonly type: 'meeting';
  readonly meeting: Meeting;
  readonly cards: { readonly mentee?: string; readonly mentor?: string };
  readonly questions?: { readonly mentee?: string; readonly mentor?: string };
  readonly answers?: GivenAnswers;
};

/** What follows from a release and is to be done elsewhere. `reasons`: still to be counted, of nobody in particular. */
export type ReleasedRecord = OutboxRecord & {
  readonly kind: 'released';
  readonly reasons: readonly BlindReason[];
};

/**
 * What was decided and is not yet done everywhere: the one thing in the outbox that nobody is told of. Whoever wrote it
 * last may finish it, and knows by its etag that nobody else has taken it over; when its lease has ended, anybody may.
 */
export type IntentRecord = OutboxRecord & { readonly kind: 'settle'; readonly todo: Todo };

/** The parts that are left, done in this order. A later change keeps what an earlier one still has to do. */
export type Todo = {
  /** Put both diaries and the calendar to this time, or leave nothing behind. */
  readonly book?: {
    /** What it was before the mentor said yes, and is again when nothing came of it. */
    readonly back?: 'asked' | 'proposed';
  };
  /** From the meeting's own interval to this one; until it is done both are held. */
  readonly move?: Interval;
  readonly clear?: {
    /** Out of both diaries. */
    readonly intervals: readonly Interval[];
    readonly place?: true;
    /** Out of both calendars, by its organiser's sign-in. */
    readonly event?: { readonly id: string; readonly iCalUId: string };
  };
  /** Something may have come into the organiser's calendar while the event was made. */
  readonly lookForClash?: true;
  /** Nobody answered by then (movable time, epoch ms). */
  readonly lapseAt?: number;
};

export function meetingRecordId(meetingId: string): string {
  return `meeting:${meetingId}`;
}

export function isIntent(record: OutboxRecord): record is IntentRecord {
  return record.kind === 'settle' && 'todo' in record;
}

export function isReleased(record: OutboxRecord): record is ReleasedRecord {
  return record.kind === 'released' && 'reasons' in record;
}
