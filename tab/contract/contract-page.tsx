import './contract.css';
import { Button, Title3 } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { Api } from '../api.ts';
import { PageLoading } from '../page-loading.tsx';
import type { ContractPlace } from '../place.ts';
import { signIn } from '../teams.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import type { Go } from '../use-place.ts';
import { ContractContent } from './contract-content.tsx';
import { ContractLoading } from './contract-loading.tsx';
import { otherPageOf } from './other-pages.ts';
import { useContract } from './use-contract.ts';

/** The mentoring contract of a pair: read, written together, proposed, signed, changed. */
export function ContractPage({ api, place, go }: { api: Api; place: ContractPlace; go: Go }) {
  const held = useContract(api, place.pairId);
  const { contract, trouble } = held;
  const Other = otherPageOf(place.section);
  return (
    <div className="stack contract">
      {!(contract && Other) && (
        <div>
          <Button onClick={() => go({ page: 'home' })}>Back to my mentoring</Button>
        </div>
      )}
      {!contract && <Heading />}
      {trouble && (
        <TroubleBar
          trouble={trouble}
          tryAgain={() => void held.load()}
          signIn={() => void signIn().then(held.load, () => undefined)}
        />
      )}
      {contract && Other && (
        <Suspense fallback={<Loading />}>
          <Other
            api={api}
            contract={contract}
            changed={held.load}
            back={() => go({ page: 'contract', pairId: place.pairId })}
          />
        </Suspense>
      )}
      {contract && !Other && (
        <ContractContent api={api} place={place} go={go} contract={contract} held={held} />
      )}
      {!contract && !trouble && <ContractLoading />}
    </div>
  );
}

function Heading() {
  return <Title3 as="h1">Mentoring contract</Title3>;
}

function Loading() {
  return (
    <>
      <Heading />
      <PageLoading />
    </>
  );
}
