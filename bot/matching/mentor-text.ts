import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import type { Similarity } from './score-mentors.ts';
import { stem } from './stem.ts';

export type Text = Pick<MentorProfile, 'jobTitle' | 'about' | 'organisation'>;

export type MentorText = {
  /** The row must be empty. */
  put(row: number, text: Text): void;
  /** `text` as it was put. */
  remove(row: number, text: Text): void;
  /** The best match has 1. */
  match(terms: readonly string[]): readonly Similarity[];
};

/** A word that mentors use more often than this tells them apart too little to be worth the time. */
const mostUses = 600;
const mostTerms = 6;
/** Stems that are remembered at once. */
const mostStems = 20_000;
const weights = { jobTitle: 2, about: 1, organisation: 1 } as const;
/** How soon a word that is repeated in one profile counts no more. */
const saturation = 1.2;

/**
 * How often mentors use a term, and who: `rows` and `counts` stand side by side, a count being weighted by field. Not
 * gathered where too many use it for it to tell anything; they are gathered should it become rarer. `count` is of the
 * text that is being read.
 */
type Term = {
  readonly name: string;
  uses: number;
  count: number;
  gathered: boolean;
  rows: number[];
  counts: number[];
};

/** BM25 over what mentors say of themselves, told by rare words alone: it decides between those whom the criteria make equal. */
export function mentorText(textAt: (row: number) => Text | undefined, rows: () => number): MentorText {
  const terms = new Map<string, Term>();
  const stems = new Map<string, string>();
  let texts = 0;

  const stemOf = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size >= mostStems) stems.clear();
    const stemmed = stem(word);
    stems.set(word, stemmed);
    return stemmed;
  };
  const termOf = (word: string): Term | undefined => {
    const name = stemOf(word);
    const known = terms.get(name);
    if (known !== undefined || name.length < 2) return known;
    const term: Term = { name, uses: 0, count: 0, gathered: true, rows: [], counts: [] };
    terms.set(name, term);
    return term;
  };
  const termsIn = ({ jobTitle, about, organisation }: Text): readonly Term[] => {
    const found: Term[] = [];
    const read = (text: string, weight: number): void => {
      for (const word of wordsIn(text)) {
        const term = termOf(word);
        if (term === undefined) continue;
        if (term.count === 0) found.push(term);
        term.count += weight;
      }
    };
    read(jobTitle, weights.jobTitle);
    read(about, weights.about);
    read(organisation, weights.organisation);
    return found;
  };
  const gather = (wanted: Term): void => {
    wanted.gathered = true;
    for (let row = 0; row < rows(); row += 1) {
      const text = textAt(row);
      if (text === undefined) continue;
      for (const term of termsIn(text)) {
        if (term === wanted) addRow(term, row);
        term.count = 0;
      }
    }
  };

  return {
    put: (row, text) => {
      texts += 1;
      for (const term of termsIn(text)) {
        term.uses += 1;
        if (term.uses > 2 * mostUses) drop(term);
        else if (term.gathered) addRow(term, row);
        term.count = 0;
      }
    },
    remove: (row, text) => {
      texts -= 1;
      for (const term of termsIn(text)) {
        term.uses -= 1;
        term.count = 0;
        if (term.uses === 0) terms.delete(term.name);
        const at = term.rows.indexOf(row);
        if (at === -1) continue;
        term.rows.splice(at, 1);
        term.counts.splice(at, 1);
      }
    },
    match: words => {
      const found = new Map<number, { score: number; matched: number }>();
      for (const term of tellingOf(words, word => terms.get(word))) {
        if (!term.gathered) gather(term);
        const rarity = Math.log(1 + (texts - term.uses + 0.5) / (term.uses + 0.5));
        term.rows.forEach((row, at) => {
          const count = term.counts[at] ?? 0;
          const gained = (rarity * count * (saturation + 1)) / (count + saturation);
          const sum = found.get(row);
          if (sum === undefined) {
            found.set(row, { score: gained, matched: 1 });
          } else {
            sum.score += gained;
            sum.matched += 1;
          }
        });
      }
      return asShares(found);
    },
  };
}

function addRow(term: Term, row: number): void {
  term.rows.push(row);
  term.counts.push(term.count);
}

function drop(term: Term): void {
  term.gathered = false;
  term.rows = [];
  term.counts = [];
}

/** Rarest first, as they tell most. */
function tellingOf(words: readonly string[], termOf: (word: string) => Term | undefined): readonly Term[] {
  return [...new Set(words.map(stem))]
    .flatMap(word => {
      const term = termOf(word);
      return term === undefined || term.uses === 0 || term.uses > mostUses ? [] : [{ word, term }];
    })
    .sort((a, b) => a.term.uses - b.term.uses || (a.word < b.word ? -1 : 1))
    .slice(0, mostTerms)
    .map(({ term }) => term);
}

/** Who has more of the words comes before who has one of them often. */
function asShares(
  found: ReadonlyMap<number, { readonly score: number; readonly matched: number }>,
): readonly Similarity[] {
  let best = 0;
  for (const { score, matched } of found.values()) best = Math.max(best, score * matched);
  return Array.from(found, ([row, { score, matched }]) => ({ row, similarity: (score * matched) / best }));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? [];
}
