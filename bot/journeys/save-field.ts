import type { ContractNeeds } from '../contracts/contract-store.ts';
import { fieldIn, fieldRecordId, firstValue } from '../contracts/draft-of-contract.ts';
import { actOnContract, type SeenContract } from '../contracts/seen-contract.ts';
import { mayDraft } from '../mentoring/contract/change-contract.ts';
import { contractClauses } from '../mentoring/contract/contract-clauses.ts';
import { allowedValue } from '../mentoring/contract/contract-field.ts';
import { contractField } from '../mentoring/contract/contract-fields.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Refusal } from '../mentoring/refusal.ts';

export type SaveField = {
  readonly pairId: string;
  readonly fieldId: string;
  /** Etag of the state that was seen; nothing is written over another. */
  readonly ifMatch: string;
  readonly value: string;
};

/** What a field of a draft says. The very value that stands there already is no change, whoever was first. */
export async function saveField(
  ports: ContractNeeds,
  person: PersonId,
  { pairId, fieldId, ifMatch, value: typed }: SaveField,
): Promise<SeenContract | Refusal> {
  return actOnContract(ports, person, pairId, (contract, side, { at }) => {
    const field = contractField(fieldId);
    const isClause = contractClauses(termsOf(ports.scheme)).some(({ id }) => id === fieldId);
    if (!field) return { refused: isClause ? 'not to be changed' : 'not found' };
    if (field.owner && field.owner !== side) return { refused: 'not to be changed' };
    const closed = mayDraft(contract.head);
    if (closed) return closed;
    const value = allowedValue(field, typed);
    if (value === undefined) return { refused: 'value not allowed' };
    const before = fieldIn(contract, fieldId);
    if (before?.value === value) return contract;
    if ((before?.digest ?? neverWritten) !== ifMatch) return { refused: 'changed meanwhile' };
    const isAsAtFirst = value === firstValue(ports.scheme, contract.head, field);
    const others = (before?.writers ?? []).filter(writer => writer !== side);
    return {
      head: contract.head,
      puts: [
        {
          id: fieldRecordId(contract.nth, fieldId),
          type: 'contract',
          is: 'field',
          field: fieldId,
          value,
          writers: isAsAtFirst ? [] : [...others, side],
          changedBy: side,
          changedAt: at,
        },
      ],
    };
  });
}

/** The etag of a field that this contract was opened without. */
export const neverWritten = 'new';
