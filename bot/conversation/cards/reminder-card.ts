import type { MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import type { ReminderKind } from '../../mentoring/reminders/meeting-reminders.ts';
import { type Card, card, line, press, pressOnly } from './card.ts';
import { reminderWords } from './reminder-words.ts';

export type SeenReminder = { readonly kind: ReminderKind; readonly seen: MeetingFor };

/** With the last button no more than six. */
const mostShown = 4;

/**
 * All that somebody is reminded of at one time. It carries no answers itself: a press shows how the matter stands then, so
 * that it does the right thing next week too.
 */
export function reminderCard(reminders: readonly SeenReminder[]): Card {
  const shown = reminders.slice(0, mostShown);
  const left = reminders.length - shown.length;
  const kinds = [...new Set(reminders.map(({ kind }) => kind))];
  const meetings = [...new Map(shown.map(({ seen }) => [seen.meeting.id, seen])).values()];
  const lines = shown.map(({ kind, seen }) => reminderWords.line(kind, seen));
  return card(
    reminderWords.title(reminders.length),
    [
      ...lines.map(each => line(each)),
      ...(left > 0 ? [line(reminderWords.more(left), { isSubtle: true })] : []),
    ],
    [
      ...meetings.map(({ meeting, other }) => {
        const isOnly = meetings.length === 1;
        const title = isOnly ? reminderWords.show : reminderWords.showOf(other.name);
        const ids = { pairId: meeting.pairId, meetingId: meeting.id };
        return press(title, 'show-meeting', ids, isOnly ? 'positive' : undefined);
      }),
      pressOnly(reminderWords.stop, 'stop-reminders', { kinds: kinds.join(',') }),
    ],
    lines.join(' '),
  );
}
