import { Button } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { Place } from './place.ts';
import type { Go } from './use-place.ts';

const tabs: readonly { readonly place: Place; readonly words: string }[] = [
  { place: { page: 'home' }, words: 'Home' },
  { place: { page: 'find', criteria: [] }, words: 'Find a mentor' },
];

/** The pages of the tab. Fluent's TabList brings hidden elements that take the keyboard, which axe finds on every page. */
export function PageTabs({ page, go }: { page: Place['page']; go: Go }) {
  // A contract is reached from the home page and belongs to it.
  const shown = page === 'contract' ? 'home' : page;
  return (
    <div role="tablist" aria-label="Mentoring" className="page-tabs" onKeyDown={moveAlong}>
      {tabs.map(({ place, words }) => (
        <Button
          key={place.page}
          role="tab"
          appearance="transparent"
          aria-selected={place.page === shown}
          tabIndex={place.page === shown ? 0 : -1}
          onClick={() => go(place)}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}

function moveAlong({ key, currentTarget }: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step === undefined) return;
  const all = [...currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const now = all.findIndex(tab => tab.contains(document.activeElement));
  all.at((now + step) % all.length)?.focus();
}
