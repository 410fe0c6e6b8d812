import { randomUUID } from 'node:crypto';
import type { Activity, Attachment, Card, Suggestion } from './activity.ts';
import { adaptiveCardType } from './activity.ts';

export type Conversation = {
  readonly id: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
  readonly tenantId: string;
};

export type ChatMessage = {
  readonly id: string;
  readonly author: 'bot' | 'person';
  readonly text: string;
  readonly textFormat: string;
  readonly attachments: readonly Attachment[];
  readonly layout: 'list' | 'carousel';
  readonly suggestions: readonly Suggestion[];
  readonly sentAt: string;
  readonly edited: boolean;
};

/** `typing` holds no message: somebody is writing. */
export type ChatChange =
  | { readonly kind: 'message'; readonly conversationId: string; readonly message: ChatMessage }
  | { readonly kind: 'removed'; readonly conversationId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly conversationId: string };

export type ChatLog = {
  messages(conversationId: string): readonly ChatMessage[];
  post(conversationId: string, author: ChatMessage['author'], activity: Activity): ChatMessage;
  /** Undefined when the conversation holds no such message. */
  update(conversationId: string, messageId: string, activity: Activity): ChatMessage | undefined;
  replaceCard(conversationId: string, messageId: string, attachment: number, card: Card): void;
  remove(conversationId: string, messageId: string): boolean;
  /** Every typing activity that came, oldest first. */
  typed(conversationId: string): readonly Activity[];
  watch(watcher: (change: ChatChange) => void): () => void;
  all(): ReadonlyMap<string, readonly ChatMessage[]>;
};

function messageOf(id: string, author: ChatMessage['author'], activity: Activity): ChatMessage {
  return {
    id,
    author,
    text: activity.text ?? '',
    textFormat: activity.textFormat ?? 'markdown',
    attachments: activity.attachments ?? [],
    layout: activity.attachmentLayout === 'carousel' ? 'carousel' : 'list',
    suggestions: activity.suggestedActions?.actions ?? [],
    sentAt: new Date().toISOString(),
    edited: false,
  };
}

/** What everybody in a conversation sees now: updates and deletes already applied. */
export function chatLog(kept: ReadonlyMap<string, readonly ChatMessage[]> = new Map()): ChatLog {
  const conversations = new Map<string, ChatMessage[]>([...kept].map(([id, list]) => [id, [...list]]));
  const typing = new Map<string, Activity[]>();
  const watchers = new Set<(change: ChatChange) => void>();
  const tell = (change: ChatChange) => {
    for (const watcher of [...watchers]) watcher(change);
  };
  const listOf = (conversationId: string) => {
    const list = conversations.get(conversationId) ?? [];
    conversations.set(conversationId, list);
    return list;
  };
  const replace = (conversationId: string, messageId: string, change: (old: ChatMessage) => ChatMessage) => {
    const list = listOf(conversationId);
    const at = list.findIndex(message => message.id === messageId);
    const old = list[at];
    if (!old) return undefined;
    const message = change(old);
    list[at] = message;
    tell({ kind: 'message', conversationId, message });
    return message;
  };

  return {
    messages: conversationId => [...(conversations.get(conversationId) ?? [])],
    post(conversationId, author, activity) {
      const message = messageOf(activity.id ?? randomUUID(), author, activity);
      if (activity.type === 'typing') {
        typing.set(conversationId, [...(typing.get(conversationId) ?? []), activity]);
        tell({ kind: 'typing', conversationId });
        return message;
      }
      listOf(conversationId).push(message);
      tell({ kind: 'message', conversationId, message });
      return message;
    },
    update: (conversationId, messageId, activity) =>
      replace(conversationId, messageId, old => ({
        ...messageOf(messageId, old.author, activity),
        sentAt: old.sentAt,
        edited: true,
      })),
    replaceCard(conversationId, messageId, attachment, card) {
      replace(conversationId, messageId, old => ({
        ...old,
        attachments: old.attachments.map((kept, at) =>
          at === attachment ? { ...kept, contentType: adaptiveCardType, content: card } : kept,
        ),
      }));
    },
    remove(conversationId, messageId) {
      const list = listOf(conversationId);
      const at = list.findIndex(message => message.id === messageId);
      if (at < 0) return false;
      list.splice(at, 1);
      tell({ kind: 'removed', conversationId, messageId });
      return true;
    },
    typed: conversationId => typing.get(conversationId) ?? [],
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    all: () => conversations,
  };
}
