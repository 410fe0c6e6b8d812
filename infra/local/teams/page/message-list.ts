import type { ChatMessage } from '../chat-log.ts';
import { element } from './element.ts';
import { type MessageActions, messageView } from './message-view.ts';
import { day } from './words.ts';

export type MessageList = {
  readonly element: HTMLElement;
  /** Adds a message, or shows it as it is now. One that is the same stays as it is, with what is typed in it. */
  show(message: ChatMessage): void;
  remove(messageId: string): void;
  keepOnly(messageIds: ReadonlySet<string>): void;
  typing(isTyping: boolean): void;
};

const nearBottomPx = 160;
const groupedMs = 5 * 60_000;

export function messageList(actions: MessageActions): MessageList {
  const list = element('div', { class: 'log', role: 'log', 'aria-label': 'Messages', 'aria-live': 'polite' });
  const typing = element('p', { class: 'typing', role: 'status' });
  const scroller = element(
    'div',
    { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Conversation' },
    list,
    typing,
  );
  const shown = new Map<string, { readonly view: HTMLElement; readonly as: string }>();
  let last: ChatMessage | undefined;

  let pinned = true;

  const toBottom = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    pinned = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearBottomPx;
  });
  const stayAtBottom = new ResizeObserver(() => {
    if (pinned) toBottom();
  });
  stayAtBottom.observe(scroller);
  stayAtBottom.observe(list);

  /** A card that was in use keeps the focus when another takes its place. */
  function replace(old: HTMLElement, fresh: HTMLElement): void {
    const cards = [...old.querySelectorAll('.card')];
    const focused = cards.findIndex(card => card.contains(document.activeElement));
    if (old.classList.contains('grouped')) fresh.classList.add('grouped');
    const strip = old.querySelector('.carousel')?.scrollLeft ?? 0;
    old.replaceWith(fresh);
    const newStrip = fresh.querySelector('.carousel');
    if (newStrip) newStrip.scrollLeft = strip;
    const target = [...fresh.querySelectorAll<HTMLElement>('.card')][focused];
    if (focused >= 0) target?.focus({ preventScroll: true });
  }

  function add(message: ChatMessage, view: HTMLElement): void {
    const before = last;
    last = message;
    if (!before || day(before.sentAt) !== day(message.sentAt))
      list.append(element('h2', { class: 'day' }, day(message.sentAt)));
    else if (
      before.author === message.author &&
      Date.parse(message.sentAt) - Date.parse(before.sentAt) < groupedMs
    )
      view.classList.add('grouped');
    list.append(view);
  }

  const remove = (messageId: string) => {
    shown.get(messageId)?.view.remove();
    shown.delete(messageId);
  };

  return {
    element: scroller,
    show(message) {
      const known = shown.get(message.id);
      const as = JSON.stringify(message);
      if (known?.as === as) return;
      const view = messageView(message, actions);
      if (known) replace(known.view, view);
      else add(message, view);
      shown.set(message.id, { view, as });
      if (message.author === 'person') toBottom();
    },
    remove,
    keepOnly(messageIds) {
      for (const id of [...shown.keys()]) if (!messageIds.has(id)) remove(id);
    },
    typing(isTyping) {
      const text = isTyping ? 'Mentoring is typing' : '';
      if (typing.textContent === text) return;
      typing.textContent = text;
      typing.classList.toggle('on', isTyping);
    },
  };
}
