import { type ReactNode, useEffect, useRef } from 'react';
import type { ContractView, DocumentView } from '../../bot/http/contract-shapes.ts';
import type { ContractPlace } from '../place.ts';
import { partsOf } from './document-of.ts';
import { DocumentSheet, documentSectionId } from './document-sheet.tsx';
import { SignBar } from './sign-bar.tsx';
import { useSeen } from './use-seen.ts';

type ReadingProps = {
  readonly contract: ContractView;
  readonly place: ContractPlace;
  readonly version: DocumentView | undefined;
  readonly isSigning: boolean;
  /** With the digest of the version that was read to its end. */
  readonly sign: (digest: string) => void;
  /** Beside it. */
  readonly children: ReactNode;
};

/** A version that cannot change any more; signed here once it has been read to its end. */
export function Reading({ contract, place, version, isSigning, sign, children }: ReadingProps) {
  const ids = [...(version?.sections.map(({ id }) => id) ?? []), 'signatures'];
  const seen = useSeen(version?.digest ?? '', ids);
  const readOn = useReadOn();
  useFocusOnce(place.section);
  if (!version) return null;
  const { digest } = version;
  const { active, proposed, can } = contract;
  const isSignable = can.includes('sign') && digest !== undefined;
  return (
    <div className="contract-columns">
      <div className="sheet-side">
        <DocumentSheet
          contract={contract}
          sections={version.sections}
          version={version}
          watch={seen.watch}
          {...(proposed && active && { before: partsOf(active) })}
        />
        {isSignable && (
          <SignBar
            version={version.version}
            isRead={seen.isWhole}
            isBusy={isSigning}
            sign={() => sign(digest)}
            readOn={() => readOn(documentSectionId(seen.next() ?? 'signatures'))}
          />
        )}
      </div>
      <div className="stack">{children}</div>
    </div>
  );
}

/** How much of the page a second press moves: what is left of it stays in view above the bar at the foot. */
const screenful = 0.7;

/** Brings the part of that id to the top, and the keyboard with it; asked again, as its end is further down, it goes on in it. */
function useReadOn(): (id: string) => void {
  const last = useRef<string>(undefined);
  return id => {
    const part = document.getElementById(id);
    const page = part?.closest('.page');
    if (!part || !page) return;
    if (last.current === id) page.scrollBy({ top: page.clientHeight * screenful });
    else part.scrollIntoView({ block: 'start' });
    last.current = id;
    part.focus({ preventScroll: true });
  };
}

/** Brings the section that a link named into view, once. */
function useFocusOnce(section: string | undefined): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || section === undefined) return;
    done.current = true;
    document.getElementById(documentSectionId(section))?.focus();
  }, [section]);
}
