import { takeWelcome } from '../journeys/keep-reference.ts';
import { helpCard } from './cards/help-card.ts';
import { wording } from './cards/wording.ts';
import { waitingForYou } from './meetings.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** Once, however often Teams says that the app was installed; with what waits for this person already. */
export async function welcome(turn: Turn): Promise<Reply> {
  const at = new Date(await turn.ports.clock.now()).toISOString();
  if (!(await takeWelcome(turn.ports, turn.person, at))) return {};
  const waiting = await waitingForYou(turn);
  return {
    messages: [{ text: wording.welcome, cards: [...waiting, helpCard()] }],
  };
}
