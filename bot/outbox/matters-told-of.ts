import type { Notice, Reminder } from '../ports/chat.ts';

type Matter = { readonly pairId: string; readonly id: string };

/** What somebody is told about: one matter, several, or none. */
export function mattersToldOf(notice: Notice): readonly Matter[] {
  switch (notice.about) {
    case 'times':
    case 'session-times':
      return [];
    case 'reminders':
      return [...new Map(notice.reminders.map(matterOf).map(matter => [matter.id, matter])).values()];
    default:
      return [{ pairId: notice.meeting.pairId, id: notice.meeting.id }];
  }
}

function matterOf(reminder: Reminder): Matter {
  if ('meeting' in reminder) return { pairId: reminder.meeting.pairId, id: reminder.meeting.id };
  return { pairId: reminder.contract.pairId, id: reminder.contract.contractId };
}
