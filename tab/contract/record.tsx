import { Body1, Body1Strong, Button, Caption1 } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ContractView, DocumentView } from '../../bot/http/contract-shapes.ts';
import { Section } from '../home/section.tsx';
import { day } from '../when.ts';

type RecordProps = {
  readonly contract: ContractView;
  readonly version: DocumentView | undefined;
  readonly pdf: ReactNode;
  readonly erase: (() => void) | undefined;
};

/** Whether the record can be trusted, how long it is kept, and what one can take away of it. */
export function Record({ contract, version, pdf, erase }: RecordProps) {
  const { record, keptUntil } = contract;
  return (
    <Section title="The record">
      <div className="stacked-start">
        <div>
          <Body1Strong block>
            {record.isWhole ? 'This record is whole' : 'This record does not add up'}
          </Body1Strong>
          <Body1 block className="subtle">
            {record.isWhole
              ? 'What is kept agrees with every version and signature.'
              : 'Something in it differs from what was signed. Tell the coordinator of your scheme, and compare it with your PDF.'}
          </Body1>
        </div>
        {record.erasedOn && (
          <Body1>Erased on {dayOf(record.erasedOn)}. The record still proves itself.</Body1>
        )}
        {keptUntil && <Body1>Kept until {dayOf(keptUntil)}, then erased.</Body1>}
        {version?.digest && (
          <div>
            <Caption1 block className="subtle">
              Fingerprint of version {version.version}, also in your PDF
            </Caption1>
            <Caption1 block className="fingerprint">
              {version.digest.match(/.{1,8}/g)?.join(' ')}
            </Caption1>
          </div>
        )}
        {pdf}
        {erase && (
          <Button appearance="subtle" onClick={erase}>
            Erase what I wrote
          </Button>
        )}
      </div>
    </Section>
  );
}

function dayOf(date: string): string {
  return day(`${date}T12:00:00Z`);
}
