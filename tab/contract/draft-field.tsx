import { Body1, Button, Caption1, Field } from '@fluentui/react-components';
import type { FieldView } from '../../bot/http/contract-shapes.ts';
import { Comments, type CommentsProps } from './comments.tsx';
import { isolated } from './contract-wording.ts';
import { textOf } from './document-of.ts';
import { FieldInput } from './field-input.tsx';
import type { FieldState } from './field-state.ts';
import type { Drafting } from './use-drafting.ts';

/** Where a field is found, to put the focus into it. */
export function fieldId(id: string): string {
  return `field-${id}`;
}

export type DraftFieldProps = {
  readonly field: FieldView;
  readonly drafting: Drafting;
  /** The other person's name. */
  readonly other: string;
} & Pick<CommentsProps, 'contractId' | 'comment'>;

/** One field of the draft: what it asks, what stands there, whether it is saved, and what was said about it. */
export function DraftField({ field, drafting, other, contractId, comment }: DraftFieldProps) {
  const { id, label, help, isRequired } = field;
  const state = drafting.states.get(id);
  const troubled = state?.stands === 'not saved' || state?.stands === 'changed meanwhile';
  return (
    <div className="draft-field" id={fieldId(id)}>
      <Field
        label={label}
        {...(help !== undefined && { hint: help })}
        required={isRequired}
        validationState={troubled ? 'warning' : 'none'}
        {...(state?.stands === 'not saved' && { validationMessage: notSavedWords(state) })}
      >
        <FieldInput
          field={field}
          value={state?.typed ?? field.value}
          change={text => drafting.typed(field, text)}
          leave={() => drafting.left(id)}
        />
      </Field>
      {state?.stands === 'changed meanwhile' && <ChangedMeanwhile {...{ field, state, drafting, other }} />}
      <Comments {...{ field, other, contractId, comment }}>
        <Caption1 className="subtle">{seenAndSaved(field, state, other)}</Caption1>
      </Comments>
    </div>
  );
}

function ChangedMeanwhile(given: { field: FieldView; state: FieldState; drafting: Drafting; other: string }) {
  const { field, state, drafting, other } = given;
  const theirs = textOf(field, state.theirs?.value ?? '');
  return (
    <div role="alert" className="changed-meanwhile">
      <Body1 as="p">
        <strong>
          {state.theirs?.by === 'me'
            ? 'You changed this in another window.'
            : `${isolated(other)} changed this meanwhile.`}
        </strong>{' '}
        It now says:
      </Body1>
      <blockquote>{theirs || 'nothing'}</blockquote>
      <div className="actions">
        <Button size="small" onClick={() => drafting.keepMine(field.id)}>
          Keep mine<span className="unseen"> for {field.label}</span>
        </Button>
        <Button size="small" onClick={() => drafting.takeTheirs(field.id)}>
          Take theirs<span className="unseen"> for {field.label}</span>
        </Button>
      </div>
    </div>
  );
}

function notSavedWords({ trouble }: FieldState): string {
  const why = trouble ? `${trouble.what} ` : '';
  return trouble?.helps === 'nothing'
    ? `Not saved. ${why}`.trim()
    : `Not saved yet. ${why}What you typed is kept here, and we try again.`;
}

function seenAndSaved({ changedBy }: FieldView, state: FieldState | undefined, other: string): string {
  const seenBy = `You and ${isolated(other)} can see this`;
  switch (state?.stands) {
    case 'saving':
      return `${seenBy} · Saving`;
    case 'saved':
      return `${seenBy} · Saved`;
    case 'typed':
      return `${seenBy} once it is saved`;
    case 'not saved':
    case 'changed meanwhile':
      return `Only you can see what you typed`;
    case undefined:
      return changedBy === 'other' ? `${seenBy} · Last changed by ${isolated(other)}` : seenBy;
  }
}
