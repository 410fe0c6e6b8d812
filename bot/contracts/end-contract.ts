import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { ended } from '../mentoring/contract/change-contract.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { type Ending, keptUntil, type WayToEnd } from '../mentoring/review/ending.ts';
import { zone } from '../mentoring/zone.ts';
import type { ContractChange, DecidedAt } from './contract-store.ts';
import { freed } from './outbox-of-contract.ts';
import { endingPut } from './reviews-of-contract.ts';
import type { StoredContract } from './stored-contract.ts';

/**
 * The contract ends: read only from now on, kept so many months; what it held is freed after. `told`: who hears of it, as
 * the others did it. Who ended it early is written nowhere.
 */
export function endingChange(
  contract: StoredContract,
  asked: {
    readonly ending: Ending;
    readonly how: WayToEnd;
    readonly told: readonly Side[];
    readonly keepMonths: number;
    readonly payload?: readonly string[];
  },
  { at, now }: DecidedAt,
): ContractChange | Refusal {
  const { ending, how, told, keepMonths, payload } = asked;
  const changed = ended(contract.head, {
    at,
    how,
    keepUntil: keptUntil(now, keepMonths, zone),
    ...(payload && { payload }),
  });
  if (isRefusal(changed)) return changed;
  return {
    ...changed,
    puts: [endingPut(contract, ending)],
    tells: [...told.map(to => ({ kind: 'contract-ended', to, dueAt: now })), { kind: freed, dueAt: now }],
  };
}
