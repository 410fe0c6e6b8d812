import { randomUUID } from 'node:crypto';
import type { Card, SignInCard } from '../../infra/local/teams/activity.ts';
import { cardIn, signInCardType, signInIn } from '../../infra/local/teams/activity.ts';
import {
  activityFrom,
  deliver,
  invokeAnswer,
  localBotId,
  type TeamsPersona,
  teamsUserId,
} from '../../infra/local/teams/bot-door.ts';
import { type ChatMessage, type Conversation, chatLog } from '../../infra/local/teams/chat-log.ts';
import { connectorRoute, type Member } from '../../infra/local/teams/connector.ts';
import { type ConnectorFault, connectorFaults } from '../../infra/local/teams/connector-faults.ts';
import { sendJson } from '../../infra/local/teams/json-http.ts';
import { type TeamsLimits, teamsLimits } from '../../infra/local/teams/limits.ts';
import { loopbackServer } from '../../infra/local/teams/loopback-server.ts';
import { type CardAction, pressAmong } from './card-press.ts';
import type { SeenMessage, TeamsPerson } from './teams-person.ts';

export type TeamsClient = {
  readonly serviceUrl: string;
  person(who: TeamsPersona): TeamsPerson;
  /** The next calls to the connector get this answer instead: a blocked person (403), a throttle (429). */
  refuseNext(times: number, status: number, body?: Card): void;
  /** What goes wrong with the next calls to the connector that match. */
  fault(fault: ConnectorFault): void;
  clearFaults(): void;
  /** From now on the connector holds Teams' limits, and says how near they came. */
  holdLimits(): TeamsLimits;
  /** Calls to the connector since it opened, oldest first, refused ones too. */
  readonly calls: readonly ConnectorCall[];
  close(): Promise<void>;
};

export type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Milliseconds of this machine's steady clock. */
  readonly at: number;
};

/** Teams as a bot sees it, with a real connector on this machine. `appUrl` is the app's address without a path. */
export async function openTeams(appUrl: string): Promise<TeamsClient> {
  const messagesUrl = new URL('/api/messages', appUrl).href;
  const log = chatLog();
  const conversations = new Map<string, Conversation>();
  const inside = new Map<string, Map<string, Member>>();
  const seen = new WeakMap<ChatMessage, SeenMessage>();
  const homeOf = new WeakMap<Card, { readonly message: SeenMessage; readonly at: number }>();
  const faults = connectorFaults();
  const calls: ConnectorCall[] = [];
  let limits: TeamsLimits | undefined;

  function asSeen(message: ChatMessage): SeenMessage {
    const known = seen.get(message);
    if (known) return known;
    const cards = message.attachments.map(cardIn).filter(card => card !== undefined);
    const made: SeenMessage = { ...message, cards };
    message.attachments.forEach((attachment, at) => {
      const card = cardIn(attachment);
      if (card) homeOf.set(card, { message: made, at });
    });
    seen.set(message, made);
    return made;
  }

  const server = await loopbackServer(0);
  const serviceUrl = `${server.url}/`;
  server.serve(async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', serviceUrl);
    res.on('close', () => {
      const { method = '' } = req;
      calls.push({ method, path: pathname, status: res.statusCode, at: performance.now() });
    });
    const world = {
      log,
      faults,
      ...(limits ? { limits } : {}),
      members: (id: string) => (inside.has(id) ? [...(inside.get(id)?.values() ?? [])] : undefined),
      personalConversation: (memberId: string, tenantId: string) =>
        [...conversations.values()].find(
          each =>
            each.type === 'personal' && each.tenantId === tenantId && inside.get(each.id)?.has(memberId),
        )?.id,
    };
    if (!(await connectorRoute(world, req, res, pathname)))
      sendJson(res, 404, { error: { code: 'NotFound' } });
  });

  function join(who: TeamsPersona, conversation: Conversation): TeamsPerson {
    conversations.set(conversation.id, conversation);
    const memberId = teamsUserId(who.objectId);
    const members = inside.get(conversation.id) ?? new Map<string, Member>();
    members.set(memberId, {
      id: memberId,
      name: who.name,
      aadObjectId: who.objectId,
      objectId: who.objectId,
      tenantId: who.tenantId,
    });
    inside.set(conversation.id, members);

    const messages = () => log.messages(conversation.id).map(asSeen);
    const send = (activity: Card) =>
      deliver(messagesUrl, { ...activityFrom(who, conversation, serviceUrl, localBotId), ...activity });
    const mustSend = async (activity: Card) => {
      const before = new Set(messages().map(message => message.id));
      const { status, body } = await send(activity);
      if (status >= 300)
        throw new Error(`The bot answered ${status} to a ${String(activity.type)}: ${JSON.stringify(body)}`);
      return messages().filter(message => message.author === 'bot' && !before.has(message.id));
    };
    const pressOnce = async (message: SeenMessage, action: CardAction, authentication?: Card) =>
      invokeAnswer(
        await send({
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: message.id,
          value: { action, trigger: 'manual', ...(authentication ? { authentication } : {}) },
        }),
      );

    return {
      ...who,
      conversationId: conversation.id,
      say(text, extra = {}) {
        const activity = { type: 'message', id: randomUUID(), text, textFormat: 'plain', ...extra };
        log.post(conversation.id, 'person', { ...activity, textFormat: 'plain' });
        if (conversation.type === 'personal') return mustSend(activity);
        const mention = {
          type: 'mention',
          text: '<at>Mentoring</at>',
          mentioned: { id: localBotId, name: 'Mentoring' },
        };
        return mustSend({ ...activity, text: `<at>Mentoring</at> ${text}`, entities: [mention] });
      },
      async press(on, button, inputs = {}, options = {}) {
        messages();
        const home = homeOf.get(on);
        const message = home?.message ?? (isSeen(on) ? on : undefined);
        if (!message) throw new Error('That card is in no message');
        const places = message.attachments.flatMap((attachment, at) => {
          const card = cardIn(attachment);
          return card && (!home || home.at === at) ? [{ card, at }] : [];
        });
        const { action, at } = pressAmong(places, button, inputs);
        if (action.type === 'Action.Submit') {
          const { status, body } = await send({ type: 'message', replyToId: message.id, value: action.data });
          return { status, body };
        }
        if (action.type !== 'Action.Execute') throw new Error(`${action.type} sends nothing to the bot`);
        const first = await pressOnce(message, action);
        const answer =
          first.signIn && options.token !== undefined
            ? await pressOnce(message, action, {
                id: first.signIn.tokenExchangeResource?.id ?? randomUUID(),
                connectionName: first.signIn.connectionName,
                token: options.token,
              })
            : first;
        if (answer.card) log.replaceCard(conversation.id, message.id, at, answer.card);
        return answer;
      },
      async install() {
        const before = new Set(messages().map(message => message.id));
        await mustSend({ type: 'installationUpdate', action: 'add' });
        await mustSend({ type: 'conversationUpdate', membersAdded: [{ id: localBotId }] });
        return messages().filter(message => !before.has(message.id));
      },
      async uninstall() {
        await mustSend({ type: 'installationUpdate', action: 'remove' });
      },
      raw: send,
      tokenExchange(token, card = newestSignIn(messages())) {
        if (!card) throw new Error('The bot has not asked to sign in');
        const id = card.tokenExchangeResource?.id ?? randomUUID();
        const value = { id, connectionName: card.connectionName, token };
        return send({ type: 'invoke', name: 'signin/tokenExchange', value });
      },
      messages,
      lastCards: () =>
        messages().findLast(each => each.author === 'bot' && each.cards.length > 0)?.cards ?? [],
      typing: () => log.typed(conversation.id),
      waitFor(predicate, timeoutMs = 5_000) {
        const now = messages().findLast(predicate);
        if (now) return Promise.resolve(now);
        return new Promise((resolve, reject) => {
          const timer = setTimeout(() => {
            stop();
            const there = messages().map(each => each.text || `[${each.cards.length} cards]`);
            reject(
              new Error(`No such message within ${timeoutMs} ms. There are: ${there.join(' | ') || 'none'}`),
            );
          }, timeoutMs);
          const stop = log.watch(() => {
            const found = messages().findLast(predicate);
            if (!found) return;
            clearTimeout(timer);
            stop();
            resolve(found);
          });
        });
      },
      inGroup: (type, id = `19:${type}@thread.v2`) => join(who, { id, type, tenantId: who.tenantId }),
    };
  }

  return {
    serviceUrl,
    person: who => join(who, { id: `a:${who.objectId}`, type: 'personal', tenantId: who.tenantId }),
    refuseNext: (times, status, body) => faults.add({ times, status, ...(body ? { body } : {}) }),
    fault: faults.add,
    clearFaults: faults.clear,
    holdLimits() {
      limits ??= teamsLimits(() => performance.now());
      return limits;
    },
    calls,
    close: server.close,
  };
}

function isSeen(on: SeenMessage | Card): on is SeenMessage {
  return 'attachments' in on && 'cards' in on;
}

function newestSignIn(messages: readonly SeenMessage[]): SignInCard | undefined {
  const attachments = messages.flatMap(message => message.attachments);
  return signInIn(attachments.findLast(each => each.contentType === signInCardType)?.content);
}
