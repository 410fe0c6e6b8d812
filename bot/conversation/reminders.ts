import { muteReminders } from '../journeys/mute-reminders.ts';
import { isKindTold, type KindTold, kindsTold } from '../mentoring/reminders/kinds-told.ts';
import { reminderWords } from './cards/reminder-words.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** The kinds of the message whose button was pressed: "meeting-ahead,answer-awaited". */
export async function stopReminders(turn: Turn, kinds: string): Promise<Reply> {
  await muteReminders(turn.ports, turn.person, kinds.split(',').filter(isKindTold), 'add');
  return { messages: [{ text: reminderWords.stopped }] };
}

const words: readonly {
  readonly said: RegExp;
  readonly kinds: readonly KindTold[];
  readonly answer: string;
}[] = [
  {
    said: /^(stop|no more|no) (the |these |my |all )?reminders?$/,
    kinds: kindsTold,
    answer: reminderWords.allStopped,
  },
  {
    said: /^(send|start) (the |these |my )?reminders?( again)?$/,
    kinds: [],
    answer: reminderWords.sentAgain,
  },
];

/** In small letters. `undefined`: it is about something else. */
export async function reminderWordsTyped(turn: Turn, plain: string): Promise<Reply | undefined> {
  const found = words.find(({ said }) => said.test(plain));
  if (!found) return undefined;
  await muteReminders(turn.ports, turn.person, found.kinds, 'set');
  return { messages: [{ text: found.answer }] };
}
