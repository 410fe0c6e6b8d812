import type { ListedPerson } from '../directory.ts';
import { personAvatar } from './avatar.ts';
import { element } from './element.ts';

const notes: Readonly<Record<string, string>> = {
  'on-premises': 'Mailbox on premises',
  none: 'No mailbox',
  'other-tenant': 'Another organisation',
};

function row(person: ListedPerson): HTMLElement {
  const note = notes[person.mailbox ?? ''];
  const about = [person.jobTitle, person.organisation].filter(Boolean).join(' · ');
  return element(
    'li',
    {},
    element(
      'a',
      { class: 'person', href: `/?as=${encodeURIComponent(person.email)}` },
      personAvatar(person.name),
      element(
        'span',
        { class: 'person-words' },
        element('span', { class: 'person-name' }, person.name),
        element('span', { class: 'person-about' }, about),
      ),
      note !== undefined && element('span', { class: 'note' }, note),
    ),
  );
}

/** Who to be, for somebody who has not said so yet. */
export function peoplePage(people: readonly ListedPerson[], unknown: string | undefined): HTMLElement {
  const list = element('ul', { class: 'people' });
  const count = element('p', { class: 'count', role: 'status' });
  const search = element('input', { type: 'search', id: 'who', autocomplete: 'off' });
  const sorted = [...people].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));

  function fill(): void {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = sorted.filter(person => {
      const text = [person.name, person.email, person.jobTitle, person.organisation].join(' ').toLowerCase();
      return wanted.every(word => text.includes(word));
    });
    list.replaceChildren(...found.map(row));
    count.textContent = found.length === 1 ? '1 person' : `${found.length} people`;
  }
  search.addEventListener('input', fill);
  fill();
  return element(
    'main',
    { class: 'choose' },
    element('h1', {}, 'Choose who you are'),
    element(
      'p',
      { class: 'lead' },
      'Everybody here is invented. Open a second window to be two people at once.',
    ),
    unknown !== undefined &&
      element('p', { class: 'trouble', role: 'alert' }, `Nobody here has the address ${unknown}.`),
    element('label', { for: 'who' }, 'Name, job or organisation'),
    search,
    count,
    list,
  );
}
