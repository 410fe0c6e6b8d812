import type { EndingSeen } from '../journeys/see-ending.ts';
import type { ReviewsSeen } from '../journeys/see-reviews.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import type { ReviewFor } from '../mentoring/review/review-for.ts';
import {
  type Answers,
  closingPrompts,
  closingQuestions,
  lookingBackQuestions,
  type Question,
} from '../mentoring/review/review-questions.ts';
import { plain } from './plain.ts';
import type { EndingView, QuestionView, ReviewsView, ReviewView } from './review-shapes.ts';

export function reviewsView({ pairId, other, stage, open, nextOn, settled }: ReviewsSeen): ReviewsView {
  return {
    pairId,
    with: plain(other),
    stage,
    ...(open && { open: reviewView(open) }),
    ...(nextOn && { nextOn }),
    settled: settled.map(reviewView),
  };
}

function reviewView(seen: ReviewFor): ReviewView {
  const { review, iAm, questions, mine, hasAnswered, theirs, myWish, theirWish, result } = seen;
  const { id, kind, dueOn, shownAt, conflicts } = review;
  const kinds = [...new Set(conflicts.map(each => each.kind))];
  return {
    id,
    kind,
    dueOn,
    shownAt: new Date(shownAt).toISOString(),
    questions: questionsFor(questions, iAm),
    mine: { ...mine },
    hasAnswered,
    ...(theirs && { theirs: { ...theirs } }),
    ...(myWish && { myWish }),
    ...(theirWish && { theirWish }),
    ...(result && { result: { what: result.what, at: new Date(result.at).toISOString() } }),
    waitsFor: seen.waitsFor,
    conflicts: kinds.map(each => ({
      kind: each,
      hasPassed: conflicts.every(one => one.kind !== each || one.passedAt !== undefined),
    })),
    mayPass: seen.mayPass,
    isInTheWay: seen.isInTheWay,
  };
}

export function endingView(seen: EndingSeen): EndingView {
  const { pairId, iAm, other, stage, ending, keptUntil, keepMonths, gained, lookingBack } = seen;
  const { suggested, ended } = ending;
  return {
    pairId,
    with: plain(other),
    stage,
    ...(seen.endsOn && { endsOn: seen.endsOn }),
    ...(suggested && { suggestedBy: suggested.by === iAm ? 'me' : 'other' }),
    ...(ended && { endedAt: new Date(ended.at).toISOString(), how: ended.how }),
    ...(keptUntil && { keptUntil }),
    keepMonths,
    prompts: [...closingPrompts],
    gained: gains(closingQuestions, iAm, gained),
    ...(lookingBack && { lookingBack: gains(lookingBackQuestions, iAm, lookingBack) }),
  };
}

function gains(
  questions: readonly Question[],
  iAm: Side,
  { mine, theirs }: { readonly mine: Answers; readonly theirs: Answers },
): EndingView['gained'] {
  return { questions: questionsFor(questions, iAm), mine: { ...mine }, theirs: { ...theirs } };
}

function questionsFor(questions: readonly Question[], iAm: Side): QuestionView[] {
  return questions.map(({ id, words, choices }) => ({
    id,
    words: words[iAm],
    ...(choices && { choices: choices.map(choice => ({ ...choice })) }),
  }));
}
