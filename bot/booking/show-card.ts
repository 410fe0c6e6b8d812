import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import type { Told } from '../ports/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { MeetingRecord } from '../records/pair-record.ts';

/**
 * Shows one of the two how the meeting stands: their card is updated in place, with one line beside it, or sent anew.
 * `card`: its message id where it is new.
 */
export async function showCard(
  { chat }: Pick<Ports, 'chat'>,
  { meeting, cards }: MeetingRecord,
  to: Side,
): Promise<{ readonly told: Told; readonly card?: string }> {
  const { person } = meeting[to];
  const known = cards[to];
  const updated =
    known === undefined ? 'gone' : await chat.update(person, known, { about: 'meeting', meeting, to });
  switch (updated) {
    case 'gone': {
      const told = await chat.tell(person, { about: 'meeting', meeting, to });
      return typeof told === 'object' && 'messageId' in told ? { told, card: told.messageId } : { told };
    }
    case 'updated':
      return { told: await chat.tell(person, { about: 'change', meeting, to }) };
    case 'unclear':
      return { told: { afterMs: 0 } };
    default:
      return { told: updated };
  }
}
