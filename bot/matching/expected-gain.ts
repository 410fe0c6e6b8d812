import type { Criteria } from './criteria.ts';

/** One reading of the sentence: these areas were meant, by their positions in `criteria.focusAreas`. */
export type Reading = { readonly areas: readonly number[]; readonly weight: number };

export function readings({ focusAreas, needs }: Pick<Criteria, 'focusAreas' | 'needs'>): readonly Reading[] {
  if (needs === 0 || focusAreas.length === 0) return [{ areas: [], weight: 1 }];
  const share = shareOfBoth({ focusAreas, needs });
  const single = focusAreas.map(({ weight }, at) => ({ areas: [at], weight: weight * (1 - share) }));
  return share === 0 ? single : [{ areas: [0, 1], weight: share }, ...single];
}

const bothShare = 0.6;

function shareOfBoth({ focusAreas, needs }: Pick<Criteria, 'focusAreas' | 'needs'>): number {
  return needs === 2 && focusAreas.length > 1 ? bothShare : 0;
}

/** 2^(3 × the share of what is asked that the mentor has) − 1, as a share of the most that can be. */
export function gain(met: number, asked: number): number {
  return asked === 0 ? 0 : (2 ** ((3 * met) / asked) - 1) / 7;
}

/**
 * What a mentor is worth on average over the readings, 0 to 1. `weight`: the sum of the weights of the areas that the
 * mentor has, `ofBoth`: how many of the likeliest two; `hits` of `asks` other criteria are met. As each reading but that
 * of both asks one area, the average needs no more than this, however many areas there are.
 */
export type ExpectedGain = (weight: number, ofBoth: number, hits: number) => number;

export function expectedGain(criteria: Pick<Criteria, 'focusAreas' | 'needs'>, asks: number): ExpectedGain {
  const { focusAreas, needs } = criteria;
  if (needs === 0 || focusAreas.length === 0) {
    const gains = upTo(asks, hits => gain(hits, asks));
    return (_weight, _ofBoth, hits) => gains[hits] ?? 0;
  }
  const share = shareOfBoth(criteria);
  const total = focusAreas.reduce((sum, area) => sum + area.weight, 0);
  const without = upTo(asks, hits => (1 - share) * gain(hits, asks + 1));
  const more = upTo(asks, hits => (1 - share) * (gain(hits + 1, asks + 1) - gain(hits, asks + 1)));
  const both = upTo(asks + 2, met => share * gain(met, asks + 2));
  return (weight, ofBoth, hits) =>
    weight * (more[hits] ?? 0) + total * (without[hits] ?? 0) + (both[hits + ofBoth] ?? 0);
}

function upTo(most: number, of: (count: number) => number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, count) => of(count));
}
