import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import { contractFields, valueAtFirst } from '../mentoring/contract/contract-fields.ts';
import type { PartContent } from '../mentoring/contract/contract-part.ts';
import { termsOf } from '../mentoring/contract/contract-terms.ts';
import { contentsOfVersion } from '../mentoring/contract/kept-parts.ts';
import { dayOf } from '../mentoring/contract/version-document.ts';
import { partKey } from '../mentoring/contract/version-parts.ts';
import type { Scheme } from '../mentoring/people/scheme.ts';
import { contractRecordId, type FieldRecord, type RecordToPut } from '../records/contract-record.ts';
import { recordsOf, type StoredContract } from './stored-contract.ts';

type ToPut<K extends RecordToPut['is']> = Extract<RecordToPut, { is: K }>;

export function fieldRecordId(nth: number, field: string): string {
  return contractRecordId(nth, 'field', field);
}

export function fieldIn({ nth, records }: StoredContract, field: string): FieldRecord | undefined {
  const document = records.get(fieldRecordId(nth, field))?.document;
  return document?.is === 'field' ? document : undefined;
}

export function goalRecordId(nth: number, goal: string): string {
  return contractRecordId(nth, 'goal', goal);
}

/** What a field says before anybody has written. */
export function firstValue(
  scheme: Scheme,
  { kind, openedAt }: Pick<StoredContract['head'], 'kind' | 'openedAt'>,
  field: (typeof contractFields)[number],
): string {
  return valueAtFirst(field, { kind, openedOn: dayOf(openedAt), terms: termsOf(scheme) });
}

/** All fields as the scheme has them. */
export function firstFields(
  scheme: Scheme,
  nth: number,
  head: Pick<StoredContract['head'], 'kind' | 'openedAt'>,
): readonly ToPut<'field'>[] {
  return contractFields.map(field => ({
    id: fieldRecordId(nth, field.id),
    type: 'contract',
    is: 'field',
    field: field.id,
    value: firstValue(scheme, head, field),
    writers: [],
  }));
}

/** What makes fields and shared goals say again what the version in force says. */
export function backToActive(contract: StoredContract): {
  readonly puts: readonly RecordToPut[];
  readonly removes: readonly string[];
} {
  const { nth, head } = contract;
  const inForce = contentsOfVersion(contract, head.active ?? 0);
  const byKey = new Map(inForce.map(part => [part.key, part]));
  const fields = contractFields.flatMap((field): RecordToPut[] => {
    const before = fieldIn(contract, field.id);
    const part = byKey.get(partKey.field(field.id));
    const value = part ? (part.value ?? part.text) : '';
    if (before?.value === value) return [];
    const base = {
      id: fieldRecordId(nth, field.id),
      type: 'contract',
      is: 'field',
      field: field.id,
    } as const;
    return [{ ...base, value, writers: part ? writersOf(part) : [] }];
  });
  const goals = inForce.flatMap((part): ToPut<'goal'>[] => {
    if (!part.goal) return [];
    const goal = part.key.slice(partKey.goal('').length);
    const id = goalRecordId(nth, goal);
    return [{ id, type: 'contract', is: 'goal', goal, writers: writersOf(part), ...part.goal }];
  });
  const stays = new Set(goals.map(({ id }) => id));
  const removes = recordsOf(contract, 'goal').flatMap(({ id }) => (stays.has(id) ? [] : [id]));
  return { puts: [...fields, ...goals], removes };
}

function writersOf({ of }: PartContent): readonly Side[] {
  if (of === 'both') return ['mentee', 'mentor'];
  return of === 'scheme' ? [] : [of];
}
