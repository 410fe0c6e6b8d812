import { isSession, type Meeting } from './meeting.ts';

/**
 * Each of the two is asked after it whether to go on: it was in both calendars to its end. Where the mentor said neither
 * yes nor no to it here, they may have done so in Outlook, or just have come; where nobody came, both stay silent.
 */
export function isAskedAbout(meeting: Meeting): boolean {
  const { stage, interval } = meeting;
  return !isSession(meeting) && interval !== undefined && (stage === 'agreed' || stage === 'waiting');
}

/** The two are not free of each other yet: an answer is awaited, they go on, or a place is kept for a second meeting. */
export function isStillOpen({ after }: Meeting, now: number): boolean {
  if (!after || after.mentoringEndedAt !== undefined) return false;
  const { released } = after;
  if (!released) return true;
  if (released.outcome === 'another meeting') return (released.placeKeptUntil ?? 0) > now;
  return released.outcome === 'going on';
}

/** Whether the two may meet once more, `before` being their last meeting and over. Their answers make no difference. */
export function mayMeetAgain(before: Meeting | undefined): 'yes' | 'answer first' {
  return before?.after && !before.after.released ? 'answer first' : 'yes';
}
