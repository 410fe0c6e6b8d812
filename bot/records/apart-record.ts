import { aboutKey, type KeptApart } from '../mentoring/people/kept-apart.ts';
import { type PersonId, personKey } from '../mentoring/people/person.ts';
import type { Document } from '../ports/store.ts';

export type ApartRecord = Document & { readonly type: 'apart' } & KeptApart;

/** One document for each word of a person about another: the same word again replaces it. */
export function apartRecord({ by, about, because }: KeptApart): ApartRecord {
  return { id: `${apartPrefix(by)}${aboutKey(about)}`, type: 'apart', by, about, because };
}

/** Of all that one person has said. */
export function apartPrefix(by: PersonId): string {
  return `apart:${personKey(by)}:`;
}
