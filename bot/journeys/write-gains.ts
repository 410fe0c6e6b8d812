import { type Deciding, decideAs } from '../contracts/asked-by.ts';
import { answersPut, closing, lookingBack } from '../contracts/reviews-of-contract.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { askedAgainAt } from '../mentoring/review/ending.ts';
import {
  type Answers,
  answersTo,
  closingQuestions,
  lookingBackQuestions,
} from '../mentoring/review/review-questions.ts';
import { zone } from '../mentoring/zone.ts';
import type { Ports } from '../ports/ports.ts';
import { type EndingSeen, endingSeen } from './see-ending.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'digests'>;

export type WriteGains = Deciding & {
  readonly about: typeof closing | typeof lookingBack;
  readonly answers: Answers;
};

/**
 * What one has gained, in their own words, which the other reads too: once it is signed, until half a year after the end;
 * then once more what has come of it. The one thing that may still be written when all else is read only.
 */
export async function writeGains(ports: Needs, asked: WriteGains): Promise<EndingSeen | Refusal> {
  const salt = ports.digests.salt();
  const { about } = asked;
  const seen = await decideAs(ports, asked, about, (contract, by, { at, now }) => {
    const { endedAt, active } = contract.head;
    const isLater = endedAt !== undefined && now >= askedAgainAt(Date.parse(endedAt), zone);
    if (about === lookingBack && !isLater) return { refused: 'review not due' };
    if (about === closing && (isLater || active === undefined))
      return { refused: isLater ? 'contract ended' : 'not active' };
    const answers = answersTo(about === closing ? closingQuestions : lookingBackQuestions, asked.answers);
    if (!answers) return { refused: 'value not allowed' };
    return { head: contract.head, puts: [answersPut(contract, { about, by, at, salt, answers })] };
  });
  return isRefusal(seen) ? seen : endingSeen(ports, seen);
}
