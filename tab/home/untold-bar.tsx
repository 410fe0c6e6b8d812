import { lazy, Suspense } from 'react';
import { loadMessageBars } from '../trouble-bar.tsx';
import { type Unreachable, untoldWords } from './meeting-wording.ts';

const MessageBar = lazy(() =>
  loadMessageBars().then(
    ({ UntoldMessageBar }) => ({ default: UntoldMessageBar }),
    () => ({ default: Words }),
  ),
);

/** What this person was to be told in Teams and was not, and how they hear from us there again. */
export function UntoldBar(given: { unreachable: Unreachable }) {
  return (
    <div role="status">
      <Suspense fallback={<Words {...given} />}>
        <MessageBar {...given} />
      </Suspense>
    </div>
  );
}

function Words({ unreachable }: { unreachable: Unreachable }) {
  const { what, doNow } = untoldWords(unreachable);
  return (
    <p>
      {what} {doNow}
    </p>
  );
}
