import MiniSearch from 'minisearch';
import { clausesOf } from './clauses.ts';
import type { WantedFocusArea } from './criteria.ts';
import { termsOf } from './terms.ts';
import focusAreas from './vocabulary/focus-areas.json' with { type: 'json' };
import framing from './vocabulary/framing.json' with { type: 'json' };
import { type Word, wordsOf } from './words.ts';

type FocusArea = {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly phrases: readonly string[];
};

export type FocusGuess = {
  /** Likeliest first, weights adding up to 1 at most; empty when no word says anything about an area. */
  readonly areas: readonly WantedFocusArea[];
  readonly needs: 0 | 1 | 2;
};

/** What a pair of words and a family of words count beside a word. */
const weightOf = { pair: 0.4, family: 1, framing: 1.5 };
/** One telling clause counts for more than the same words spread over a story. */
const clausePower = 1.5;
const sharpness = 3;
const mostAreas = 8;
const least = { score: 2, weight: 0.02 };
/** When a second area is a need of its own: told in another clause, and nearly as clearly. */
const secondNeed = { ofWeight: 0.35, ofClause: 0.5 };

const framed = new Map<string, number>();
for (const term of framing.flatMap(phrase => termsOf(wordsOf(phrase))))
  framed.set(term, (framed.get(term) ?? 0) + 1);

/** Words of greetings and of people's own stories count for little. */
function weightOfTerm(term: string): number {
  const kind = term.startsWith('~') ? weightOf.family : term.includes('_') ? weightOf.pair : 1;
  return kind / (1 + weightOf.framing * (framed.get(term) ?? 0));
}

/** One BM25 document per area, made of its phrases. */
export function focusGuesser(
  areas: readonly FocusArea[] = focusAreas,
): (words: readonly Word[]) => FocusGuess {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: text => text.split(' '),
    processTerm: term => term,
    searchOptions: { bm25: { k: 2, b: 0.5, d: 0 }, boostTerm: weightOfTerm },
  });
  areas.forEach(({ name, synonyms, phrases }, id) => {
    const text = [name, name, ...synonyms, ...synonyms, ...phrases];
    index.add({ id, text: text.flatMap(phrase => termsOf(wordsOf(phrase))).join(' ') });
  });
  const scoresOf = (clause: readonly Word[]): readonly number[] => {
    const found = new Map(
      index.search(termsOf(clause).join(' ')).map(({ id, score }) => [Number(id), score]),
    );
    return areas.map((_, id) => found.get(id) ?? 0);
  };
  return words => {
    const clauses = clausesOf(words).map(scoresOf);
    const total = areas.map((_, id) =>
      clauses.reduce((sum, scores) => sum + (scores[id] ?? 0) ** clausePower, 0),
    );
    return guessFrom(
      areas.map(({ name }, id) => ({ id, name, score: total[id] ?? 0 })),
      clauses,
    );
  };
}

type Scored = { readonly id: number; readonly name: string; readonly score: number };

function guessFrom(areas: readonly Scored[], clauses: readonly (readonly number[])[]): FocusGuess {
  const ranked = areas.toSorted((a, b) => b.score - a.score || a.id - b.id);
  const best = ranked[0]?.score ?? 0;
  if (best < least.score) return { areas: [], needs: 0 };
  const raised = ranked.map(({ score }) => (score / best) ** (sharpness / clausePower));
  const sum = raised.reduce((total, weight) => total + weight, 0);
  const likely = ranked
    .map(({ name }, at) => ({ name, weight: Math.round((1000 * (raised[at] ?? 0)) / sum) / 1000 }))
    .filter(({ weight }) => weight >= least.weight)
    .slice(0, mostAreas);
  return { areas: likely, needs: hasTwoNeeds(ranked, likely, clauses) ? 2 : 1 };
}

function hasTwoNeeds(
  [first, second]: readonly Scored[],
  [likeliest, next]: readonly WantedFocusArea[],
  clauses: readonly (readonly number[])[],
): boolean {
  if (first === undefined || second === undefined || likeliest === undefined || next === undefined)
    return false;
  if (next.weight < secondNeed.ofWeight * likeliest.weight) return false;
  const strongest = (id: number) => Math.max(...clauses.map(scores => scores[id] ?? 0));
  const own = clauses.filter(scores => (scores[second.id] ?? 0) === Math.max(...scores));
  const told = Math.max(0, ...own.map(scores => scores[second.id] ?? 0));
  return told >= secondNeed.ofClause * strongest(first.id);
}
