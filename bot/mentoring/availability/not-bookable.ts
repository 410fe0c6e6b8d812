import type { RefusalCode } from '../refusal.ts';
import { offeredWindow } from './offer-slots.ts';

const mostProposed = 3;

/** Why nothing can be booked to start then; `undefined`: it can. Epoch milliseconds. */
export function notBookable(start: number, now: number, noticeMinutes: number): RefusalCode | undefined {
  const window = offeredWindow(now, noticeMinutes);
  if (start < now) return 'time passed';
  if (start < window.start) return 'too short notice';
  return start > window.end ? 'too far ahead' : undefined;
}

/** At most three, still to come and within the weeks that are offered. */
export function canBeProposed(starts: readonly number[], now: number): readonly number[] {
  const { end } = offeredWindow(now, 0);
  return starts.filter(start => start > now && start <= end).slice(0, mostProposed);
}
