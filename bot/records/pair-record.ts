import type { Interval } from '../mentoring/availability/interval.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { Document } from '../ports/store.ts';

/** What ties two people together. `declarations`: when each said that neither manages, appraises or assesses the other (ISO instants). */
export type PairRecord = Document & {
  readonly type: 'pair';
  readonly openMeetingId?: string;
  readonly lineManagement: 'does not' | 'unknown';
  readonly declarations: { readonly mentee?: string; readonly mentor?: string };
};

/** `cards`: the message in each person's chat that tells how this meeting stands. */
export type MeetingRecord = Document & {
  readonly type: 'meeting';
  readonly meeting: Meeting;
  readonly cards: { readonly mentee?: string; readonly mentor?: string };
};

/**
 * What was decided and is not yet done everywhere. Written in the same batch as the change that causes it, removed
 * when all of it is done. Whoever wrote it last may finish it, and knows by its etag that nobody else has taken it over;
 * when its lease (real time, epoch ms) has ended, anybody may. `dueAt` (movable time): not before.
 */
export type IntentRecord = Document & {
  readonly type: 'intent';
  readonly pairId: string;
  readonly meetingId: string;
  readonly todo: Todo;
  readonly leaseUntil: number;
  readonly dueAt?: number;
  /** How often somebody set about it, for spacing. */
  readonly tries: number;
};

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
  readonly tell?: readonly Side[];
  /** Something may have come into the organiser's calendar while the event was made. */
  readonly lookForClash?: true;
  /** Nobody answered by then (movable time, epoch ms). */
  readonly lapseAt?: number;
};

export function meetingRecordId(meetingId: string): string {
  return `meeting:${meetingId}`;
}

export function intentRecordId(meetingId: string): string {
  return `intent:${meetingId}`;
}
