import type { HiddenBecause } from './hard-rules.ts';

/**
 * What may be said about mentors who were left out. A block and a declared conflict can be the mentor's own secret:
 * they are counted with what is common and says nothing about the asker (no free place offered, training that lapsed),
 * so that a mentor who blocks somebody looks like one who has stopped. The asker is not counted at all.
 */
export const hiddenReasons = [
  'not available',
  'paused',
  'full',
  'manages you',
  'already your mentor',
  'own organisation',
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

/** Only reasons that hid somebody. */
export type HiddenCounts = Readonly<Partial<Record<HiddenReason, number>>>;

const saidAs: Readonly<Record<HiddenBecause, HiddenReason | undefined>> = {
  yourself: undefined,
  'already your mentor': 'already your mentor',
  'manages you': 'manages you',
  'declared conflict': 'not available',
  blocked: 'not available',
  unavailable: 'not available',
  lapsed: 'not available',
  paused: 'paused',
  full: 'full',
  'own organisation': 'own organisation',
};

export function hiddenCounts(because: ReadonlyMap<HiddenBecause, number>): HiddenCounts {
  const counts: Partial<Record<HiddenReason, number>> = {};
  for (const [rule, count] of because) {
    const said = saidAs[rule];
    if (said !== undefined && count > 0) counts[said] = (counts[said] ?? 0) + count;
  }
  return counts;
}
