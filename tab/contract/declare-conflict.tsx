import { Body1, Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewsView } from '../../bot/http/review-shapes.ts';
import { Section } from '../home/section.tsx';
import type { Asked } from './ask-first.tsx';
import { isolated } from './contract-wording.ts';
import { type ConflictKind, conflictWords } from './review-wording.ts';
import type { Part } from './use-part.ts';

const kinds: readonly ConflictKind[] = [
  'line management',
  'appraiser',
  'supervisor',
  'panel member',
  'referee',
];

type DeclareConflictProps = {
  readonly name: string;
  readonly part: Part<ReviewsView>;
  readonly ask: (question: Asked) => void;
};

/** Either may say at any time that one of them is to have a say over the other's work. */
export function DeclareConflict({ name, part, ask }: DeclareConflictProps) {
  const [kind, setKind] = useState<ConflictKind>();
  const press = (chosen: ConflictKind) =>
    ask({
      title: 'Look at this together?',
      means: `${conflictWords[chosen]}. We ask ${isolated(name)} to look at it with you. Nobody else is told.`,
      yes: 'Ask to look at it',
      no: 'Not now',
      act: async () => {
        const body = { kind: chosen };
        if (await part.act({ path: '/conflicts', body, done: 'You can both look at it now' }))
          setKind(undefined);
      },
    });
  return (
    <Section title="Has something changed between you?">
      <div className="draft-fields">
        <Body1 as="p">
          A mentor has no say over the mentee’s work. If that changes, say so here. It is nobody’s fault.
        </Body1>
        <Field label="What has come up">
          <RadioGroup
            value={kind ?? ''}
            onChange={(_, { value }) => setKind(kinds.find(each => each === value))}
          >
            {kinds.map(each => (
              <Radio key={each} value={each} label={conflictWords[each]} />
            ))}
          </RadioGroup>
        </Field>
        <div className="actions">
          <Button disabledFocusable={part.isBusy || kind === undefined} onClick={() => kind && press(kind)}>
            Say that this has come up
          </Button>
        </div>
      </div>
    </Section>
  );
}
