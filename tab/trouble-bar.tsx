import { lazy, Suspense } from 'react';
import type { Trouble } from './trouble.ts';

export type TroubleBarProps = {
  readonly trouble: Trouble;
  readonly tryAgain: () => void;
  readonly signIn: () => void;
};

export const loadMessageBars = () => import('./message-bars.tsx');

/** Where even this part of the page cannot be fetched, its words still appear. */
const MessageBar = lazy(() =>
  loadMessageBars().then(
    ({ TroubleMessageBar }) => ({ default: TroubleMessageBar }),
    () => ({ default: Words }),
  ),
);

/** What went wrong, what to do, and the one press that helps. */
export function TroubleBar(given: TroubleBarProps) {
  return (
    <div role="alert">
      <Suspense fallback={<Words {...given} />}>
        <MessageBar {...given} />
      </Suspense>
    </div>
  );
}

function Words({ trouble }: TroubleBarProps) {
  return (
    <p>
      {trouble.what} {trouble.doNow}
    </p>
  );
}
