import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { HomeView } from '../bot/http/contract.ts';
import type { TroubleBarProps } from './trouble-bar.tsx';

export function TroubleMessageBar({ trouble, tryAgain, signIn }: TroubleBarProps) {
  const { what, doNow, helps } = trouble;
  return (
    <MessageBar intent={helps === 'try again' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{what}</MessageBarTitle> {doNow}
      </MessageBarBody>
      {helps !== 'nothing' && (
        <MessageBarActions>
          {helps === 'sign in' && <Button onClick={signIn}>Sign in</Button>}
          {helps === 'try again' && <Button onClick={tryAgain}>Try again</Button>}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

type Unreachable = NonNullable<HomeView['unreachable']>;
export type UntoldProps = { readonly unreachable: Unreachable };

/** What this person was to be told in Teams and was not, and how they hear from us there again. */
export function UntoldMessageBar({ unreachable }: UntoldProps) {
  const { what, doNow } = untoldWords(unreachable);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{what}</MessageBarTitle> {doNow}
      </MessageBarBody>
    </MessageBar>
  );
}

/** What was done. A new object each time, so that the same words are said again. */
export type Said = { readonly text: string };

const shownMs = 8_000;

/** Says for a while what was done, on screen and to screen readers. */
export function SaidBar({ said }: { said: Said }) {
  const [gone, setGone] = useState<Said>();
  useEffect(() => {
    const timer = setTimeout(() => setGone(said), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  if (gone === said) return null;
  return (
    <MessageBar intent="success" className="said-bar">
      <MessageBarBody>{said.text}</MessageBarBody>
    </MessageBar>
  );
}

/** What the bar over the page says. */
function untoldWords({ why, untold }: Unreachable): { readonly what: string; readonly doNow: string } {
  const meetings = untold.length === 1 ? 'one meeting here' : `${untold.length} meetings here`;
  return {
    what: `We could not reach you in Teams: ${meetings}.`,
    doNow:
      why === 'blocked'
        ? 'Unblock the chat with Mentoring, or write to it, to hear from us there.'
        : 'Add Mentoring to your chats to hear from us there.',
  };
}
