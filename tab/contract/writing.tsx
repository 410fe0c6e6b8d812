import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import type { ContractPlace } from '../place.ts';
import { marginOf } from './contract-wording.ts';
import { documentOf, partsOf } from './document-of.ts';
import { DocumentSheet } from './document-sheet.tsx';
import { DraftPanel, missingIn } from './draft-panel.tsx';
import { Goals } from './goals.tsx';
import { type DraftSection, goalsSection, isWritable } from './sections-of.ts';
import type { Contract } from './use-contract.ts';
import type { Drafting } from './use-drafting.ts';

type WritingProps = {
  readonly contract: ContractView;
  readonly held: Contract;
  readonly sections: readonly DraftSection[];
  readonly drafting: Drafting;
  readonly open: (sectionId: string) => void;
  readonly place: ContractPlace;
};

/** The draft beside the document that it becomes. On a narrow screen one of the two. */
export function Writing({ contract, held, sections, drafting, open, place }: WritingProps) {
  const [isReading, setIsReading] = useState(false);
  const [isInForce, setIsInForce] = useState(false);
  const [first] = useState(() => sections.find(section => missingIn(section, drafting).length > 0)?.id);
  const section =
    sections.find(({ id }) => id === place.section) ?? sections.find(({ id }) => id === first) ?? sections[0];
  const { active, can } = contract;
  const canWrite = can.includes('draft');
  const edit = (sectionId: string) => {
    setIsReading(false);
    open(sectionId);
  };
  const version = isInForce ? active : undefined;
  return (
    <div className={isReading ? 'contract-columns reading' : 'contract-columns writing'}>
      <div className="contract-switch">
        <Button onClick={() => setIsReading(!isReading)}>
          {isReading ? 'Back to writing' : 'Read as a document'}
        </Button>
      </div>
      <div className="sheet-side">
        <DocumentSheet
          contract={contract}
          sections={version?.sections ?? documentOf(contract, sections, id => drafting.states.get(id)?.typed)}
          {...(version && { version })}
          {...(active && !version && { before: partsOf(active) })}
          {...(!version && { margin: marginsOf(contract) })}
          {...(canWrite && !version && { edit, writable: writableIn(sections) })}
        >
          {active && (
            <Button size="small" aria-pressed={isInForce} onClick={() => setIsInForce(!isInForce)}>
              Show version {active.version}, in force
            </Button>
          )}
        </DocumentSheet>
      </div>
      {section && (
        <DraftPanel
          contract={contract}
          sections={sections}
          section={section}
          drafting={drafting}
          open={open}
          comment={
            can.includes('comment')
              ? (id, text) => held.add(`/fields/${encodeURIComponent(id)}/comments`, { text })
              : undefined
          }
          goals={
            section.id === goalsSection && (
              <Goals contract={contract} change={held.change} canWrite={canWrite} />
            )
          }
        />
      )}
    </div>
  );
}

function writableIn(sections: readonly DraftSection[]): ReadonlySet<string> {
  return new Set(sections.filter(isWritable).map(({ id }) => id));
}

function marginsOf({ draft, with: other }: ContractView): ReadonlyMap<string, string> {
  return new Map(
    draft?.sections.flatMap(({ id, fields }) => {
      const said = marginOf(fields, other);
      return said === undefined ? [] : [[id, said] as const];
    }),
  );
}
