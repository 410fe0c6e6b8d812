import './review.css';
import { Body1 } from '@fluentui/react-components';
import type { ReviewsView } from '../../bot/http/review-shapes.ts';
import { Section } from '../home/section.tsx';
import { AnswersOfBoth } from './answers-of-both.tsx';
import { useAskFirst } from './ask-first.tsx';
import { DeclareConflict } from './declare-conflict.tsx';
import { OpenReview } from './open-review.tsx';
import type { OtherPageProps } from './other-pages.ts';
import { PartPage } from './part-page.tsx';
import { PassConflict } from './pass-conflict.tsx';
import { nothingDue, reviewTitle, settledWords } from './review-wording.ts';
import { usePart } from './use-part.ts';

/** The reviews of a contract: the one that is due, those that were held, and what may have come up. */
export function ReviewPage({ api, contract, changed, back }: OtherPageProps) {
  const { pairId } = contract;
  const part = usePart<ReviewsView>({ api, pairId, path: '/reviews', changed });
  const { ask, question } = useAskFirst(part.isBusy);
  return (
    <>
      <PartPage title="Reviews" part={part} back={back}>
        {view => (
          <>
            {view.open ? (
              <OpenReview key={view.open.id} view={view} review={view.open} part={part} ask={ask} />
            ) : (
              <Body1 as="p">{nothingDue(view)}</Body1>
            )}
            {view.settled.toReversed().map(review => (
              <Section key={review.id} title={reviewTitle(review)}>
                <div className="draft-fields">
                  <Body1 as="p">{settledWords(review)}</Body1>
                  <PassConflict review={review} part={part} />
                  <AnswersOfBoth
                    questions={review.questions}
                    mine={review.mine}
                    theirs={review.theirs ?? {}}
                    name={view.with}
                  />
                </div>
              </Section>
            ))}
            {view.stage !== 'ended' && <DeclareConflict name={view.with} part={part} ask={ask} />}
          </>
        )}
      </PartPage>
      {question}
    </>
  );
}
