import { sayWhen } from '../../mentoring/availability/say-time.ts';
import type { MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import type { ReminderKind } from '../../mentoring/reminders/meeting-reminders.ts';
import { zone } from '../../mentoring/zone.ts';
import { kindOfMeeting } from './wording.ts';

/** All text of reminders. What a notification shows before the chat is opened names nobody. */
export const reminderWords = {
  title: (count: number) => (count === 1 ? 'A reminder' : `${count} reminders`),
  preview: 'There is a reminder for you about mentoring.',
  previewOfTimes: 'There are times for a mentoring meeting to choose from.',
  previewOfNews: 'There is news about one of your mentoring meetings.',
  show: 'Show the meeting',
  showOf: (name: string) => `Show ${name}`,
  more: (count: number) => `And ${count} more. Type “my meetings” to see all.`,
  stop: 'Stop these reminders',
  stopped: 'We stop these reminders. Type “send reminders again” to have them back.',
  allStopped: 'We send you no reminders. Type “send reminders again” to have them back.',
  sentAgain: 'We send you reminders again.',
  line: (kind: ReminderKind, { meeting, other, iOrganise, stage }: MeetingFor) => {
    const when = meeting.interval ? sayWhen(meeting.interval, zone) : '';
    switch (kind) {
      case 'meeting-ahead':
        return `Your ${kindOfMeeting(meeting)} with ${other.name}: ${when}.`;
      case 'answer-awaited':
        if (stage === 'proposed') return `${other.name} waits for you to pick a time.`;
        return `${other.name} waits for your answer${when && ` about ${when}`}.`;
      case 'time-awaited':
        return iOrganise
          ? `${other.name} asks for another time and waits for you to choose one.`
          : `${other.name} chooses another time.`;
      case 'go-on-awaited':
        return `You have met ${other.name}. Say whether you want to go on. Nobody else sees your answer.`;
    }
  },
};
