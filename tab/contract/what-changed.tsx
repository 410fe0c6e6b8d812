import { Body1, Body1Strong, Link } from '@fluentui/react-components';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import { changedIn, type Sections } from './document-of.ts';

/** Where a part is found, to put the focus on it. */
export function sheetPartId(id: string): string {
  return `part-${id}`;
}

/** What is different from the version in force, each a way to it. */
export function WhatChanged({ sections, contract }: { sections: Sections; contract: ContractView }) {
  const changed = changedIn(sections);
  const version = contract.active?.version ?? 1;
  if (changed.length === 0) return <Body1>The same as version {version} so far</Body1>;
  return (
    <div className="what-changed">
      <Body1Strong as="h3" block>
        {changed.length === 1 ? '1 thing is' : `${changed.length} things are`} different from version{' '}
        {version}
      </Body1Strong>
      <ul>
        {changed.map(({ section, what, id }) => (
          <li key={id}>
            <Link as="button" onClick={() => document.getElementById(sheetPartId(id))?.focus()}>
              {section}: {what}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
