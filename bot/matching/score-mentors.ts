import { askedFacets, asksForFocus, avoidedFacets, type FacetNamed } from './asked-facets.ts';
import { setsWithAny } from './column.ts';
import type { Criteria } from './criteria.ts';
import { expectedGain } from './expected-gain.ts';
import type { MentorTable } from './mentor-table.ts';
import { type BySet, lessLikedBySet, mostWithShares, sharesBySet, smallShares } from './small-shares.ts';

/** How alike the text of the mentor in a row is, above 0 to 1. */
export type Similarity = { readonly row: number; readonly similarity: number };

const avoidedBit = 1 << 15;

/**
 * Scores by row, 0 to 1. 0: has nothing that was asked, or something that the asker does not want, or the row is free.
 * Goes through one typed array for each thing that was asked. `factors`: what the score is multiplied by further. The
 * scores hold until the next search in the table.
 */
export function scoreMentors(
  table: MentorTable,
  criteria: Criteria,
  similarities: readonly Similarity[],
  factors: readonly BySet[] = [],
): Float64Array {
  const { flags, scores, sums } = table.scratch();
  const asked = askedFacets(criteria);
  asked.forEach((each, at) => {
    mark(table, flags, each, 1 << at);
  });
  for (const each of avoidedFacets(criteria)) mark(table, flags, each, avoidedBit);
  for (const row of table.freeRows()) flags[row] = avoidedBit;
  const shares = sharesBySet(table, criteria);
  if (asked.length === 0 && !asksForFocus(criteria)) {
    sharesAlone(table, flags, scores, shares, similarities);
    return scores;
  }
  gains(table, criteria, flags, asked.length, scores);
  for (const factor of [...lessLikedBySet(table, criteria), ...factors]) multiply(table, scores, factor, 0);
  const byText = similarities.map(
    ({ row, similarity }) => (scores[row] ?? 0) * smallShares.text * similarity,
  );
  raise(table, scores, shares, sums);
  similarities.forEach(({ row }, at) => {
    scores[row] = (scores[row] ?? 0) + (byText[at] ?? 0);
  });
  return scores;
}

/** Where nothing was asked that mentors are measured by, what they write and have lived through is all there is. */
function sharesAlone(
  table: MentorTable,
  flags: Uint16Array,
  scores: Float64Array,
  shares: readonly BySet[],
  similarities: readonly Similarity[],
): void {
  scores.fill(0);
  for (const share of shares) if (share.facet === 'lived') add(table, scores, share);
  for (const { row, similarity } of similarities)
    scores[row] = (scores[row] ?? 0) + smallShares.text * similarity;
  for (let row = 0; row < scores.length; row += 1)
    scores[row] = (flags[row] ?? 0) < avoidedBit ? (scores[row] ?? 0) / 2 : 0;
}

function gains(
  table: MentorTable,
  criteria: Criteria,
  flags: Uint16Array,
  asks: number,
  scores: Float64Array,
): void {
  const { focus } = table.columns;
  const sets = focus.setOf();
  const gainOf = gainsBySet(focus, criteria, asks);
  const hitsOf = Uint8Array.from({ length: 1 << asks }, (_, met) => ones(met));
  for (let row = 0; row < scores.length; row += 1) {
    const met = flags[row] ?? 0;
    scores[row] = met < avoidedBit ? (gainOf[(sets[row] ?? 0) * (asks + 1) + (hitsOf[met] ?? 0)] ?? 0) : 0;
  }
}

/** The expected gain at `set * (asks + 1) + hits`. */
function gainsBySet(focus: MentorTable['columns']['focus'], criteria: Criteria, asks: number): Float64Array {
  const weights = new Float64Array(focus.names.length);
  const likeliest = new Uint8Array(focus.names.length);
  criteria.focusAreas.forEach(({ name, weight }, at) => {
    const number = focus.numberOf(name);
    if (number === undefined) return;
    weights[number] = weight;
    if (at < 2) likeliest[number] = 1;
  });
  const gainOf = expectedGain(criteria, asks);
  const most = mostWithShares(criteria);
  const gained = new Float64Array(focus.sets.length * (asks + 1));
  focus.sets.forEach((areas, set) => {
    let weight = 0;
    let ofBoth = 0;
    for (const area of areas) {
      weight += weights[area] ?? 0;
      ofBoth += likeliest[area] ?? 0;
    }
    for (let hits = 0; hits <= asks; hits += 1)
      gained[set * (asks + 1) + hits] = gainOf(weight, ofBoth, hits) / most;
  });
  return gained;
}

function mark({ columns }: MentorTable, flags: Uint16Array, { facet, names }: FacetNamed, bit: number): void {
  const sets = columns[facet].setOf();
  const bits = Uint16Array.from(setsWithAny(columns[facet], names), has => has * bit);
  for (let row = 0; row < flags.length; row += 1)
    flags[row] = (flags[row] ?? 0) | (bits[sets[row] ?? 0] ?? 0);
}

function multiply(
  { columns }: MentorTable,
  scores: Float64Array,
  { facet, bySet }: BySet,
  plus: 0 | 1,
): void {
  const sets = columns[facet].setOf();
  const factors = bySet.map(value => value + plus);
  for (let row = 0; row < scores.length; row += 1)
    scores[row] = (scores[row] ?? 0) * (factors[sets[row] ?? 0] ?? 0);
}

/** By the sum of all shares, not by one after the other. */
function raise(table: MentorTable, scores: Float64Array, shares: readonly BySet[], sums: Float64Array): void {
  const [only, ...others] = shares;
  if (only === undefined) return;
  if (others.length === 0) {
    multiply(table, scores, only, 1);
    return;
  }
  sums.fill(1);
  for (const share of shares) add(table, sums, share);
  for (let row = 0; row < scores.length; row += 1) scores[row] = (scores[row] ?? 0) * (sums[row] ?? 0);
}

function add({ columns }: MentorTable, sums: Float64Array, { facet, bySet }: BySet): void {
  const sets = columns[facet].setOf();
  for (let row = 0; row < sums.length; row += 1) sums[row] = (sums[row] ?? 0) + (bySet[sets[row] ?? 0] ?? 0);
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
