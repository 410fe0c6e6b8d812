import type { ConversationReference } from 'botbuilder';
import { botAuthentication } from '../../bot/adapters/bot-service/bot-authentication.ts';
import { teamsConnector } from '../../bot/adapters/teams/connector.ts';
import type { SharedTime } from '../../bot/adapters/teams/leased-slots.ts';
import { sendBudget } from '../../bot/adapters/teams/send-budget.ts';
import { teamsChat } from '../../bot/adapters/teams/teams-chat.ts';
import type { PersonId } from '../../bot/mentoring/people/person.ts';
import type { Chat } from '../../bot/ports/chat.ts';
import type { Store } from '../../bot/ports/store.ts';
import { aMeeting } from './meetings.ts';

/** What the budget allows itself of the 50 a second that Teams takes from an app in a tenant. */
export const perSecond = 48.5;
/** What one instance has under way at a time. */
const atOnce = 40;

const authentication = botAuthentication({
  appId: '',
  appTenantId: undefined,
  appType: 'UserAssignedMSI',
  managedIdentity: '',
  tokenServiceUrl: undefined,
});

/** One instance's chat: its own budget over the store that all share. */
export function chatOfInstance(given: {
  readonly store: Store;
  readonly time: SharedTime;
  readonly serviceUrl: string;
  readonly fetch?: typeof fetch;
}): Chat {
  const { store, time, serviceUrl, fetch } = given;
  return teamsChat({
    connector: teamsConnector({ authentication, appId: '', ...(fetch ? { fetch } : {}) }),
    budget: sendBudget({ store, time }),
    referenceOf: async ({ objectId, tenantId }): Promise<Partial<ConversationReference>> => ({
      serviceUrl,
      channelId: 'msteams',
      conversation: { id: `a:${objectId}`, tenantId, conversationType: 'personal', isGroup: false, name: '' },
      bot: { id: '28:bot', name: '' },
      user: { id: `29:${objectId}`, name: '' },
    }),
    render: async () => ({ type: 'message', text: 'Your meeting is tomorrow at 9am.' }),
  });
}

/** All are due now and shared out among the instances, each with some under way at a time. Every one is told in the end. */
export async function tellAll(
  chats: readonly Chat[],
  people: readonly PersonId[],
  time: SharedTime,
): Promise<void> {
  const meeting = aMeeting();
  const tell = async (chat: Chat, person: PersonId): Promise<void> => {
    for (;;) {
      const told = await chat.tell(person, { about: 'change', meeting, to: 'mentee' });
      if (typeof told === 'string') throw new Error(`A reminder was ${told}`);
      if ('messageId' in told) return;
      await time.sleep(told.afterMs);
    }
  };
  await Promise.all(
    chats.map(async (chat, index) => {
      const mine = people.filter((_, each) => each % chats.length === index);
      const workers = Array.from({ length: atOnce }, async () => {
        for (let person = mine.shift(); person; person = mine.shift()) await tell(chat, person);
      });
      await Promise.all(workers);
    }),
  );
}

export function peopleOf(count: number): PersonId[] {
  return Array.from({ length: count }, (_, index) => ({ tenantId: 'trust', objectId: `person-${index}` }));
}
