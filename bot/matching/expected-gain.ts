import type { Criteria } from './criteria.ts';

/** One reading of the sentence: these areas were meant, by their positions in `criteria.focusAreas`. */
type Reading = { readonly areas: readonly number[]; readonly weight: number };

export function readings({ focusAreas, needs }: Criteria): readonly Reading[] {
  if (needs === 0 || focusAreas.length === 0) return [{ areas: [], weight: 1 }];
  const share = needs === 2 && focusAreas.length > 1 ? bothShare : 0;
  const single = focusAreas.map(({ weight }, at) => ({ areas: [at], weight: weight * (1 - share) }));
  return share === 0 ? single : [{ areas: [0, 1], weight: share }, ...single];
}

const bothShare = 0.6;

/**
 * How much a mentor is worth on average over the readings, 0 to 1: 2^(3 × the share of what is asked that the mentor has) − 1.
 * `has` is a bit mask over `criteria.focusAreas`, `hits` of `asks` other criteria are met.
 */
export function expectedGain(among: readonly Reading[], has: number, hits: number, asks: number): number {
  let gain = 0;
  for (const { areas, weight } of among) {
    const wanted = asks + areas.length;
    if (wanted === 0) continue;
    const met = areas.reduce((count, at) => count + ((has >> at) & 1), hits);
    gain += weight * (2 ** ((3 * met) / wanted) - 1);
  }
  return gain / 7;
}
