import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { sides } from '../mentoring/contract/change-contract.ts';
import type { Ending } from '../mentoring/review/ending.ts';
import type { Review } from '../mentoring/review/review.ts';
import type { AnswersOfBoth } from '../mentoring/review/review-for.ts';
import type { Answers } from '../mentoring/review/review-questions.ts';
import { type ReviewsStanding, reviewsStanding } from '../mentoring/review/reviews-due.ts';
import { zone } from '../mentoring/zone.ts';
import { type AnswersRecord, contractRecordId, type RecordToPut } from '../records/contract-record.ts';
import { agreedReviews } from './agreed-terms.ts';
import { recordsOf, type StoredContract } from './stored-contract.ts';

type Kept = Pick<StoredContract, 'nth' | 'records'>;

/** What is asked at the end, and half a year later, beside the reviews. */
export const closing = 'closing';
export const lookingBack = 'looking-back';

export function reviewsOf(contract: Kept): readonly Review[] {
  return recordsOf(contract, 'review').map(({ review }) => review);
}

/** `now` in epoch ms. */
export function reviewsNow(contract: StoredContract, now: number): ReviewsStanding {
  const agreed = agreedReviews(contract) ?? { dates: [], activeOn: '' };
  return reviewsStanding(agreed, reviewsOf(contract), now, zone);
}

export function endingOf(contract: Kept): Ending {
  return recordsOf(contract, 'ending')[0]?.ending ?? {};
}

export function answersRecord(contract: Kept, about: string, by: Side): AnswersRecord | undefined {
  return recordsOf(contract, 'answers').find(each => each.about === about && each.by === by);
}

export function answersOfBoth(contract: Kept, about: string): AnswersOfBoth {
  const [mentee, mentor] = sides.map(side => answersRecord(contract, about, side)?.answers);
  return { ...(mentee && { mentee }), ...(mentor && { mentor }) };
}

export function reviewPut({ nth }: Kept, review: Review): RecordToPut {
  return { id: contractRecordId(nth, 'review', review.id), type: 'contract', is: 'review', review };
}

export function endingPut({ nth }: Kept, ending: Ending): RecordToPut {
  return { id: contractRecordId(nth, 'ending'), type: 'contract', is: 'ending', ending };
}

export function answersPut(
  { nth }: Kept,
  given: {
    readonly about: string;
    readonly by: Side;
    readonly at: string;
    readonly salt: string;
    readonly answers: Answers;
  },
): RecordToPut {
  const id = contractRecordId(nth, 'answers', given.about, given.by);
  return { id, type: 'contract', is: 'answers', ...given };
}
