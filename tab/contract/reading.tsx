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
            readOn={() => document.getElementById(documentSectionId(seen.next() ?? 'signatures'))?.focus()}
          />
        )}
      </div>
      <div className="stack">{children}</div>
    </div>
  );
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
