import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { reviewsNow } from './reviews-of-contract.ts';
import type { StoredContract } from './stored-contract.ts';

export type ActAround = 'review' | 'declare conflict' | 'tell manager';

/** Nothing of it tells what the other has answered. `now` in epoch ms. */
export function actsAround(contract: StoredContract, side: Side, now: number): readonly ActAround[] {
  const { stage, active } = contract.head;
  if (stage === 'ended') return [];
  const isActive = active !== undefined;
  return [
    ...(reviewsNow(contract, now).open ? (['review'] as const) : []),
    'declare conflict',
    ...(isActive && side === 'mentee' ? (['tell manager'] as const) : []),
  ];
}
