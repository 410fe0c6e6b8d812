import { Button, Field, Select, Subtitle2 } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ContractView, FieldView } from '../../bot/http/contract-shapes.ts';
import { DraftField } from './draft-field.tsx';
import { LockedField } from './locked-field.tsx';
import type { DraftSection as Section } from './sections-of.ts';
import type { Drafting } from './use-drafting.ts';

export const draftHeading = 'draft-heading';

type DraftPanelProps = {
  readonly contract: ContractView;
  readonly sections: readonly Section[];
  readonly section: Section;
  readonly drafting: Drafting;
  readonly open: (sectionId: string) => void;
  readonly comment: ((fieldId: string, text: string) => Promise<void>) | undefined;
  /** In the section that is about them. */
  readonly goals: ReactNode;
};

/** The draft, one section at a time. */
export function DraftPanel(given: DraftPanelProps) {
  const { contract, sections, section, drafting, open, comment, goals } = given;
  const at = sections.findIndex(({ id }) => id === section.id);
  const [before, after] = [sections[at - 1], sections[at + 1]];
  useFocusOnSection(section.id);
  return (
    <section className="section draft-panel" aria-label="Write the contract">
      <Field label={`Section ${at + 1} of ${sections.length}`}>
        <Select className="section-select" value={section.id} onChange={(_, { value }) => open(value)}>
          {sections.map((each, index) => (
            <option key={each.id} value={each.id}>
              {`${index + 1}. ${each.heading}${toSayWords(each, drafting)}`}
            </option>
          ))}
        </Select>
      </Field>
      <Subtitle2 as="h2" id={draftHeading} tabIndex={-1} block className="section-heading">
        {section.heading}
      </Subtitle2>
      <div className="draft-fields">
        {section.fields.map(field =>
          field.isLocked ? (
            <LockedField key={field.id} field={field} contract={contract} comment={comment} />
          ) : (
            <DraftField
              key={field.id}
              field={field}
              drafting={drafting}
              other={contract.with}
              contractId={contract.contractId}
              comment={comment}
            />
          ),
        )}
        {goals}
      </div>
      <div className="section-steps">
        {before && (
          <Button onClick={() => open(before.id)}>
            Previous<span className="unseen"> section, {before.heading}</span>
          </Button>
        )}
        {after && <Button onClick={() => open(after.id)}>Next: {after.heading}</Button>}
      </div>
    </section>
  );
}

/** What has still to be said before it can be proposed. */
export function missingIn(section: Section, { states }: Drafting): readonly FieldView[] {
  return section.fields.filter(
    ({ id, isRequired, isLocked, value }) =>
      isRequired && !isLocked && !(states.get(id)?.typed ?? value).trim(),
  );
}

function toSayWords(section: Section, drafting: Drafting): string {
  const missing = missingIn(section, drafting).length;
  return missing === 0 ? '' : ` (${missing} to fill in)`;
}

/** Another section: the keyboard goes on from its heading. */
function useFocusOnSection(sectionId: string): void {
  const before = useRef(sectionId);
  useEffect(() => {
    if (before.current === sectionId) return;
    before.current = sectionId;
    document.getElementById(draftHeading)?.focus();
  }, [sectionId]);
}
