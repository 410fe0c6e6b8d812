import type { Figures } from './figures.ts';
import type { Queue } from './outbox/queue.ts';
import type { Chat, Notice, Told } from './ports/chat.ts';

/** Counts what became of all that people were told unasked, by kind. */
export function countedChat(chat: Chat, figures: Figures): Chat {
  return {
    ...chat,
    async tell(person, notice) {
      let outcome = 'failed';
      try {
        const told = await chat.tell(person, notice);
        outcome = nameOf(told);
        return told;
      } finally {
        for (const kind of kindsOf(notice)) figures.count(`outbox_${outcome}`, kind);
      }
    },
  };
}

export function outboxGauges({
  due,
  later,
  oldestDueMs,
  unclear,
  dead,
}: Queue): ReadonlyMap<string, ReadonlyMap<string, number> | number> {
  return new Map<string, ReadonlyMap<string, number> | number>([
    ['outbox_due', due],
    ['outbox_later', later],
    ['outbox_oldest_due_seconds', Math.round(oldestDueMs / 1000)],
    ['outbox_unclear', unclear],
    ['outbox_dead', dead],
  ]);
}

function nameOf(told: Told): string {
  if (typeof told === 'string') return told.replaceAll(' ', '_');
  return 'messageId' in told ? 'sent' : 'put_off';
}

function kindsOf(notice: Notice): readonly string[] {
  switch (notice.about) {
    case 'reminders':
      return notice.reminders.map(({ kind }) => kind);
    case 'clash':
      return ['clash'];
    default:
      return ['standing'];
  }
}
