import type { EndingView } from '../../bot/http/review-shapes.ts';
import { Section } from '../home/section.tsx';
import { AnswersOfBoth } from './answers-of-both.tsx';
import { isolated } from './contract-wording.ts';
import { QuestionFields } from './question-fields.tsx';
import type { Part } from './use-part.ts';

type GainsProps = {
  readonly title: string;
  readonly about: 'closing' | 'looking-back';
  readonly gains: EndingView['gained'];
  readonly name: string;
  readonly part: Part<EndingView>;
};

/** In one's own words, beside what the other has written. */
export function Gains({ title, about, gains, name, part }: GainsProps) {
  const { questions, mine, theirs } = gains;
  return (
    <Section title={title}>
      <div className="draft-fields">
        {Object.keys(theirs).length > 0 && <AnswersOfBoth {...{ questions, mine, theirs, name }} />}
        <QuestionFields
          questions={questions}
          mine={mine}
          sees={`You and ${isolated(name)} see this. It is yours to erase.`}
          isBusy={part.isBusy}
          words="Save my words"
          send={answers =>
            void part.act({ path: '/gains', body: { about, answers }, done: 'Your words are saved' })
          }
        />
      </div>
    </Section>
  );
}
