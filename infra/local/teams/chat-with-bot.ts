import { randomUUID } from 'node:crypto';
import { type Card, cardIn, signInCardType, signInIn } from './activity.ts';
import {
  activityFrom,
  type Delivered,
  deliver,
  type InvokeAnswer,
  invokeAnswer,
  localBotId,
  type TeamsPersona,
} from './bot-door.ts';
import type { Chats } from './chats.ts';

/** What one person does in their chat, told to the bot as Teams tells it. */
export type ChatWithBot = {
  /** Once per person: Teams' two activities on installing a personal app. */
  install(): Promise<void>;
  /** False: the bot did not take it, and it is not in the chat. */
  say(text: string): Promise<boolean>;
  press(messageId: string, attachment: number, action: Card): Promise<InvokeAnswer>;
  /** The silent exchange behind a sign-in card; false when the bot could not use the token. */
  signIn(messageId: string): Promise<boolean>;
};

/** Teams gives up on an invoke after about this long. */
const longestInvokeMs = 15_000;

export function chatWithBot(
  person: TeamsPersona,
  chats: Chats,
  bot: { readonly messagesUrl: string; readonly serviceUrl: string },
  token: () => Promise<string | undefined>,
): ChatWithBot {
  const conversation = chats.conversationOf(person);
  const send = async (activity: Card, longestMs?: number): Promise<Delivered> => {
    const whole = { ...activityFrom(person, conversation, bot.serviceUrl, localBotId), ...activity };
    try {
      return await deliver(bot.messagesUrl, whole, longestMs);
    } catch {
      return { status: 502, body: undefined };
    }
  };
  const invoke = (activity: Card) => send({ type: 'invoke', ...activity }, longestInvokeMs);

  return {
    async install() {
      if (!chats.install(person)) return;
      const added = await send({ type: 'installationUpdate', action: 'add' });
      if (added.status >= 300) return chats.forgetInstall(person);
      await send({ type: 'conversationUpdate', membersAdded: [{ id: localBotId }] });
    },
    async say(text) {
      const activity = { type: 'message', id: randomUUID(), text, textFormat: 'plain' };
      chats.log.post(conversation.id, 'person', activity);
      const taken = (await send(activity)).status < 300;
      if (!taken) chats.log.remove(conversation.id, activity.id);
      return taken;
    },
    async press(messageId, attachment, action) {
      if (action.type === 'Action.Submit')
        return { ...(await send({ type: 'message', replyToId: messageId, value: action.data })) };
      const pressed = (authentication?: Card) =>
        invoke({
          name: 'adaptiveCard/action',
          replyToId: messageId,
          value: { action, trigger: 'manual', ...(authentication ? { authentication } : {}) },
        });
      let answer = invokeAnswer(await pressed());
      const known = answer.signIn && (await token());
      if (answer.signIn && known) {
        const { connectionName, tokenExchangeResource } = answer.signIn;
        const id = tokenExchangeResource?.id ?? randomUUID();
        answer = invokeAnswer(await pressed({ id, connectionName, token: known }));
      }
      if (answer.card) chats.log.replaceCard(conversation.id, messageId, attachment, answer.card);
      return answer;
    },
    async signIn(messageId) {
      const message = chats.log.messages(conversation.id).find(each => each.id === messageId);
      const attachment = message?.attachments.find(each => each.contentType === signInCardType);
      const card = attachment && !cardIn(attachment) ? signInIn(attachment.content) : undefined;
      const known = card && (await token());
      if (!card || !known) return false;
      const id = card.tokenExchangeResource?.id ?? randomUUID();
      const value = { id, connectionName: card.connectionName, token: known };
      return (await invoke({ name: 'signin/tokenExchange', value })).status < 300;
    },
  };
}
