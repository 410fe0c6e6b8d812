import type { ChatMessage } from '../chat-log.ts';
import type { ChatServer, LiveEvent } from './chat-server.ts';
import { composer } from './composer.ts';
import { element } from './element.ts';
import { messageList } from './message-list.ts';

export type ChatPane = {
  readonly element: HTMLElement;
  hear(event: LiveEvent): void;
  lost(): void;
  focus(): void;
};

const typingMs = 8_000;

export function chatPane(
  server: ChatServer,
  openLink: (url: string) => void,
  latest: (message: ChatMessage) => void,
): ChatPane {
  const list = messageList({ press: server.press, signIn: server.signIn, openLink });
  const box = composer(server.say);
  const trouble = element('p', { class: 'trouble', role: 'alert' });
  const messages = new Map<string, ChatMessage>();
  let timer = 0;

  const typing = (isTyping: boolean) => {
    clearTimeout(timer);
    list.typing(isTyping);
    if (isTyping) timer = window.setTimeout(() => list.typing(false), typingMs);
  };
  const show = (message: ChatMessage) => {
    messages.set(message.id, message);
    list.show(message);
  };
  const settle = () => {
    const newest = [...messages.values()].at(-1);
    box.suggest(newest?.author === 'bot' ? newest.suggestions : []);
    if (newest) latest(newest);
  };

  const pane = element(
    'section',
    { class: 'chat', 'aria-label': 'Chat with Mentoring' },
    trouble,
    list.element,
    box.element,
  );
  pane.addEventListener('click', event => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : undefined;
    if (!link) return;
    event.preventDefault();
    openLink(link.href);
  });

  return {
    element: pane,
    hear(event) {
      trouble.textContent = '';
      switch (event.kind) {
        case 'opened': {
          const ids = new Set(event.messages.map(message => message.id));
          for (const id of [...messages.keys()]) if (!ids.has(id)) messages.delete(id);
          list.keepOnly(ids);
          event.messages.forEach(show);
          break;
        }
        case 'message':
          if (event.message.author === 'bot') typing(false);
          show(event.message);
          break;
        case 'removed':
          messages.delete(event.messageId);
          list.remove(event.messageId);
          break;
        case 'typing':
          typing(true);
          return;
      }
      settle();
    },
    lost() {
      trouble.textContent = 'The connection was lost. Trying again.';
    },
    focus: box.focus,
  };
}
