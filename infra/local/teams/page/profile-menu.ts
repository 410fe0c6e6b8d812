import type { ListedPerson } from '../directory.ts';
import { personAvatar } from './avatar.ts';
import { element } from './element.ts';
import { chooseTheme, currentTheme, type Theme, themes } from './theme.ts';

/** The avatar at the end of the header and what opens beneath it. */
export function profileMenu(me: ListedPerson, themeChanged: (theme: Theme) => void): readonly HTMLElement[] {
  const choices = Object.entries(themes).map(([theme, name]) => {
    const choose = () => {
      if (theme !== 'light' && theme !== 'dark' && theme !== 'contrast') return;
      chooseTheme(theme);
      themeChanged(theme);
    };
    const checked = currentTheme() === theme;
    return element(
      'label',
      {},
      element('input', { type: 'radio', name: 'theme', value: theme, checked, change: choose }),
      name,
    );
  });
  const menu = element(
    'div',
    { id: 'profile', class: 'menu', popover: 'auto', role: 'dialog', 'aria-label': 'Profile and theme' },
    element(
      'div',
      { class: 'menu-who' },
      personAvatar(me.name),
      element(
        'span',
        { class: 'person-words' },
        element('span', { class: 'person-name' }, me.name),
        element('span', { class: 'person-about' }, me.email),
      ),
    ),
    element('fieldset', {}, element('legend', {}, 'Theme'), ...choices),
    element('a', { href: '/', target: '_blank', rel: 'noopener' }, 'Open as somebody else in a new tab'),
    element('a', { href: '/' }, 'Choose who you are'),
  );
  const button = element(
    'button',
    { type: 'button', class: 'profile', popovertarget: 'profile' },
    element('span', { class: 'unseen' }, `${me.name}: profile and theme`),
    personAvatar(me.name),
  );
  return [button, menu];
}
