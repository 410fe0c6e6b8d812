import { Body1, Subtitle2, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A titled box of the page. `count` follows the title. */
export function Section(given: { title: string; count?: number; isMain?: boolean; children: ReactNode }) {
  const id = useId('section');
  return (
    <section className={given.isMain ? 'section what-now' : 'section'} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} block className="section-heading">
        {given.title}
        {given.count !== undefined && <Body1 className="subtle"> ({given.count})</Body1>}
      </Subtitle2>
      {given.children}
    </section>
  );
}

export function List({ children }: { children: ReactNode }) {
  return <ul className="list">{children}</ul>;
}
