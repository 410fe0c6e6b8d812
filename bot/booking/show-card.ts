import type { Ports } from '../ports/ports.ts';
import type { MeetingRecord } from '../records/pair-record.ts';

/**
 * Shows one of the two how the meeting stands: their card is updated in place, with one line beside it, or sent anew.
 * `card`: its message id where it is new. Somebody who cannot be reached has Outlook's invitation.
 */
export async function showCard(
  { chat }: Pick<Ports, 'chat'>,
  { meeting, cards }: MeetingRecord,
  to: 'mentee' | 'mentor',
): Promise<{ readonly card?: string }> {
  const { person } = meeting[to];
  const known = cards[to];
  if (known) {
    await chat.update(person, known, { about: 'meeting', meeting, to });
    await chat.tell(person, { about: 'change', meeting, to });
    return {};
  }
  const told = await chat.tell(person, { about: 'meeting', meeting, to });
  return told === 'unreachable' ? {} : { card: told.messageId };
}
