import type { ChatMessage } from '../chat-log.ts';
import type { ListedPerson } from '../directory.ts';
import { botAvatar } from './avatar.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { profileMenu } from './profile-menu.ts';
import type { Theme } from './theme.ts';
import { clock } from './words.ts';

export type View = 'chat' | 'tab' | 'both';

export type Shell = {
  readonly element: HTMLElement;
  show(view: View): void;
  latest(message: ChatMessage): void;
};

const wide = matchMedia('(min-width: 1000px)');

/** Everything around the chat and the tab: header, rail, list of chats, the app's own strip. */
export function shell(
  me: ListedPerson,
  panes: readonly HTMLElement[],
  listen: { themeChanged(theme: Theme): void; shown(view: View): void },
): Shell {
  const preview = element('span', { class: 'preview' }, 'No messages yet');
  const when = element('time', { class: 'when' });
  const views: [View, HTMLButtonElement][] = [];
  const opens = (view: View, attributes: Record<string, string>, ...inside: readonly (Node | string)[]) => {
    const button = element('button', { type: 'button', ...attributes, click: () => show(view) }, ...inside);
    views.push([view, button]);
    return button;
  };

  function show(view: View): void {
    whole.dataset.view = view;
    for (const [each, button] of views) {
      if (each === view) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    listen.shown(view);
  }

  const header = element(
    'header',
    { class: 'bar' },
    element('span', { class: 'waffle' }, icon('waffle')),
    element('span', { class: 'product' }, 'Teams on this machine'),
    element('a', { class: 'search', href: '/' }, icon('search'), 'Find a person to be'),
    ...profileMenu(me, listen.themeChanged),
  );
  const rail = element(
    'nav',
    { class: 'rail', 'aria-label': 'Apps' },
    opens('chat', {}, icon('chat'), 'Chat'),
    opens('tab', { class: 'rail-app' }, botAvatar(), 'Mentoring'),
  );
  const chats = element(
    'section',
    { class: 'chats', 'aria-label': 'Chats' },
    element('h2', {}, 'Chat'),
    element(
      'ul',
      {},
      element(
        'li',
        { class: 'chat-row' },
        botAvatar(),
        element('span', { class: 'row-words' }, element('span', { class: 'row-name' }, 'Mentoring'), preview),
        when,
      ),
    ),
  );
  const strip = element(
    'div',
    { class: 'strip' },
    botAvatar(),
    element('h1', {}, 'Mentoring'),
    element(
      'nav',
      { class: 'tabs', 'aria-label': 'Mentoring' },
      opens('chat', {}, 'Chat'),
      opens('tab', {}, 'Mentoring'),
      opens('both', { class: 'beside', 'aria-label': 'Chat and Mentoring side by side' }, icon('beside')),
    ),
  );
  const main = element('main', {}, strip, element('div', { class: 'panes' }, ...panes));
  const whole = element('div', { class: 'teams' }, header, rail, chats, main);
  wide.addEventListener('change', () => {
    if (whole.dataset.view === 'both' && !wide.matches) show('chat');
  });

  return {
    element: whole,
    show: view => show(view === 'both' && !wide.matches ? 'chat' : view),
    latest(message) {
      const cards = message.attachments.length > 0 ? 'Sent a card' : '';
      const words = message.text.replace(/[*_`#>]/g, '').trim() || cards;
      preview.textContent = message.author === 'person' ? `You: ${words}` : words;
      when.textContent = clock(message.sentAt);
      when.dateTime = message.sentAt;
    },
  };
}
