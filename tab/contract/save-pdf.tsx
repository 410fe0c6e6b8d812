import { Body1, Button, Link } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Api } from '../api.ts';
import { signIn } from '../teams.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import { openPdf, type PdfAtHand } from './open-pdf.ts';

/** Saves the contract as a PDF, and keeps a link to it at hand for where Teams did not save it. */
export function SavePdf({ api, pairId }: { readonly api: Api; readonly pairId: string }) {
  const [saved, setSaved] = useState<PdfAtHand>();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => () => saved?.forget(), [saved]);

  async function save(): Promise<void> {
    setIsBusy(true);
    setTrouble(undefined);
    try {
      setSaved(await openPdf(api, pairId));
    } catch (error) {
      setTrouble(troubleOf(error, navigator.onLine));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className="stacked-start">
      <Button disabledFocusable={isBusy} onClick={() => void save()}>
        Save as PDF
      </Button>
      <div role="status">
        {saved && (
          <Body1>
            If it is not among your downloads:{' '}
            <Link href={saved.url} download={saved.name}>
              save {saved.name}
            </Link>
          </Body1>
        )}
      </div>
      {trouble && (
        <TroubleBar
          trouble={trouble}
          tryAgain={() => void save()}
          signIn={() => void signIn().then(save, () => undefined)}
        />
      )}
    </div>
  );
}
