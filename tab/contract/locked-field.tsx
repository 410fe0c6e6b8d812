import { Body1, Caption1 } from '@fluentui/react-components';
import type { ContractView, FieldView } from '../../bot/http/contract-shapes.ts';
import { Comments, type CommentsProps } from './comments.tsx';
import { isolated } from './contract-wording.ts';
import { textOf } from './document-of.ts';
import { isClause } from './sections-of.ts';

/** What this person can read and comment on here, and not change: a clause of the scheme, or what the other writes. */
export function LockedField(given: {
  field: FieldView;
  contract: ContractView;
  comment: CommentsProps['comment'];
}) {
  const { field, contract, comment } = given;
  const isFixed = isClause(field);
  const other = isolated(contract.with);
  return (
    <div className="clause">
      {!isFixed && <Body1 block>{field.label}</Body1>}
      <Body1 as="p" block className="as-written">
        {textOf(field, field.value) || 'Not said yet'}
      </Body1>
      <Comments field={field} other={contract.with} contractId={contract.contractId} comment={comment}>
        <Caption1 className="subtle">
          {isFixed
            ? `Fixed by ${contract.schemeName}, the same for everyone`
            : `Only ${other} can change this`}
        </Caption1>
      </Comments>
    </div>
  );
}
