import { askedFacets, type FacetNamed } from './asked-facets.ts';
import type { Criteria } from './criteria.ts';
import { gain, readings } from './expected-gain.ts';
import type { MentorTable } from './mentor-table.ts';
import type { Similarity } from './score-mentors.ts';
import { lessLikedBySet, mostWithShares, sharesBySet, smallShares } from './small-shares.ts';

/** How a score comes about: the average gain over the readings × the factors × (1 + the shares) ÷ the most that can be. */
export type ScoreParts = {
  readonly score: number;
  /** What the sentence can have meant, how likely that is, and what the mentor would then be worth, 0 to 1. */
  readonly readings: readonly {
    readonly areas: readonly string[];
    readonly weight: number;
    readonly gain: number;
  }[];
  readonly met: readonly FacetNamed[];
  readonly missing: readonly FacetNamed[];
  /** What is added as shares, by name. */
  readonly shares: Readonly<Record<string, number>>;
  /** Days or ways of meeting that the asker would rather not have, by name. */
  readonly factors: Readonly<Record<string, number>>;
  readonly dividedBy: number;
};

/** The slow way to the same score, for people to follow; without what `notForMe` changes. */
export function explainScore(
  table: MentorTable,
  criteria: Criteria,
  similarities: readonly Similarity[],
  row: number,
): ScoreParts {
  const { columns } = table;
  const namesOf = (facet: FacetNamed['facet']): readonly string[] => {
    const { sets, names, setOf } = columns[facet];
    return (sets[setOf()[row] ?? 0] ?? []).map(value => (names[value] ?? '').toLowerCase());
  };
  const has = ({ facet, names }: FacetNamed): boolean =>
    names.some(name => {
      const number = columns[facet].numberOf(name);
      return (
        number !== undefined && namesOf(facet).includes((columns[facet].names[number] ?? '').toLowerCase())
      );
    });
  const asked = askedFacets(criteria);
  const met = asked.filter(has);
  const ownAreas = namesOf('focus');
  const among = readings(criteria).map(({ areas, weight }) => {
    const wanted = areas.map(at => criteria.focusAreas[at]?.name ?? '');
    const found = wanted.filter(name => ownAreas.includes(name.toLowerCase())).length;
    return { areas: wanted, weight, gain: gain(met.length + found, asked.length + areas.length) };
  });
  const bySet = (each: { facet: FacetNamed['facet']; bySet: Float64Array }): [string, number] => [
    each.facet,
    each.bySet[columns[each.facet].setOf()[row] ?? 0] ?? 0,
  ];
  const similarity = similarities.find(each => each.row === row)?.similarity ?? 0;
  const shares = Object.fromEntries([
    ['text', smallShares.text * similarity],
    ...sharesBySet(table, criteria).map(bySet),
  ]);
  const factors = Object.fromEntries(lessLikedBySet(table, criteria).map(bySet));
  const dividedBy = mostWithShares(criteria);
  const average = among.reduce((sum, each) => sum + each.weight * each.gain, 0);
  const multiplied = Object.values(factors).reduce((product, factor) => product * factor, average);
  const raised = Object.values(shares).reduce((sum, share) => sum + share, 1);
  return {
    score: (multiplied * raised) / dividedBy,
    readings: among,
    met,
    missing: asked.filter(each => !met.includes(each)),
    shares,
    factors,
    dividedBy,
  };
}
