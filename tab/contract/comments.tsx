import { Body1, Button, Caption1, Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { FieldView } from '../../bot/http/contract-shapes.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { moment } from '../when.ts';
import { isolated } from './contract-wording.ts';
import { keepWords, keptWords, letWordsGo } from './kept-words.ts';

export type CommentsProps = {
  readonly field: Pick<FieldView, 'id' | 'label' | 'comments'>;
  readonly other: string;
  readonly contractId: string;
  /** Absent where nothing can be said any more. */
  readonly comment: ((fieldId: string, text: string) => Promise<void>) | undefined;
};

/** In the line of the button. */
type WithLine = CommentsProps & { readonly children: ReactNode };

/** What the two have said to each other about one field. It is no part of what is signed. */
export function Comments(given: WithLine) {
  const { field, comment, children } = given;
  const kept = keptWords(given.contractId, keyOf(field.id));
  const [isOpen, setIsOpen] = useState(kept !== undefined);
  const count = field.comments.length;
  const words = count === 0 ? 'Comment' : count === 1 ? '1 comment' : `${count} comments`;
  return (
    <>
      <div className="field-foot">
        {children}
        {(count > 0 || comment) && (
          <Button
            appearance="transparent"
            size="small"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {words}
            <span className="unseen"> on {field.label}</span>
          </Button>
        )}
      </div>
      {isOpen && <Talk {...given} />}
    </>
  );
}

function Talk({ field, other, contractId, comment }: CommentsProps) {
  const [text, setText] = useState(keptWords(contractId, keyOf(field.id))?.typed ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();

  function type(next: string): void {
    setText(next);
    if (next) keepWords(contractId, keyOf(field.id), { typed: next });
    else letWordsGo(contractId, keyOf(field.id));
  }

  async function say(): Promise<void> {
    if (!text.trim() || isBusy || !comment) return;
    setIsBusy(true);
    setTrouble(undefined);
    try {
      await comment(field.id, text.trim());
      type('');
    } catch (error) {
      setTrouble(troubleOf(error, navigator.onLine));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className="talk">
      {field.comments.length > 0 && (
        <ul className="list">
          {field.comments.map(({ id, by, at, text: said }) => (
            <li key={id} className="comment">
              <Caption1 block className="subtle">
                {by === 'me' ? 'You' : isolated(other)}, {moment(at)}
              </Caption1>
              <Body1 className="as-written">{said}</Body1>
            </li>
          ))}
        </ul>
      )}
      {comment && (
        <>
          <Field
            label={`Comment on “${field.label}”`}
            hint={`You and ${isolated(other)} can see this. It is not part of what you sign.`}
            validationState={trouble ? 'warning' : 'none'}
            {...(trouble && { validationMessage: `Not added yet. ${trouble.what} ${trouble.doNow}` })}
          >
            <Textarea value={text} maxLength={2000} rows={2} onChange={(_, { value }) => type(value)} />
          </Field>
          <Button size="small" disabledFocusable={isBusy || !text.trim()} onClick={() => void say()}>
            Add comment
          </Button>
        </>
      )}
    </div>
  );
}

function keyOf(fieldId: string): string {
  return `comment:${fieldId}`;
}
