import { Body1, Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { AnswersView, QuestionView } from '../../bot/http/review-shapes.ts';

type QuestionFieldsProps = {
  readonly questions: readonly QuestionView[];
  readonly mine: AnswersView;
  /** Who sees what is written. */
  readonly sees: string;
  readonly isBusy: boolean;
  readonly send: (answers: AnswersView) => void;
  readonly words: string;
};

const longestAnswer = 2000;

/** Answers in one's own words, or chosen; all may be left out but not all at once. What was typed stays until it is saved. */
export function QuestionFields({ questions, mine, sees, isBusy, send, words }: QuestionFieldsProps) {
  const [typed, setTyped] = useState<AnswersView>(mine);
  const [isEmpty, setEmpty] = useState(false);
  const set = (id: string, value: string) => setTyped(before => ({ ...before, [id]: value }));
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  const press = () => {
    const isNothing = Object.keys(given).length === 0;
    setEmpty(isNothing);
    if (!isNothing) send(given);
  };
  return (
    <div className="draft-fields">
      {questions.map(({ id, words: label, choices }, at) => (
        <Field
          key={id}
          label={label}
          {...(isEmpty && at === 0 && { validationMessage: 'Answer one question or more.' })}
        >
          {choices ? (
            <RadioGroup value={typed[id] ?? ''} onChange={(_, { value }) => set(id, value)}>
              {choices.map(choice => (
                <Radio key={choice.value} value={choice.value} label={choice.words} />
              ))}
            </RadioGroup>
          ) : (
            <Textarea
              value={typed[id] ?? ''}
              maxLength={longestAnswer}
              resize="vertical"
              onChange={(_, { value }) => set(id, value)}
            />
          )}
        </Field>
      ))}
      <Body1 as="p" className="subtle">
        {sees}
      </Body1>
      <div className="actions">
        <Button appearance="primary" disabledFocusable={isBusy} onClick={press}>
          {words}
        </Button>
      </div>
    </div>
  );
}
