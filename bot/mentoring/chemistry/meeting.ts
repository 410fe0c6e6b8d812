import type { Interval } from '../availability/interval.ts';
import type { MeetingMode } from '../people/mentor-profile.ts';
import type { PersonId } from '../people/person.ts';

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
 * mentor wants to be asked first · proposed: times wait for the mentor to pick, as a calendar cannot be seen ·
 * waiting: in both calendars, the mentor has not answered · agreed: the mentor said yes · moving: another time was
 * asked for, the mentee picks one · not now: the mentor said no, without a reason · cancelled · released: a
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

/** A 30-minute chemistry meeting of one pair. The mentee organises. */
export type Meeting = {
  readonly id: string;
  readonly pairId: string;
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
};

export const travelMinutes = 30;

/** What the meeting takes out of a diary: its own time, and the way there and back where it is in person. */
export function occupied(interval: Interval, mode: MeetingMode): Interval {
  if (mode === 'online') return interval;
  const travel = travelMinutes * 60_000;
  return { start: interval.start - travel, end: interval.end + travel };
}

export function meetingInterval(start: number): Interval {
  return { start, end: start + meetingMinutes * 60_000 };
}

export function isOver(meeting: Meeting, now: number): boolean {
  return meeting.interval !== undefined && meeting.interval.end <= now;
}
