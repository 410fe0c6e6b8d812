import { Body1, Button } from '@fluentui/react-components';
import type { ReviewsView, ReviewView } from '../../bot/http/review-shapes.ts';
import { Section } from '../home/section.tsx';
import { AnswersOfBoth } from './answers-of-both.tsx';
import type { Asked } from './ask-first.tsx';
import { isolated } from './contract-wording.ts';
import { PassConflict } from './pass-conflict.tsx';
import { QuestionFields } from './question-fields.tsx';
import { type ReviewResult, resultWords, reviewTitle, whoSees, wishWords } from './review-wording.ts';
import type { Part } from './use-part.ts';

type OpenReviewProps = {
  readonly view: ReviewsView;
  readonly review: ReviewView;
  readonly part: Part<ReviewsView>;
  readonly ask: (question: Asked) => void;
};

const results: readonly ReviewResult[] = ['go on', 'amend', 'end'];

/** First each answers alone; once both may be read, the two agree on what comes of it. */
export function OpenReview({ view, review, part, ask }: OpenReviewProps) {
  const { id, questions, mine, theirs, hasAnswered } = review;
  const { isBusy } = part;
  const mayAnswer = !theirs || !hasAnswered;
  return (
    <>
      <Section title={reviewTitle(review)} isMain>
        <div className="draft-fields">
          {review.kind === 'conflict' && (
            <Body1 as="p">
              It is nobody’s fault, and nobody else is told. Until it has passed, or you have agreed how to
              meet it, nothing new can be signed.
            </Body1>
          )}
          <PassConflict review={review} part={part} />
          {theirs && <AnswersOfBoth {...{ questions, mine, theirs }} name={view.with} />}
          {mayAnswer && (
            <QuestionFields
              questions={questions}
              mine={mine}
              sees={whoSees(review, view.with)}
              isBusy={isBusy}
              words={hasAnswered ? 'Save my answers' : 'Send my answers'}
              send={answers =>
                void part.act({
                  path: `/reviews/${id}/answers`,
                  body: { answers },
                  done: 'Your answers are saved',
                })
              }
            />
          )}
        </div>
      </Section>
      {theirs && <Outcome {...{ view, review, part, ask }} />}
    </>
  );
}

function Outcome({ view, review, part, ask }: OpenReviewProps) {
  const agree = (what: ReviewResult) =>
    part.act({
      path: `/reviews/${review.id}/result`,
      body: { what },
      done: `You chose “${resultWords(what, review.kind)}”`,
    });
  const press = (what: ReviewResult) => {
    if (what !== 'end') return void agree(what);
    const other = isolated(view.with);
    ask({
      title: 'End it together?',
      means: `It ends when ${other} chooses the same. Then meetings ahead are cancelled, and the contract can only be read.`,
      yes: 'Choose to end it',
      no: 'Keep it',
      act: () => agree(what),
    });
  };
  return (
    <Section title="What comes of it">
      <div className="draft-fields">
        <Body1 as="p">{wishWords(review, view.with)}</Body1>
        <div className="actions">
          {results.map(what => (
            <Button
              key={what}
              aria-pressed={review.myWish === what}
              appearance={review.theirWish === what ? 'primary' : 'secondary'}
              disabledFocusable={part.isBusy}
              onClick={() => press(what)}
            >
              {resultWords(what, review.kind)}
            </Button>
          ))}
        </div>
      </div>
    </Section>
  );
}
