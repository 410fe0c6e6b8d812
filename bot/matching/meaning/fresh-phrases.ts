import { termsOfWord } from '../terms.ts';
import { type Word, wordsOf } from '../words.ts';
import { mark, placeAmong } from './mark.ts';
import { type Example, phraseKey } from './scheme-phrases.ts';

/**
 * For phrases that were written down after the model was learned: for each area, the largest share of one phrase's
 * telling words that a sentence has, squared.
 */
export function freshPhrases(
  areas: readonly string[],
  told: readonly Example[],
  learned: Uint32Array,
): (words: readonly Word[]) => Float64Array {
  const fresh = told
    .filter(phrase => placeAmong(learned, mark(phraseKey(phrase))) === undefined)
    .map(phrase => ({
      ids: phrase.areas.map(area => areas.indexOf(area)),
      terms: plainTerms(wordsOf(phrase.text)),
    }))
    .filter(({ terms }) => terms.size > 0);
  return words => {
    const shares = new Float64Array(areas.length);
    if (fresh.length === 0) return shares;
    const asked = plainTerms(words);
    for (const { ids, terms } of fresh) {
      const share = ([...terms].filter(term => asked.has(term)).length / terms.size) ** 2;
      for (const id of ids) shares[id] = Math.max(shares[id] ?? 0, share);
    }
    return shares;
  };
}

function plainTerms(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.flatMap(({ word }) => termsOfWord(word).slice(0, 1)));
}
