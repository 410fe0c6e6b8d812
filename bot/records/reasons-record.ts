import type { BlindReason } from '../mentoring/chemistry/blind-answer.ts';
import type { Document } from '../ports/store.ts';

/** How often each reason was given for not going on, in one month of releases ("2026-12"). Whose it was is not kept. */
export type ReasonsRecord = Document & {
  readonly type: 'reasons';
  readonly counts: { readonly [reason in BlindReason]?: number };
};
