import type { ContractView, FieldView } from '../../bot/http/contract-shapes.ts';

export type DraftSection = NonNullable<ContractView['draft']>['sections'][number];

export const goalsSection = 'goals';

/** A sentence of the scheme, to be read and not changed. What only the other may write is locked, too, but no clause. */
export function isClause({ isLocked, etag }: Pick<FieldView, 'isLocked' | 'etag'>): boolean {
  return isLocked && etag === 'locked';
}

/** Where this person can write something. */
export function isWritable({ id, fields }: DraftSection): boolean {
  return id === goalsSection || fields.some(({ isLocked }) => !isLocked);
}

/** The sections to write in, with one for the goals where the draft has none. */
export function sectionsOf({ draft }: Pick<ContractView, 'draft'>): readonly DraftSection[] {
  if (!draft) return [];
  const { sections } = draft;
  if (sections.some(({ id }) => id === goalsSection)) return sections;
  return [...sections.slice(0, 2), { id: goalsSection, heading: 'Goals', fields: [] }, ...sections.slice(2)];
}
