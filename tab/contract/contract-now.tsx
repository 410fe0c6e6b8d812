import { Body1, Button, Subtitle1 } from '@fluentui/react-components';
import type { ContractView, FieldView } from '../../bot/http/contract-shapes.ts';
import { type ContractAct, nowWords } from './contract-wording.ts';
import { type OtherPage, otherPages } from './other-pages.ts';

export const nowHeading = 'contract-now';

type ContractNowProps = {
  readonly contract: ContractView;
  readonly busy: ContractAct | undefined;
  /** What has still to be said before it can be proposed. */
  readonly missing: readonly FieldView[];
  readonly openField: (fieldId: string) => void;
  readonly propose: () => void;
  readonly press: (act: ContractAct) => void;
  readonly openPage: (page: OtherPage) => void;
};

/** How the contract stands, and what can be done about it. One main action at most. */
export function ContractNow(given: ContractNowProps) {
  const { contract, busy, missing, openField, propose, press, openPage } = given;
  const { can, proposed, stage } = contract;
  const { what, means } = nowWords(contract);
  const isBusy = busy !== undefined;
  const isMissing = missing.length > 0;
  const [first] = missing;
  return (
    <section className="section what-now" aria-labelledby={nowHeading}>
      <div className="what-now-content">
        <div className="row-text">
          <Subtitle1 as="h2" id={nowHeading} tabIndex={-1} block>
            {what}
          </Subtitle1>
          <Body1 block>{means}</Body1>
          {can.includes('propose') && isMissing && first && (
            <Body1 block id="propose-why" className="subtle">
              {missing.length === 1 ? '1 thing is' : `${missing.length} things are`} still to be filled in
              before you can propose it, the first is “{first.label}”.
            </Body1>
          )}
        </div>
        {can.includes('propose') && (
          <span className="foot-bar">
            <Button
              appearance="primary"
              disabledFocusable={isBusy}
              {...(isMissing && { 'aria-describedby': 'propose-why' })}
              onClick={() => (first ? openField(first.id) : propose())}
            >
              {busy === 'propose'
                ? 'Proposing'
                : isMissing
                  ? 'Fill in what is missing'
                  : 'Propose for signing'}
            </Button>
          </span>
        )}
        <div className="actions">
          {can.includes('amend') && (
            <Button disabledFocusable={isBusy} onClick={() => press('amend')}>
              Suggest a change
            </Button>
          )}
          {can.includes('take back') && (
            <Button disabledFocusable={isBusy} onClick={() => press('take-back')}>
              {proposed?.by === 'me' ? 'Take it back' : 'Open it for changes'}
            </Button>
          )}
          {can.includes('drop amendment') && (
            <Button disabledFocusable={isBusy} onClick={() => press('drop-amendment')}>
              Drop the changes
            </Button>
          )}
          {(can.includes('review') || can.includes('declare conflict')) && otherPages.review && (
            <Button
              appearance={can.includes('review') ? 'primary' : 'secondary'}
              onClick={() => openPage('review')}
            >
              {can.includes('review') ? 'A review is due' : 'Reviews'}
            </Button>
          )}
          {can.includes('tell manager') && otherPages.manager && (
            <Button onClick={() => openPage('manager')}>Tell your manager</Button>
          )}
          {can.includes('end') && otherPages.ending && (
            <Button appearance="subtle" onClick={() => openPage('ending')}>
              End the mentoring
            </Button>
          )}
          {stage === 'ended' && otherPages.ending && (
            <Button onClick={() => openPage('ending')}>How it ended</Button>
          )}
        </div>
      </div>
    </section>
  );
}
