import { type Deciding, decideAs } from '../contracts/asked-by.ts';
import { endingChange } from '../contracts/end-contract.ts';
import { endingOf, endingPut } from '../contracts/reviews-of-contract.ts';
import { otherSide } from '../mentoring/contract/change-contract.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { endedNow, notEndedTogether, suggestedToEnd } from '../mentoring/review/ending.ts';
import type { Ports } from '../ports/ports.ts';
import { type EndingSeen, endingSeen } from './see-ending.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>;

/**
 * together: suggests it, or agrees to the other's suggestion · not together: takes the suggestion off the table · early:
 * ends it now, alone, without a reason and without fault.
 */
export const endingActs = ['together', 'not together', 'early'] as const;
export type EndMentoring = Deciding & { readonly how: (typeof endingActs)[number] };

/** The other hears of it once, calmly. What it held is freed by the clock's next pass. */
export async function endMentoring(ports: Needs, asked: EndMentoring): Promise<EndingSeen | Refusal> {
  const { keepMonths } = termsOf(ports.scheme);
  const seen = await decideAs(ports, asked, `end ${asked.how}`, (contract, by, decided) => {
    const before = endingOf(contract);
    const { now } = decided;
    if (contract.head.stage === 'ended') return { refused: 'contract ended' };
    const ending =
      asked.how === 'early'
        ? endedNow(before, 'early', now)
        : asked.how === 'together'
          ? suggestedToEnd(before, by, now)
          : notEndedTogether(before);
    if (isRefusal(ending)) return ending;
    if (ending === before) return contract;
    const other = otherSide(by);
    if (ending.ended)
      return endingChange(contract, { ending, how: ending.ended.how, told: [other], keepMonths }, decided);
    const tells = ending.suggested ? [{ kind: 'ending-suggested', to: other, dueAt: now }] : [];
    return { head: contract.head, puts: [endingPut(contract, ending)], tells };
  });
  return isRefusal(seen) ? seen : endingSeen(ports, seen);
}
