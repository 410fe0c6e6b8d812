import { type Activity, AttachmentLayoutTypes, CardFactory, MessageFactory } from 'botbuilder';
import { amongOthers } from './cards/among-others.ts';
import type { Card } from './cards/card.ts';

export type Message = {
  readonly text?: string;
  /** Several are a carousel. */
  readonly cards?: readonly Card[];
};

/** `card` replaces the card that was pressed, or is the message where words were typed. `afterwards` runs after the answer. */
export type Reply = {
  readonly card?: Card;
  readonly messages?: readonly Message[];
  readonly afterwards?: () => Promise<void>;
};

export function messageActivity({ text, cards = [] }: Message): Partial<Activity> {
  const shown = cards.length > 1 ? cards.map(amongOthers) : cards;
  const attachments = shown.map(each => CardFactory.adaptiveCard(each));
  if (attachments.length === 0) return MessageFactory.text(text ?? '');
  if (attachments.length === 1) return { ...MessageFactory.list(attachments, text), type: 'message' };
  return { ...MessageFactory.carousel(attachments, text), attachmentLayout: AttachmentLayoutTypes.Carousel };
}

/** All that a typed sentence is answered with. */
export function asMessages({ card, messages = [] }: Reply): Partial<Activity>[] {
  return [...(card ? [{ cards: [card] }] : []), ...messages].map(messageActivity);
}

/** The answer to a press: a card in place of the one pressed, or a line (empty: none) where the card stays as it is. */
export function invokeBody(reply: Pick<Reply, 'card'>, said: string): object {
  if (reply.card) {
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
  }
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: said };
}
