import type { Attachment, Card } from '../activity.ts';
import type { ChatMessage } from '../chat-log.ts';
import type { PressOutcome } from '../page-api.ts';
import { botAvatar } from './avatar.ts';
import { cardView } from './card-view.ts';
import { carousel } from './carousel.ts';
import { element } from './element.ts';
import { clock, markdownHtml } from './words.ts';

export type MessageActions = {
  press(messageId: string, attachment: number, action: Card): Promise<PressOutcome>;
  signIn(messageId: string): Promise<boolean>;
  openLink(url: string): void;
};

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const signInCard = 'application/vnd.microsoft.card.oauth';

const isCard = (content: unknown): content is Card => typeof content === 'object' && content !== null;

function bubble(message: ChatMessage): HTMLElement {
  const words = element('div', { class: 'bubble' });
  if (message.author === 'bot' && message.textFormat !== 'plain')
    words.innerHTML = markdownHtml(message.text);
  else words.append(element('p', {}, message.text));
  return words;
}

function signInView(message: ChatMessage, content: Card, actions: MessageActions): HTMLElement {
  const told = element('p', { class: 'card-told', role: 'status' });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'button primary',
      click: async () => {
        button.classList.add('pending');
        const signedIn = await actions.signIn(message.id).catch(() => false);
        button.classList.remove('pending');
        told.textContent = signedIn ? 'You are signed in.' : 'You could not be signed in. Try again.';
        told.classList.toggle('wrong', !signedIn);
      },
    },
    'Sign in',
  );
  const text = typeof content.text === 'string' ? content.text : 'Sign in to go on';
  return element('div', { class: 'card sign-in', tabindex: '-1' }, element('p', {}, text), button, told);
}

function attachmentView(
  message: ChatMessage,
  attachment: Attachment,
  at: number,
  actions: MessageActions,
): HTMLElement | undefined {
  if (!isCard(attachment.content)) return undefined;
  if (attachment.contentType === signInCard) return signInView(message, attachment.content, actions);
  if (attachment.contentType !== adaptiveCard) return undefined;
  const press = (action: Card) => actions.press(message.id, at, action);
  return cardView(attachment.content, press, actions.openLink);
}

/** One message with whatever it carries. */
export function messageView(message: ChatMessage, actions: MessageActions): HTMLElement {
  const cards = message.attachments
    .map((attachment, at) => attachmentView(message, attachment, at, actions))
    .filter(card => card !== undefined);
  const who = message.author === 'bot' ? 'Mentoring' : 'You';
  return element(
    'div',
    { class: `message ${message.author}`, role: 'group', 'aria-label': `${who}, ${clock(message.sentAt)}` },
    message.author === 'bot' && botAvatar(),
    element(
      'div',
      { class: 'said' },
      element(
        'p',
        { class: 'about', 'aria-hidden': 'true' },
        message.author === 'bot' && element('span', { class: 'who' }, 'Mentoring'),
        element('time', { datetime: message.sentAt }, clock(message.sentAt)),
        message.edited && element('span', {}, 'Edited'),
      ),
      message.text !== '' && bubble(message),
      ...(message.layout === 'carousel' && cards.length > 1 ? [carousel(cards)] : cards),
    ),
  );
}
