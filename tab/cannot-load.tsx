import { useEffect } from 'react';
import { tellShown } from './teams.ts';
import { TroubleBar } from './trouble-bar.tsx';

/** The code of a page could not be fetched. */
export function CannotLoad() {
  useEffect(tellShown, []);
  const trouble = {
    what: 'We could not load this page.',
    doNow: 'Check your connection, then try again.',
    helps: 'try again' as const,
  };
  return <TroubleBar trouble={trouble} tryAgain={() => location.reload()} signIn={() => undefined} />;
}
