import { Body1, Body1Strong, Caption1 } from '@fluentui/react-components';
import type { AnswersView, QuestionView } from '../../bot/http/review-shapes.ts';

type AnswersOfBothProps = {
  readonly questions: readonly QuestionView[];
  readonly mine: AnswersView;
  readonly theirs: AnswersView;
  readonly name: string;
};

/** What the two have answered, question by question; what both left out is not shown. */
export function AnswersOfBoth({ questions, mine, theirs, name }: AnswersOfBothProps) {
  const shown = questions.filter(({ id }) => mine[id] !== undefined || theirs[id] !== undefined);
  const said = ({ choices }: QuestionView, answer: string | undefined) =>
    choices?.find(({ value }) => value === answer)?.words ?? answer ?? 'Left out';
  if (shown.length === 0) return <Body1 as="p">Nobody has answered yet.</Body1>;
  return (
    <dl className="answers">
      {shown.map(question => (
        <div key={question.id} className="answer">
          <dt>
            <Body1Strong>{question.words}</Body1Strong>
          </dt>
          <dd>
            <Caption1 block className="subtle">
              You
            </Caption1>
            <Body1 block className="as-written">
              {said(question, mine[question.id])}
            </Body1>
          </dd>
          <dd>
            <Caption1 block className="subtle">
              <bdi>{name}</bdi>
            </Caption1>
            <Body1 block className="as-written">
              {said(question, theirs[question.id])}
            </Body1>
          </dd>
        </div>
      ))}
    </dl>
  );
}
