import { element } from './element.ts';
import { icon } from './icon.ts';

/** Cards side by side; an arrow is there where there is more to see. */
export function carousel(cards: readonly HTMLElement[]): HTMLElement {
  const strip = element(
    'div',
    { class: 'carousel', role: 'group', 'aria-label': `${cards.length} cards side by side`, tabindex: '0' },
    ...cards,
  );
  const arrow = (label: string, direction: 1 | -1) => {
    const move = () => strip.scrollBy({ left: direction * (cards[0]?.offsetWidth ?? 0), behavior: 'smooth' });
    const drawing = icon(direction < 0 ? 'previous' : 'next');
    return element('button', { type: 'button', class: 'arrow', 'aria-label': label, click: move }, drawing);
  };
  const before = arrow('Previous card', -1);
  const after = arrow('Next card', 1);
  const settle = () => {
    before.hidden = strip.scrollLeft < 8;
    after.hidden = strip.scrollLeft > strip.scrollWidth - strip.clientWidth - 8;
  };
  strip.addEventListener('scroll', settle);
  new ResizeObserver(settle).observe(strip);
  return element('div', { class: 'carousel-frame' }, before, strip, after);
}
