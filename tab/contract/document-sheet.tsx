import { Badge, Body1, Button, Caption1, Subtitle1, Subtitle2 } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ContractView, DocumentView } from '../../bot/http/contract-shapes.ts';
import { day } from '../when.ts';
import { kindWords, nameOf } from './contract-wording.ts';
import type { Sections } from './document-of.ts';
import { goalsSection } from './sections-of.ts';
import { Signatures } from './signatures.tsx';
import { sheetPartId, WhatChanged } from './what-changed.tsx';

type Part = Sections[number]['parts'][number];

export function documentSectionId(id: string): string {
  return `read-${id}`;
}

export type DocumentSheetProps = {
  readonly contract: ContractView;
  readonly sections: Sections;
  /** Absent: a draft. */
  readonly version?: DocumentView;
  /** What stood there in the version in force, by part. */
  readonly before?: ReadonlyMap<string, { readonly text: string }>;
  /** Who changed a section last and when, by section. */
  readonly margin?: ReadonlyMap<string, string>;
  /** Where a section can be written in. */
  readonly edit?: (sectionId: string) => void;
  /** Sections where this person can write, not only comment. */
  readonly writable?: ReadonlySet<string>;
  /** Under the heading. */
  readonly children?: ReactNode;
  /** Watches the end of a section. */
  readonly watch?: (id: string, isLast: boolean) => (element: HTMLElement | null) => void;
};

/** The contract as one reads it. Both people see the same. */
export function DocumentSheet(given: DocumentSheetProps) {
  const { contract, sections, version, before, watch } = given;
  const mentee = nameOf('mentee', contract);
  const mentor = nameOf('mentor', contract);
  return (
    <article className="section sheet" aria-labelledby="sheet-heading">
      <header className="sheet-header">
        <Caption1 block className="subtle">
          {contract.schemeName}
        </Caption1>
        <Subtitle1 as="h2" id="sheet-heading" tabIndex={-1} block>
          Mentoring contract
        </Subtitle1>
        <Body1 block>
          between <bdi>{mentee}</bdi>, mentee, and <bdi>{mentor}</bdi>, mentor
        </Body1>
        <Caption1 block className="subtle">
          {kindWords[contract.kind]} ·{' '}
          {version ? `Version ${version.version}` : 'Draft, not signed by anybody'}
        </Caption1>
        {before && <WhatChanged sections={sections} contract={contract} />}
        {given.children}
      </header>
      {sections.map(section => (
        <SheetSection key={section.id} section={section} {...given} />
      ))}
      <section className="sheet-section">
        <Subtitle2 as="h3" id={documentSectionId('signatures')} tabIndex={-1} block>
          Signatures
        </Subtitle2>
        <Signatures contract={contract} {...(version && { version })} />
        <span ref={watch?.('signatures', true)} className="sheet-end" />
      </section>
    </article>
  );
}

function SheetSection({
  section,
  contract,
  before,
  margin,
  edit,
  writable,
  watch,
}: DocumentSheetProps & { section: Sections[number] }) {
  const { id, heading, parts } = section;
  return (
    <section className="sheet-section">
      <div className="sheet-section-heading">
        <div>
          <Subtitle2 as="h3" id={documentSectionId(id)} tabIndex={-1} block>
            {heading}
          </Subtitle2>
          {margin?.get(id) && (
            <Caption1 block className="subtle">
              {margin.get(id)}
            </Caption1>
          )}
        </div>
        {edit && (
          <Button appearance="subtle" size="small" onClick={() => edit(id)}>
            {writable?.has(id) ? 'Write here' : 'Comment'}
            <span className="unseen"> in {heading}</span>
          </Button>
        )}
      </div>
      {parts.length === 0 && (
        <Body1 className="subtle">{id === goalsSection ? 'No goals yet' : 'Nothing yet'}</Body1>
      )}
      {parts.map((part, index) => (
        <SheetPart
          key={part.id}
          part={part}
          before={before?.get(part.id)?.text}
          note={noteUnder(part, parts[index + 1], contract)}
        />
      ))}
      <span ref={watch?.(id, false)} className="sheet-end" />
    </section>
  );
}

function SheetPart(given: { part: Part; before: string | undefined; note: string | undefined }) {
  const { part, before, note } = given;
  const { label, text, isChanged, erasedOn } = part;
  return (
    <div
      className={['sheet-part', isChanged ? 'changed' : '', label ? '' : 'unnamed'].join(' ')}
      id={sheetPartId(part.id)}
      {...(isChanged && { tabIndex: -1 })}
    >
      {label && (
        <Body1 block className="subtle">
          {label}
        </Body1>
      )}
      <div className="sheet-value">
        <Body1 as="p" block className={text ? 'as-written' : 'as-written subtle'}>
          {erasedOn ? `Erased on ${day(`${erasedOn}T12:00:00Z`)}` : text || 'Not said yet'}
        </Body1>
        {isChanged && (
          <Caption1 as="p" block>
            <Badge appearance="tint" shape="rounded">
              Changed
            </Badge>{' '}
            {before ? <span className="as-written">Before: {before}</span> : 'New in this version'}
          </Caption1>
        )}
        {note && (
          <Caption1 block className="subtle">
            {note}
          </Caption1>
        )}
      </div>
    </div>
  );
}

/** Under the last of several clauses in a row, that they are fixed. */
function noteUnder(part: Part, next: Part | undefined, { schemeName }: ContractView): string | undefined {
  if (!isFixed(part) || (next && isFixed(next))) return undefined;
  return `Fixed by ${schemeName}`;
}

function isFixed({ of, label }: Part): boolean {
  return of === 'scheme' && label === undefined;
}
