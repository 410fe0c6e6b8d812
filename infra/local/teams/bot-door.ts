import { randomUUID } from 'node:crypto';
import { adaptiveCardType, type Card, isRecord, type SignInCard, signInIn } from './activity.ts';
import type { Conversation } from './chat-log.ts';

export type TeamsPersona = { readonly objectId: string; readonly tenantId: string; readonly name: string };

/** What a bot's endpoint said: HTTP status and parsed body, undefined when it was empty. */
export type Delivered = { readonly status: number; readonly body: unknown };

export type InvokeAnswer = {
  readonly status: number;
  /** The card that replaces the one that was pressed. */
  readonly card?: Card;
  readonly message?: string;
  /** The bot wants the person to sign in before it does this. */
  readonly signIn?: SignInCard;
  readonly error?: { readonly code: string; readonly message: string };
  readonly body: unknown;
};

/** The bot as it is addressed on this machine. */
export const localBotId = '28:local-bot';

export const teamsUserId = (objectId: string): string => `29:${objectId}`;

/** The fields that Teams puts on whatever a person does. */
export function activityFrom(
  person: TeamsPersona,
  conversation: Conversation,
  serviceUrl: string,
  botId: string,
): Card {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl,
    from: { id: teamsUserId(person.objectId), aadObjectId: person.objectId, name: person.name },
    recipient: { id: botId, name: 'Mentoring' },
    conversation: {
      id: conversation.id,
      tenantId: conversation.tenantId,
      conversationType: conversation.type,
      ...(conversation.type === 'personal' ? {} : { isGroup: true }),
    },
    channelData: { tenant: { id: conversation.tenantId } },
    entities: [
      { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' },
    ],
  };
}

/** Throws when the endpoint cannot be reached or takes longer than the given time. */
export async function deliver(
  messagesUrl: string,
  activity: unknown,
  longestMs?: number,
): Promise<Delivered> {
  const answer = await fetch(messagesUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    ...(longestMs === undefined ? {} : { signal: AbortSignal.timeout(longestMs) }),
  });
  const text = await answer.text();
  try {
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { status: answer.status, body: text };
  }
}

/** The body decides, not the status: a sign-in request arrives as 401. */
export function invokeAnswer({ status, body }: Delivered): InvokeAnswer {
  if (!isRecord(body) || typeof body.type !== 'string') return { status, body };
  const { type, value } = body;
  if (type === adaptiveCardType && isRecord(value)) return { status, card: value, body };
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string')
    return { status, message: value, body };
  if (type === 'application/vnd.microsoft.activity.loginRequest') {
    const signIn = signInIn(value);
    return signIn ? { status, signIn, body } : { status, body };
  }
  if (type.startsWith('application/vnd.microsoft.error') && isRecord(value))
    return { status, error: { code: String(value.code), message: String(value.message) }, body };
  return { status, body };
}
