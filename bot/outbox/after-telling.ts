import type { Told } from '../ports/chat.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';

const firstPauseMs = 1000;
const longestPauseMs = 10 * 60_000;
/** About eight hours; whoever cannot be told by then has Outlook's own words and the tab. */
const mostTries = 50;

/**
 * What becomes of a message after it was handed over. `failed`: it certainly did not arrive, and nobody said when to try
 * again. Epoch ms, real time.
 */
export function afterTelling(
  record: OutboxRecord,
  told: Told | 'failed',
  real: number,
): OutboxRecord | 'done' {
  const version = Math.max(record.version + 1, real);
  if (told === 'unclear')
    return { ...record, version, state: 'unclear', leaseUntil: 0, because: 'no clear answer' };
  if (told !== 'failed' && (typeof told === 'string' || 'messageId' in told)) return 'done';
  const because = told === 'failed' ? 'refused' : 'asked to wait';
  if (record.tries >= mostTries) return { ...record, version, state: 'dead', leaseUntil: 0, because };
  const afterMs = told === 'failed' ? 0 : told.afterMs;
  const pauseMs = Math.max(afterMs, pauseAfter(record.tries));
  return { ...record, version, state: 'waiting', leaseUntil: real + pauseMs, because };
}

/** Whoever held it stopped in the middle: nobody can say whether it was sent. */
export function abandoned(record: OutboxRecord, real: number): OutboxRecord {
  const version = Math.max(record.version + 1, real);
  return { ...record, version, state: 'unclear', leaseUntil: 0, because: 'stopped while it was sent' };
}

/** Grows with each try, to ten minutes. */
export function pauseAfter(tries: number): number {
  return Math.min(2 ** Math.min(tries, 20) * firstPauseMs, longestPauseMs);
}
