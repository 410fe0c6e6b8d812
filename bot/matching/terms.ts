import { stem } from './stem.ts';
import wordFamilies from './vocabulary/word-families.json' with { type: 'json' };
import type { Word } from './words.ts';

const stopWords = new Set(
  "a an the and or but if so as at by for from in into of off on onto out over to too up with without about than then that this these those there here it its it's i i'm i've i'd me my mine myself we we're us our you your he she they them their his her him who whom whose which what when where why how be been being am is are was were do does did doing done have has had having will would shall should can could may might must not no nor don't doesn't didn't isn't can't cannot won't wouldn't just also very really quite some any all each every both few more most much many such only own same other another one two get got gets getting someone somebody anyone mentor mentoring looking look want wanted wants like love need needs would ideally preferably help please thanks thank hi hello hey dear bit thing things lot lots let make makes made way because while during again once ever never always now still yet even am pm oh well okay ok yes".split(
    ' ',
  ),
);

const familyOf = new Map<string, Set<string>>();
for (const { name, words } of wordFamilies) {
  for (const word of words.flatMap(one => [one, stem(one)])) {
    familyOf.set(word, (familyOf.get(word) ?? new Set()).add(name));
  }
}

/** Kinds of terms: a word's stem, two neighbouring stems ("call_off"), a family of words with one meaning ("~abroad"). */
export function termsOf(words: readonly Word[]): readonly string[] {
  const terms: string[] = [];
  let previous: string | undefined;
  for (const { word, breakBefore } of words) {
    if (breakBefore === 'stop') previous = undefined;
    const stemmed = stem(word);
    if (previous !== undefined) terms.push(`${previous}_${stemmed}`);
    previous = stemmed;
    terms.push(...termsOfWord(word));
  }
  return terms;
}

/** The stem and families of one word; none for a word that says nothing. */
export function termsOfWord(word: string): readonly string[] {
  if (stopWords.has(word) || word.length < 2) return [];
  const stemmed = stem(word);
  const families = familyOf.get(word) ?? familyOf.get(stemmed) ?? [];
  return [stemmed, ...[...families].map(family => `~${family}`)];
}

export function isPlain(term: string): boolean {
  return !term.startsWith('~') && !term.includes('_');
}
