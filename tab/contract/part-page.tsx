import { Button, Title3 } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { SaidBar } from '../message-bars.tsx';
import { PageLoading } from '../page-loading.tsx';
import { signIn } from '../teams.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import type { Part } from './use-part.ts';

/** What each page of a part of a contract has: the way back, its title, what went wrong, what was done. */
export function PartPage<V>(given: {
  title: string;
  part: Part<V>;
  back: () => void;
  children: (view: V) => ReactNode;
}) {
  const { title, part, back, children } = given;
  const { view, trouble, failed, said } = part;
  useEffect(() => document.getElementById('page-heading')?.focus(), []);
  const again = (act: () => void) => void signIn().then(act, () => undefined);
  return (
    <>
      <div>
        <Button onClick={back}>Back to the contract</Button>
      </div>
      <Title3 as="h1" id="page-heading" tabIndex={-1}>
        {title}
      </Title3>
      {trouble && (
        <TroubleBar
          trouble={trouble}
          tryAgain={() => void part.load()}
          signIn={() => again(() => void part.load())}
        />
      )}
      {failed && (
        <TroubleBar
          trouble={failed.trouble}
          tryAgain={() => void part.act(failed.press)}
          signIn={() => again(() => void part.act(failed.press))}
        />
      )}
      {view ? children(view) : !trouble && <PageLoading />}
      <div role="status" className="said">
        {said && <SaidBar said={said} />}
      </div>
    </>
  );
}
