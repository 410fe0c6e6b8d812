import type { Document } from '../ports/store.ts';

/**
 * A meeting whose two people are looked for once a day. Movable time, epoch ms: `askedAt` when that was done last,
 * `missing` since when the directory has not known one of them.
 */
export type WatchedRecord = Document & {
  readonly type: 'watched';
  readonly pairId: string;
  readonly meetingId: string;
  readonly askedAt?: number;
  readonly missing?: { readonly mentee?: number; readonly mentor?: number };
};

export function watchedRecord({
  pairId,
  id,
}: {
  readonly pairId: string;
  readonly id: string;
}): WatchedRecord {
  return { id: `watched:${id}`, type: 'watched', pairId, meetingId: id };
}
