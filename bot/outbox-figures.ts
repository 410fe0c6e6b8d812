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
    ['outbox_due', withoutSilent(due)],
    ['outbox_later', withoutSilent(later)],
    ['outbox_oldest_due_seconds', Math.round(oldestDueMs / 1000)],
    ['outbox_unclear', unclear],
    ['outbox_dead', dead],
  ]);
}

/** It goes to those alone who have not answered, so a count of it would say who has. */
const tellsWhoIsSilent = 'go-on-awaited';

function withoutSilent(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].filter(([kind]) => kind !== tellsWhoIsSilent));
}

function nameOf(told: Told): string {
  if (typeof told === 'string') return told.replaceAll(' ', '_');
  return 'messageId' in told ? 'sent' : 'put_off';
}

function kindsOf(notice: Notice): readonly string[] {
  switch (notice.about) {
    case 'reminders':
      return notice.reminders.map(({ kind }) => kind).filter(kind => kind !== tellsWhoIsSilent);
    case 'clash':
      return ['clash'];
    case 'question':
      return ['go-on-asked'];
    case 'result':
      return ['go-on-result'];
    default:
      return ['standing'];
  }
}
