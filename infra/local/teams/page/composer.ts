import type { Suggestion } from '../activity.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';

export type Composer = {
  readonly element: HTMLElement;
  suggest(suggestions: readonly Suggestion[]): void;
  focus(): void;
};

const tallestPx = 180;

/** Where a person writes. Enter sends, Shift and Enter begins a line; what could not be sent is kept. */
export function composer(say: (text: string) => Promise<boolean>): Composer {
  const told = element('p', { class: 'composer-told', role: 'alert' });
  const suggested = element('div', { class: 'suggestions' });
  const box = element('textarea', {
    rows: '1',
    'aria-label': 'Type a message',
    placeholder: 'Type a message',
    autocomplete: 'off',
  });
  const resize = () => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, tallestPx)}px`;
  };

  async function send(text: string): Promise<void> {
    const words = text.trim();
    if (words === '') return;
    box.value = '';
    resize();
    told.textContent = '';
    const taken = await say(words).catch(() => false);
    if (taken) return;
    told.textContent = 'Your message was not delivered. Send it again.';
    if (box.value === '') box.value = words;
    resize();
  }

  box.addEventListener('input', resize);
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send(box.value);
  });
  const form = element(
    'form',
    {
      class: 'composer',
      submit: event => {
        event.preventDefault();
        void send(box.value);
        box.focus();
      },
    },
    suggested,
    told,
    element(
      'div',
      { class: 'box' },
      box,
      element('button', { class: 'send', 'aria-label': 'Send' }, icon('send')),
    ),
  );
  return {
    element: form,
    suggest(suggestions) {
      suggested.replaceChildren(
        ...suggestions.map(suggestion => {
          const text = String(suggestion.value ?? suggestion.title ?? '');
          const press = () => void send(text);
          return element(
            'button',
            { type: 'button', class: 'button', click: press },
            suggestion.title ?? text,
          );
        }),
      );
    },
    focus: () => box.focus(),
  };
}
