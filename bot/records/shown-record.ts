import type { Document } from '../ports/store.ts';

/** How often a mentor was shown, by ISO date. Whom to is not kept. */
export type ShownRecord = Document & {
  readonly type: 'shown';
  readonly profileId: string;
  readonly days: Readonly<Record<string, number>>;
};

export function shownRecordId(profileId: string): string {
  return `shown:${profileId}`;
}

export function isShownRecord(document: Document): document is ShownRecord {
  return document.type === 'shown';
}
