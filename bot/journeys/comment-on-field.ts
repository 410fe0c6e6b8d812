import type { ContractNeeds } from '../contracts/contract-store.ts';
import { actOnContract } from '../contracts/seen-contract.ts';
import { recordsOf } from '../contracts/stored-contract.ts';
import { mayDraft } from '../mentoring/contract/change-contract.ts';
import { contractClauses } from '../mentoring/contract/contract-clauses.ts';
import { asWritten } from '../mentoring/contract/contract-field.ts';
import { contractField } from '../mentoring/contract/contract-fields.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { type CommentRecord, contractRecordId } from '../records/contract-record.ts';

const mostComments = 200;

/** Something said to the other about one field or clause. It is no part of what is signed. */
export async function commentOnField(
  ports: ContractNeeds & Pick<Ports, 'ids'>,
  person: PersonId,
  { pairId, fieldId, text }: { readonly pairId: string; readonly fieldId: string; readonly text: string },
): Promise<CommentRecord | Refusal> {
  const comment = ports.ids.random();
  const seen = await actOnContract(ports, person, pairId, (contract, side, { at }) => {
    const clauses = contractClauses(termsOf(ports.scheme));
    if (!contractField(fieldId) && !clauses.some(({ id }) => id === fieldId)) return { refused: 'not found' };
    const closed = mayDraft(contract.head);
    if (closed) return closed;
    const words = asWritten(text);
    if (words === '') return { refused: 'value not allowed' };
    if (recordsOf(contract, 'comment').length >= mostComments) return { refused: 'too many' };
    const id = contractRecordId(contract.nth, 'comment', fieldId, comment);
    const said = { comment, field: fieldId, by: side, at, text: words };
    return { head: contract.head, puts: [{ id, type: 'contract', is: 'comment', ...said }] };
  });
  if (isRefusal(seen)) return seen;
  return seen.comments.find(each => each.comment === comment) ?? { refused: 'not found' };
}
