import { type ComponentType, lazy } from 'react';
import type { ContractView } from '../../bot/http/contract-shapes.ts';
import type { Api } from '../api.ts';
import { CannotLoad } from '../cannot-load.tsx';

export type OtherPageProps = {
  readonly api: Api;
  readonly contract: ContractView;
  /** To be called after something was changed; the contract is loaded again. */
  readonly changed: () => Promise<void>;
  /** To the contract. */
  readonly back: () => void;
};

const cannotLoad = () => ({ default: CannotLoad });

export type OtherPage = 'review' | 'ending' | 'manager';

/** What stands at `contract/PAIR/review`, `contract/PAIR/ending` and `contract/PAIR/manager`. A page that is missing has no button either. */
export const otherPages: Partial<Record<OtherPage, ComponentType<OtherPageProps>>> = {
  review: lazy(() =>
    import('./review-page.tsx').then(({ ReviewPage }) => ({ default: ReviewPage }), cannotLoad),
  ),
  ending: lazy(() =>
    import('./ending-page.tsx').then(({ EndingPage }) => ({ default: EndingPage }), cannotLoad),
  ),
  manager: lazy(() =>
    import('./manager-note-page.tsx').then(
      ({ ManagerNotePage }) => ({ default: ManagerNotePage }),
      cannotLoad,
    ),
  ),
};

export function otherPageOf(section: string | undefined): ComponentType<OtherPageProps> | undefined {
  return section === 'review' || section === 'ending' || section === 'manager'
    ? otherPages[section]
    : undefined;
}
