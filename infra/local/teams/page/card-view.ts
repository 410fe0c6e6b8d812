import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  GlobalRegistry,
  OpenUrlAction,
  SubmitAction,
  Table,
  Versions,
} from 'adaptivecards';
import type { Card } from '../activity.ts';
import type { PressOutcome } from '../page-api.ts';
import { cardLook } from './card-look.ts';
import { element } from './element.ts';
import { markdownHtml } from './words.ts';

// A bundler leaves the table out of the library unless something names it.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text);
  result.didProcess = true;
};

const wentWrong = 'Something went wrong. Try again.';
const signInFirst = 'You could not be signed in for this. Try again.';

function pressed(action: Action): Card | undefined {
  if (!(action instanceof ExecuteAction) && !(action instanceof SubmitAction)) return undefined;
  const verb = action instanceof ExecuteAction && action.verb ? { verb: action.verb } : {};
  const id = action.id ? { id: action.id } : {};
  const type = action.getJsonTypeName();
  return { type, ...id, title: action.title ?? '', ...verb, data: action.data ?? {} };
}

/** One card. While a press is on its way every button waits; what went wrong is told beneath. */
export function cardView(
  card: Card,
  press: (action: Card) => Promise<PressOutcome>,
  openLink: (url: string) => void,
): HTMLElement {
  const view = new AdaptiveCard();
  view.hostConfig = cardLook;
  view.parse(card);
  const told = element('p', { class: 'card-told', role: 'status' });
  let waiting = false;

  async function send(action: Action): Promise<void> {
    const what = pressed(action);
    if (!what || waiting) return;
    const button = action.renderedElement;
    waiting = true;
    told.textContent = '';
    told.classList.remove('wrong');
    whole.setAttribute('aria-busy', 'true');
    button?.classList.add('pending');
    const outcome = await press(what).catch((): PressOutcome => ({ outcome: 'failed' }));
    waiting = false;
    whole.removeAttribute('aria-busy');
    button?.classList.remove('pending');
    told.textContent =
      { failed: wentWrong, 'sign in': signInFirst, done: outcome.message }[outcome.outcome] ?? '';
    told.classList.toggle('wrong', outcome.outcome !== 'done');
  }

  view.onExecuteAction = action => {
    if (action instanceof OpenUrlAction) openLink(action.url ?? '');
    else void send(action);
  };
  const rendered = view.render();
  const whole = element(
    'div',
    { class: 'card', tabindex: '-1' },
    rendered ?? String(card.fallbackText ?? ''),
    told,
  );
  return whole;
}
