import type { Interval } from '../../bot/mentoring/availability/interval.ts';
import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import type { PersonId } from '../../bot/mentoring/people/person.ts';

export const sam: PersonId = { tenantId: 'trust', objectId: 'sam' };
export const priya: PersonId = { tenantId: 'trust', objectId: 'priya' };
export const stranger: PersonId = { tenantId: 'trust', objectId: 'stranger' };

const halfHour = 30 * 60_000;

/** Thirty minutes from an ISO instant. */
export function from(startAt: string): Interval {
  const start = Date.parse(startAt);
  return { start, end: start + halfHour };
}

let made = 0;

/** Agreed, online, Thursday 3 December 2026 at 9am, Sam the mentee and Priya the mentor, unless told otherwise. */
export function aMeeting(
  given: Partial<Omit<Meeting, 'mentee' | 'mentor' | 'interval'>> & {
    mentee?: PersonId;
    menteeName?: string;
    mentor?: PersonId;
    mentorName?: string;
    /** ISO instant; null: no time yet. */
    at?: string | null;
  } = {},
): Meeting {
  const { mentee, menteeName, mentor, mentorName, at = '2026-12-03T09:00:00Z', ...rest } = given;
  made += 1;
  const id = rest.id ?? `meeting-${made}`;
  return {
    id,
    pairId: `pair-${made}`,
    mentee: { person: mentee ?? sam, name: menteeName ?? 'Sam Okoro', address: 'sam@trust.example' },
    mentor: {
      person: mentor ?? priya,
      name: mentorName ?? 'Priya Varghese',
      address: 'priya@trust.example',
      profileId: 'profile-1',
    },
    stage: 'agreed',
    mode: 'online',
    ...(at !== null && { interval: from(at) }),
    event: { id: 'event-1', iCalUId: 'ical-1', joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' },
    ...rest,
  };
}
