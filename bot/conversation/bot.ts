import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { forgetReference, keepReference } from '../journeys/keep-reference.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import { pressed } from './card-actions.ts';
import { amongOthers, isAmongOthers } from './cards/among-others.ts';
import { helpCard } from './cards/help-card.ts';
import { wording } from './cards/wording.ts';
import { asMessages, invokeBody, messageActivity, type Reply } from './reply.ts';
import { answerProblem, resumePending, type SignInDoor } from './sign-in.ts';
import { type Journeys, newTurn, personOfTurn, type Turn } from './turn.ts';
import { typed } from './typed-words.ts';
import { welcome } from './welcome.ts';
import { wordsOf } from './words-of.ts';

export type ConversationDoor = {
  readonly ports: Journeys;
  readonly signIn: SignInDoor & { ofTurn(context: TurnContext, person: PersonId): ActingFor };
  /** Tenants whose people are served, lower case. */
  readonly tenants: readonly string[];
  /** Opens a private chat with the bot. */
  readonly privateLink: string;
  /** Work that goes on after the person has been answered. */
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly report: (what: string, problem: unknown) => void;
};

/** Door 1: one Bot Framework turn. */
export function bot(door: ConversationDoor): (context: TurnContext) => Promise<void> {
  return async context => {
    const { activity } = context;
    const person = personOfTurn(context);
    if (!person || !door.tenants.includes(person.tenantId.toLowerCase())) return refuseInvoke(context, 404);
    if (activity.conversation?.conversationType !== 'personal') return inPublic(door, context);
    if (isRemoval(context)) {
      return forgetReference(door.ports, person, new Date(await door.ports.clock.now()).toISOString());
    }
    const at = { fromId: activity.from.id, reference: referenceOf(context) };
    const record = await keepReference(door.ports, person, at);
    const turn = newTurn(door.ports, context, person, record, door.signIn.ofTurn(context, person));
    switch (activity.type) {
      case ActivityTypes.Message:
        return say(door, context, turn, () => heard(turn, activity));
      case ActivityTypes.InstallationUpdate:
      case ActivityTypes.ConversationUpdate:
        return isArrival(context) ? say(door, context, turn, () => welcome(turn)) : undefined;
      case ActivityTypes.Invoke:
        return invoke(door, context, turn);
    }
  };
}

async function heard(turn: Turn, activity: Activity): Promise<Reply> {
  const words = wordsOf(activity);
  if (words.trim() !== '' || !hasOnlyAttachments(activity)) return typed(turn, words);
  return { messages: [{ text: wording.onlyText, cards: [helpCard()] }] };
}

/** Teams sends every formatted message once more as an HTML attachment. */
function hasOnlyAttachments({ attachments = [] }: Activity): boolean {
  return attachments.some(({ contentType }) => contentType !== 'text/html');
}

async function say(
  door: ConversationDoor,
  context: TurnContext,
  turn: Turn,
  act: () => Promise<Reply>,
): Promise<void> {
  if (context.activity.type === ActivityTypes.Message)
    await context.sendActivity({ type: ActivityTypes.Typing });
  const reply = await settled(door, context, turn, act);
  for (const each of asMessages(reply)) await context.sendActivity(each);
  if (reply.afterwards) door.afterwards(reply.afterwards);
}

async function invoke(door: ConversationDoor, context: TurnContext, turn: Turn): Promise<void> {
  const { name, value, replyToId } = context.activity;
  if (name === 'signin/tokenExchange' || name === 'signin/verifyState') return signedIn(door, context, turn);
  if (name !== 'adaptiveCard/action') return refuseInvoke(context, 501);
  const action: unknown = value?.action;
  const verb = String(field(action, 'verb') ?? '');
  const data = field(action, 'data');
  const isAmong = isAmongOthers(data);
  const cardId = isAmong ? undefined : replyToId;
  const reply = await settled(door, context, turn, () => pressed(turn, verb, data ?? {}, cardId), {
    verb,
    data,
  });
  const card = reply.card && isAmong ? amongOthers(reply.card) : reply.card;
  const [first, ...rest] = reply.messages ?? [];
  const line = first && !first.cards && !reply.card ? first.text : undefined;
  for (const each of line === undefined ? (reply.messages ?? []) : rest) {
    await context.sendActivity(messageActivity(each));
  }
  await answerInvoke(context, 200, invokeBody({ ...(card ? { card } : {}) }, line ?? ''));
  if (reply.afterwards) door.afterwards(reply.afterwards);
}

/** A broken world ends here: the person is told what to do, the log gets a name and no text. */
async function settled(
  door: ConversationDoor,
  context: TurnContext,
  turn: Turn,
  act: () => Promise<Reply>,
  asked?: { readonly verb: string; readonly data: unknown },
): Promise<Reply> {
  try {
    return await act();
  } catch (problem) {
    return answerProblem(door, context, turn, problem, asked);
  }
}

async function signedIn(door: ConversationDoor, context: TurnContext, turn: Turn): Promise<void> {
  const answer = await door.signIn.exchange(context);
  await answerInvoke(context, answer.status, answer.body);
  if (answer.status !== 200) {
    if (context.activity.name === 'signin/verifyState') await context.sendActivity(wording.signInFailed);
    return;
  }
  const reply = await settled(door, context, turn, () => resumePending(turn));
  for (const each of asMessages(reply)) await context.sendActivity(each);
  if (reply.afterwards) door.afterwards(reply.afterwards);
}

async function inPublic(door: ConversationDoor, context: TurnContext): Promise<void> {
  if (context.activity.type === ActivityTypes.Invoke) return refuseInvoke(context, 404);
  if (context.activity.type !== ActivityTypes.Message) return;
  await context.sendActivity({ type: ActivityTypes.Message, text: wording.private(door.privateLink) });
}

function isArrival({ activity }: TurnContext): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action?.startsWith('add') ?? false;
  return (activity.membersAdded ?? []).some(
    member => member.id === activity.recipient.id || member.id === activity.from.id,
  );
}

/** Teams tells it in one of two ways, or in both, in any order. */
function isRemoval({ activity }: TurnContext): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate)
    return activity.action?.startsWith('remove') ?? false;
  if (activity.type !== ActivityTypes.ConversationUpdate) return false;
  return (activity.membersRemoved ?? []).some(member => member.id === activity.recipient.id);
}

/** Nothing that differs between one person's devices. */
function referenceOf({ activity }: TurnContext): unknown {
  const { serviceUrl, channelId, conversation, recipient, from } = activity;
  return {
    serviceUrl,
    channelId,
    conversation: { id: conversation.id, tenantId: conversation.tenantId, conversationType: 'personal' },
    bot: { id: recipient.id },
    user: { id: from.id, aadObjectId: from.aadObjectId },
  };
}

async function answerInvoke(context: TurnContext, status: number, body?: unknown): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
}

async function refuseInvoke(context: TurnContext, status: number): Promise<void> {
  if (context.activity.type === ActivityTypes.Invoke) await answerInvoke(context, status);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
