import type { Interval } from '../availability/interval.ts';
import type { Refusal } from '../refusal.ts';
import { isSession, type Meeting, type MeetingStage } from './meeting.ts';

/** In both calendars and still to come. */
const inCalendars: readonly MeetingStage[] = ['waiting', 'agreed', 'moving'];
const ended: readonly MeetingStage[] = ['not now', 'cancelled', 'released'];

export type Side = 'mentee' | 'mentor';

export function hasEnded(meeting: Meeting): boolean {
  return ended.includes(meeting.stage);
}

export function isInCalendars(meeting: Meeting): boolean {
  return inCalendars.includes(meeting.stage);
}

/** The event is there (or a mentor who wants to be asked first has been asked). */
export function booked(meeting: Meeting, event: NonNullable<Meeting['event']>): Meeting {
  return { ...meeting, stage: 'waiting', event };
}

/** The reservation came to nothing; it leaves no trace but itself. */
export function released(meeting: Meeting): Meeting {
  return { ...meeting, stage: 'released' };
}

export function accepted(meeting: Meeting): Meeting | Refusal {
  if (meeting.stage === 'agreed') return meeting;
  if (hasEnded(meeting)) return { refused: 'already cancelled' };
  if (meeting.stage !== 'waiting' && meeting.stage !== 'moving') return { refused: 'not yet' };
  if (!meeting.event) return { refused: 'already answered' };
  return { ...meeting, stage: 'agreed' };
}

export function anotherTimeAsked(meeting: Meeting): Meeting | Refusal {
  if (hasEnded(meeting)) return { refused: 'already cancelled' };
  if (!isInCalendars(meeting) && meeting.stage !== 'asked' && meeting.stage !== 'proposed') {
    return { refused: 'not yet' };
  }
  return { ...meeting, stage: 'moving' };
}

/** `not now` needs no reason, is only the mentor's and of a chemistry meeting; it is open until that has been agreed. */
export function ending(meeting: Meeting, by: Side, how: 'cancelled' | 'not now'): Meeting | Refusal {
  if (hasEnded(meeting)) return { refused: 'already cancelled' };
  if (meeting.stage === 'reserving') return { refused: 'not yet' };
  if (how === 'not now' && (by !== 'mentor' || isSession(meeting))) return { refused: 'not found' };
  if (how === 'not now' && meeting.stage === 'agreed') return { refused: 'already answered' };
  return { ...meeting, stage: how, cancelledBy: by };
}

/** One of the two is not there any more. */
export function endedByLeaving(meeting: Meeting, side: Side): Meeting | Refusal {
  if (hasEnded(meeting)) return { refused: 'already cancelled' };
  if (meeting.stage === 'reserving') return { refused: 'not yet' };
  return { ...meeting, stage: 'cancelled', cancelledBy: side, left: side };
}

/** The mentoring that it belonged to is over; nobody of the two has called it off. */
export function endedWithMentoring(meeting: Meeting): Meeting | Refusal {
  if (hasEnded(meeting)) return { refused: 'already cancelled' };
  if (meeting.stage === 'reserving') return { refused: 'not yet' };
  return { ...meeting, stage: 'cancelled' };
}

/** The organiser chose another time; the other answers anew. */
export function movedTo(meeting: Meeting, to: Interval): Meeting {
  return { ...meeting, interval: to, stage: meeting.event ? 'waiting' : 'asked' };
}

export function sideOf(meeting: Meeting, person: Meeting['mentee']['person']): Side | undefined {
  const is = (other: typeof person) =>
    other.tenantId === person.tenantId && other.objectId === person.objectId;
  if (is(meeting.mentee.person)) return 'mentee';
  return is(meeting.mentor.person) ? 'mentor' : undefined;
}
