import { element } from './element.ts';
import { icon } from './icon.ts';

const tints = 6;

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => /^\p{L}/u.test(word));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}

export function personAvatar(name: string): HTMLElement {
  const tint = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tints;
  return element('span', { class: `avatar tint-${tint}`, 'aria-hidden': 'true' }, initials(name));
}

export function botAvatar(): HTMLElement {
  return element('span', { class: 'avatar bot', 'aria-hidden': 'true' }, icon('people'));
}
