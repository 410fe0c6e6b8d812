import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { Notice } from '../ports/chat.ts';

/** What somebody is told about: one meeting, several, or none. */
export function meetingsToldOf(notice: Notice): readonly Meeting[] {
  switch (notice.about) {
    case 'times':
      return [];
    case 'reminders':
      return [...new Map(notice.reminders.map(({ meeting }) => [meeting.id, meeting])).values()];
    default:
      return [notice.meeting];
  }
}
