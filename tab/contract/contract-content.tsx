import { Badge, Body1, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import type { Api } from '../api.ts';
import { Section } from '../home/section.tsx';
import { SaidBar } from '../message-bars.tsx';
import type { ContractPlace } from '../place.ts';
import { signIn } from '../teams.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import type { Go } from '../use-place.ts';
import { AskOnce } from './ask-once.tsx';
import { ContractNow, nowHeading } from './contract-now.tsx';
import { type ContractAct, questions, stageWords } from './contract-wording.ts';
import { missingIn } from './draft-panel.tsx';
import { isSettled } from './field-state.ts';
import { Goals } from './goals.tsx';
import { Reading } from './reading.tsx';
import { Record } from './record.tsx';
import { SavePdf } from './save-pdf.tsx';
import { sectionsOf } from './sections-of.ts';
import { Timeline } from './timeline.tsx';
import type { Contract } from './use-contract.ts';
import { useContractActs } from './use-contract-acts.ts';
import { useDrafting } from './use-drafting.ts';
import { useFocusWhen } from './use-focus-when.ts';
import { useNews } from './use-news.ts';
import { useProposing } from './use-proposing.ts';
import { Writing } from './writing.tsx';

type ContentProps = {
  readonly api: Api;
  readonly place: ContractPlace;
  readonly go: Go;
  readonly contract: ContractView;
  readonly held: Contract;
};

/** Everything there is to see of a contract once it has been loaded. */
export function ContractContent({ api, place, go, contract, held }: ContentProps) {
  const drafting = useDrafting(contract, held);
  const acts = useContractActs(held);
  const [asked, setAsked] = useState<{ act: ContractAct; isOpen: boolean }>();
  const proposing = useProposing({ contract, held, drafting });
  const news = useNews(contract);
  const focusOn = useFocusWhen(contract);
  const sections = sectionsOf(contract);
  const { pairId, draft, proposed, active } = contract;
  const open = (section: string) => go({ page: 'contract', pairId, section }, 'in place');

  async function carryOut(act: ContractAct, body?: object): Promise<void> {
    proposing.forget();
    const stands = await acts.carryOut(act, body);
    setAsked(before => before && { ...before, isOpen: false });
    if (stands) focusOn(nowHeading);
  }

  function press(act: ContractAct): void {
    if (questions[act]) setAsked({ act, isOpen: true });
    else void carryOut(act);
  }

  const propose = () =>
    void proposing.ready().then(seen => (seen === undefined ? undefined : carryOut('propose', { seen })));
  const version = proposed?.document ?? active;
  const record = (
    <Record
      contract={contract}
      version={version}
      pdf={version && <SavePdf api={api} pairId={pairId} />}
      erase={contract.can.includes('erase') ? () => press('erase') : undefined}
    />
  );
  const isTyped = [...drafting.states.values()].some(state => !isSettled(state));
  return (
    <>
      <div className="contract-heading">
        <Title3 as="h1" id="page-heading" tabIndex={-1}>
          Contract with <bdi>{contract.with}</bdi>
        </Title3>
        <Badge appearance="tint" shape="rounded" size="large">
          {stageWords(contract)}
        </Badge>
      </div>
      {proposing.notice && (
        <TroubleBar trouble={proposing.notice} tryAgain={propose} signIn={() => undefined} />
      )}
      {acts.failed && (
        <TroubleBar
          trouble={acts.failed.trouble}
          tryAgain={() => acts.failed && void carryOut(acts.failed.act, acts.failed.body)}
          signIn={() => void signIn().then(held.load, () => undefined)}
        />
      )}
      <ContractNow
        contract={contract}
        busy={acts.busy}
        missing={sections.flatMap(section => missingIn(section, drafting))}
        openField={id => {
          const section = sections.find(({ fields }) => fields.some(field => field.id === id));
          if (section) open(section.id);
          focusOn(`field-${id}`);
        }}
        propose={propose}
        press={press}
        openPage={open}
      />
      {!draft && isTyped && (
        <Body1 as="p">
          What you were typing when it was proposed is kept. It is here again if the contract is taken back.
        </Body1>
      )}
      {draft ? (
        <>
          <Writing {...{ contract, held, sections, drafting, open, place }} />
          <div className="columns">
            <Timeline contract={contract} />
            {record}
          </div>
        </>
      ) : (
        <Reading
          contract={contract}
          place={place}
          version={version}
          isSigning={acts.busy === 'sign'}
          sign={digest => void carryOut('sign', { digest })}
        >
          <Timeline contract={contract} />
          <Section title="Goals">
            <Goals contract={contract} change={held.change} canWrite={contract.can.includes('draft')} />
          </Section>
          {record}
        </Reading>
      )}
      {asked && (
        <AskOnce
          act={asked.act}
          isOpen={asked.isOpen}
          isBusy={acts.busy !== undefined}
          yes={() => void carryOut(asked.act)}
          no={() => setAsked({ ...asked, isOpen: false })}
        />
      )}
      <div role="status" className="said">
        {acts.said && <SaidBar said={acts.said} />}
      </div>
      <div role="status" className="unseen">
        {news}
      </div>
    </>
  );
}
