import { stem } from '../stem.ts';
import { termsOf } from '../terms.ts';
import type { Word } from '../words.ts';

/** What a feature counts before its rarity: pairs of words say a little less than words, four letters far less. */
const weightOf = { word: 1, pair: 0.7, letters: 0.15 };
const letters = 4;

/**
 * What of a sentence is learned from, with weights: "budget", "~money" (a family), "call_off" (neighbours),
 * "made__feel" (neighbours but one), "#reti" (letters, so that a mistyped word is still half known).
 */
export function featuresOf(words: readonly Word[]): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  for (const term of termsOf(words)) features.set(term, term.includes('_') ? weightOf.pair : weightOf.word);
  words.forEach(({ word }, at) => {
    const [next, last] = [words[at + 1], words[at + 2]];
    if (next?.breakBefore !== 'stop' && last !== undefined && last.breakBefore !== 'stop')
      features.set(`${stem(word)}__${stem(last.word)}`, weightOf.pair);
    if (word.length < letters) return;
    const edged = `<${word}>`;
    for (let from = 0; from + letters <= edged.length; from += 1)
      features.set(`#${edged.slice(from, from + letters)}`, weightOf.letters);
  });
  return features;
}
