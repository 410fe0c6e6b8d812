import { Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { FieldView } from '../../bot/http/contract-shapes.ts';

type FieldInputProps = {
  readonly field: FieldView;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly leave: () => void;
};

const longest = 2000;
const fewChoices = 4;
const yesOrNo = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
];

/** The control that suits what a field asks. Fluent's Field around it gives it label, hint and message. */
export function FieldInput({ field, value, change, leave }: FieldInputProps) {
  const { input } = field;
  switch (input) {
    case 'long text':
      return (
        <Textarea
          value={value}
          maxLength={longest}
          resize="vertical"
          rows={Math.min(10, Math.max(3, Math.ceil(value.length / 45)))}
          onChange={(_, { value: text }) => change(text)}
          onBlur={leave}
        />
      );
    case 'choice':
    case 'yes or no':
      return (
        <Choice
          choices={input === 'choice' ? (field.choices ?? []) : yesOrNo}
          isFew={input === 'yes or no' || (field.choices?.length ?? 0) <= fewChoices}
          {...{ value, change, leave }}
        />
      );
    default:
      return (
        <Input
          type={input}
          value={value}
          maxLength={longest}
          onChange={(_, { value: text }) => change(text)}
          onBlur={leave}
        />
      );
  }
}

function Choice(
  given: Omit<FieldInputProps, 'field'> & {
    choices: NonNullable<FieldView['choices']>;
    isFew: boolean;
  },
) {
  const { choices, isFew, value, change, leave } = given;
  if (isFew) {
    return (
      <RadioGroup value={value} onChange={(_, { value: chosen }) => change(chosen)} onBlur={leave}>
        {choices.map(choice => (
          <Radio key={choice.value} value={choice.value} label={choice.words} />
        ))}
      </RadioGroup>
    );
  }
  return (
    <Select value={value} onChange={(_, { value: chosen }) => change(chosen)} onBlur={leave}>
      <option value="">Choose</option>
      {choices.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </Select>
  );
}
