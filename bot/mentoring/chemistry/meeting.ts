import type { Interval } from '../availability/interval.ts';
import type { MeetingMode } from '../people/mentor-profile.ts';
import type { PersonId } from '../people/person.ts';
import type { AfterMeeting, BlindAnswer } from './blind-answer.ts';

/** How long a chemistry meeting is. */
export const meetingMinutes = 30;

/** Nobody is booked with less notice than a day. */
export const noticeMinutes = 24 * 60;

/** One of the two people of a meeting, as they were when it was made. */
export type Party = {
  readonly person: PersonId;
  readonly name: string;
  /** Lower case. */
  readonly address: string;
};

/**
 * reserving: being put into both diaries and the calendar, under a lease · asked: held in both diaries, no event, the
 * mentor wants to be asked first · proposed: times wait for the other to pick, as a calendar cannot be seen ·
 * waiting: in both calendars, the other has not answered · agreed: they said yes · moving: another time was asked
 * for, the organiser picks one · not now: the mentor said no, without a reason, or nobody answered in time · cancelled · released: a
 * reservation that came to nothing
 */
export const meetingStages = [
  'reserving',
  'asked',
  'proposed',
  'waiting',
  'agreed',
  'moving',
  'not now',
  'cancelled',
  'released',
] as const;
export type MeetingStage = (typeof meetingStages)[number];

/** chemistry: to see whether the two fit · session: of two who go on. */
export type MeetingKind = 'chemistry' | 'session';

/** A meeting of one pair, in both calendars by the same steps whichever kind it is. */
export type Meeting = {
  readonly id: string;
  readonly pairId: string;
  /** Absent: chemistry. */
  readonly kind?: MeetingKind;
  /** How long the two meet; absent: a chemistry meeting's 30. */
  readonly minutes?: number;
  /** Whose calendar the event is made in, and who chooses its times; the other is invited. Absent: the mentee. */
  readonly organiser?: 'mentee' | 'mentor';
  readonly mentee: Party;
  readonly mentor: Party & { readonly profileId: string };
  readonly stage: MeetingStage;
  /** Absent while times are only proposed. */
  readonly interval?: Interval;
  readonly proposed?: readonly Interval[];
  readonly mode: MeetingMode;
  /** Only in person. Both see it in Outlook. */
  readonly place?: string;
  /** What the mentee chose to share with the mentor. Only the two may read it. */
  readonly shared?: string;
  readonly event?: { readonly id: string; readonly iCalUId: string; readonly joinUrl?: string };
  readonly cancelledBy?: 'mentee' | 'mentor';
  /** Who has left, where that is why it was cancelled. */
  readonly left?: 'mentee' | 'mentor';
  /** Up to two others whom a mentor who said not now would ask. */
  readonly suggested?: readonly { readonly profileId: string; readonly name: string }[];
  /** Once it is over and each is asked whether to go on: what both may know. */
  readonly after?: AfterMeeting;
};

/** As one of the two may see it, with their own answer about going on and never the other's. */
export type OwnMeeting = Meeting & { readonly mine?: BlindAnswer };

export const travelMinutes = 30;

/** What the meeting takes out of a diary: its own time, and the way there and back where it is in person. */
export function occupied(interval: Interval, mode: MeetingMode): Interval {
  if (mode === 'online') return interval;
  const travel = travelMinutes * 60_000;
  return { start: interval.start - travel, end: interval.end + travel };
}

export function meetingInterval(start: number, minutes = meetingMinutes): Interval {
  return { start, end: start + minutes * 60_000 };
}

export function minutesOf({ minutes = meetingMinutes }: Pick<Meeting, 'minutes'>): number {
  return minutes;
}

export function isSession({ kind }: Pick<Meeting, 'kind'>): boolean {
  return kind === 'session';
}

export function isOver(meeting: Meeting, now: number): boolean {
  return meeting.interval !== undefined && meeting.interval.end <= now;
}
