import { clausesOf } from '../clauses.ts';
import type { WantedFocusArea } from '../criteria.ts';
import type { Word } from '../words.ts';

const counting =
  /\b(?:two (?:things|worries|needs|questions|problems|bits|asks|parts|reasons|halves|fronts|issues|matters)|other thing|second(?:ly| thing| one| bit| question)|twofold|in two)\b|(?:^| )(?:1|one|first|firstly|a) .{5,200} (?:2|two|second|secondly|b)\b/;
const adding =
  /\b(?:also|other thing|another thing|on top of|as well|plus|at the same time|besides|separately|too|and then there(?:'s| is)|not only|meanwhile|in the meantime|alongside|while i'm at it|both|either)\b/;
const joining =
  /^(?:and|plus|also|but|then|second|secondly|besides|separately|other|another|meanwhile|on top|as well|2|two|b|while)\b/;
const shortestPart = 3;

/** Of a logistic regression on the writers' sentences; of ten sentences that it picks about seven tell two needs. */
const weightOf = { bias: -6.4, evenness: 0.49, others: -1.4, adding: 2.08, counting: 0.68, joined: 2.33 };
const least = 0.45;

/** Whether the two likeliest areas are needs of their own, and not two guesses at one: then little is left for any other. */
export function tellsTwoNeeds(
  words: readonly Word[],
  areas: readonly WantedFocusArea[],
  likely: (words: readonly Word[]) => Float64Array,
): boolean {
  const [first, second] = areas;
  if (first === undefined || second === undefined) return false;
  const text = textOf(words);
  const sum =
    weightOf.bias +
    weightOf.evenness * Math.log(second.weight / first.weight + 1e-3) +
    weightOf.others * Math.log(Math.max(0, 1 - first.weight - second.weight) + 0.02) +
    weightOf.adding * Number(adding.test(text)) +
    weightOf.counting * Number(counting.test(text));
  const needed = Math.log(least / (1 - least)) - sum;
  return needed <= 0 || (needed <= weightOf.joined && weightOf.joined * joined(words, likely) >= needed);
}

/** How surely the words before and after "and", "also" or the like mean different areas, 0 to 1. */
function joined(words: readonly Word[], likely: (words: readonly Word[]) => Float64Array): number {
  const clauses = clausesOf(words);
  const shares = clauses.map((clause, at) => {
    if (at === 0 || !joining.test(textOf(clause))) return 0;
    const [before, after] = [clauses.slice(0, at).flat(), clauses.slice(at).flat()];
    return Math.min(before.length, after.length) < shortestPart ? 0 : apart(likely(before), likely(after));
  });
  return Math.max(0, ...shares);
}

/** The most of which both parts are sure, for two different areas. */
function apart(before: Float64Array, after: Float64Array): number {
  const [one, other] = [likeliest(before), likeliest(after)];
  if (one !== other) return Math.min(before[one] ?? 0, after[other] ?? 0);
  const instead = Math.min(before[one] ?? 0, mostBut(after, one));
  return Math.max(instead, Math.min(mostBut(before, one), after[one] ?? 0));
}

function likeliest(shares: Float64Array): number {
  return shares.indexOf(Math.max(...shares));
}

function mostBut(shares: Float64Array, left: number): number {
  return shares.reduce((most, share, at) => (at === left ? most : Math.max(most, share)), 0);
}

function textOf(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ');
}
