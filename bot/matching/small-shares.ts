import type { Column } from './column.ts';
import type { Criteria } from './criteria.ts';
import type { FacetName, MentorTable } from './mentor-table.ts';
import { nearness } from './nearness.ts';

/** A number for each set of values of one facet. */
export type BySet = { readonly facet: FacetName; readonly bySet: Float64Array };

/** What only decides between mentors who are otherwise nearly equal, as shares of the score. */
export const smallShares = { text: 0.02, town: 0.02, day: 0.01 };
/** Who has lived through what was asked for comes up by so much; nobody else comes down. */
const livedShare = 0.5;
/** A day, or a way of meeting, that the asker would rather not have, beside one that would do. */
const lessLiked = { day: 0.6, mode: 0.85 };

/** What is added to the score, as shares of it. */
export function sharesBySet({ columns }: MentorTable, criteria: Criteria): readonly BySet[] {
  const { towns, days, livedExperiences } = criteria;
  const shares: BySet[] = [];
  const add = (facet: FacetName, share: number, of: (names: readonly string[]) => number): void => {
    const { sets, names } = columns[facet];
    const bySet = Float64Array.from(sets, values => share * of(values.map(value => names[value] ?? '')));
    shares.push({ facet, bySet });
  };
  if (towns.length > 0) {
    shares.push({ facet: 'place', bySet: nearest(columns.place, towns) });
  }
  if (days.length > 0) {
    add('day', smallShares.day, free => days.filter(day => free.includes(day)).length / days.length);
  }
  if (livedExperiences.length > 0) {
    const wanted = new Set(livedExperiences.map(name => name.toLowerCase()));
    add('lived', livedShare, lived => (lived.some(name => wanted.has(name.toLowerCase())) ? 1 : 0));
  }
  return shares;
}

/** By place, how near it is to a town: worked out once a town, as many ask for the same. */
const remembered = new WeakMap<Column, Map<string, number[]>>();
const mostRemembered = 500;

function nearnessByPlace(places: Column, town: string): readonly number[] {
  const byTown = remembered.get(places) ?? new Map<string, number[]>();
  remembered.set(places, byTown);
  if (byTown.size > mostRemembered) byTown.clear();
  const known = byTown.get(town) ?? [];
  byTown.set(town, known);
  for (const name of places.names.slice(known.length)) known.push(nearness(name, town));
  return known;
}

function nearest(places: Column, towns: readonly string[]): Float64Array {
  const byTown = towns.map(town => nearnessByPlace(places, town));
  return Float64Array.from(places.sets, values => {
    let most = 0;
    for (const value of values) for (const near of byTown) most = Math.max(most, near[value] ?? 0);
    return smallShares.town * most;
  });
}

/** At least what all shares add up to, so that no score is above 1. Doubled for lived experience: exact, so equals stay equal. */
export function mostWithShares({ livedExperiences }: Criteria): number {
  const { text, town, day } = smallShares;
  return (1 + text + town + day) * (livedExperiences.length > 0 ? 2 : 1);
}

/** By what the score is multiplied. */
export function lessLikedBySet({ columns }: MentorTable, { avoided }: Criteria): readonly BySet[] {
  const factors: BySet[] = [];
  for (const [facet, unwanted] of [
    ['day', avoided.days],
    ['mode', avoided.modes],
  ] as const) {
    if (unwanted.length === 0) continue;
    const { sets, numberOf } = columns[facet];
    const numbers = new Set(unwanted.map(numberOf));
    const bySet = Float64Array.from(sets, values =>
      values.some(value => numbers.has(value)) ? lessLiked[facet] : 1,
    );
    factors.push({ facet, bySet });
  }
  return factors;
}
