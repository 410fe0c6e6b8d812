import misspellings from './vocabulary/misspellings.json' with { type: 'json' };
import type { Word } from './words.ts';

const meant = new Map(
  Object.entries(misspellings.words).flatMap(([word, typed]) => typed.map(each => [each, word] as const)),
);

/** Puts right the words that people often mistype: "nurce", "wensday". */
export function withoutMistypes(words: readonly Word[]): readonly Word[] {
  return words.map(word => {
    const right = meant.get(word.word);
    return right === undefined ? word : { ...word, word: right };
  });
}
