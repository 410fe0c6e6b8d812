import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import type { PersonId } from '../../mentoring/people/person.ts';
import type { Chat, Notice } from '../../ports/chat.ts';
import type { Connector, Handed, Place } from './connector.ts';
import type { SendBudget } from './send-budget.ts';

export type TeamsChatSettings = {
  readonly connector: Connector;
  readonly budget: SendBudget;
  /** What the person's last activity said about where they are; undefined when they never spoke or removed the app. */
  readonly referenceOf: (person: PersonId) => Promise<Partial<ConversationReference> | undefined>;
  /** The words are the conversation's. `undefined`: no news for them any more. */
  readonly render: (notice: Notice) => Promise<Partial<Activity> | undefined>;
};

/** Speaks first in a person's own chat with the bot. */
export function teamsChat({ connector, budget, referenceOf, render }: TeamsChatSettings): Chat {
  async function inChat(
    person: PersonId,
    notice: Notice,
    hand: (place: Place, activity: Partial<Activity>) => Promise<Handed>,
  ): Promise<Handed | 'unreachable' | 'no news'> {
    const [reference, activity] = await Promise.all([referenceOf(person), render(notice)]);
    if (!activity) return 'no news';
    const place = reference && placeOf(reference);
    if (!reference || !place) return 'unreachable';
    const room = await budget.room(person.tenantId, place.conversationId);
    if (room !== 'now') return { outcome: 'not sent', afterMs: room.afterMs };
    const handed = await hand(place, TurnContext.applyConversationReference({ ...activity }, reference));
    if (handed.outcome === 'not sent')
      budget.askedToWait(person.tenantId, place.conversationId, handed.afterMs);
    return handed;
  }

  return {
    async tell(person, notice) {
      const handed = await inChat(person, notice, (place, activity) => connector.send(place, activity));
      if (typeof handed === 'string') return handed;
      switch (handed.outcome) {
        case 'done':
          return { messageId: handed.messageId };
        case 'not sent':
          return { afterMs: handed.afterMs };
        case 'unclear':
          return 'unclear';
        case 'blocked':
        case 'gone':
          return 'unreachable';
      }
    },
    async update(person, messageId, notice) {
      const handed = await inChat(person, notice, (place, activity) =>
        connector.update(place, messageId, activity),
      );
      if (typeof handed === 'string') return handed;
      switch (handed.outcome) {
        case 'done':
          return 'updated';
        case 'not sent':
          return { afterMs: handed.afterMs };
        case 'blocked':
          return 'unreachable';
        case 'gone':
        case 'unclear':
          return handed.outcome;
      }
    },
  };
}

function placeOf({ serviceUrl, conversation }: Partial<ConversationReference>): Place | undefined {
  return serviceUrl && conversation?.id ? { serviceUrl, conversationId: conversation.id } : undefined;
}
