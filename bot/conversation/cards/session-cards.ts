import { type Card, card, line, press, pressOnly } from './card.ts';
import { sessionWording } from './session-wording.ts';

type Partner = { readonly pairId: string; readonly name: string };

const mostShown = 6;

/** Somebody with several mentors or mentees says with whom. */
export function withWhomCard(partners: readonly Partner[]): Card {
  return card(
    sessionWording.withWhom,
    [],
    partners.slice(0, mostShown).map(({ pairId, name }) => pressOnly(name, 'session-times', { pairId })),
  );
}

/** A session that was asked for in the tab, and the way to its times. */
export function sessionAskedCard({ pairId, name }: Partner): Card {
  return card(
    sessionWording.confirmTitle(name),
    [line(sessionWording.chosenInTab, { isSubtle: true, spacing: 'Small' })],
    [press(sessionWording.book, 'session-times', { pairId }, 'positive')],
  );
}
