import learnedModel from './meaning/learned-model.json' with { type: 'json' };
import { mark, placeAmong } from './meaning/mark.ts';
import { unpackedMarks } from './meaning/packed-model.ts';
import { organisations } from './organisations.ts';
import { placeNames } from './places.ts';
import days from './vocabulary/days.json' with { type: 'json' };
import focusAreas from './vocabulary/focus-areas.json' with { type: 'json' };
import framing from './vocabulary/framing.json' with { type: 'json' };
import languages from './vocabulary/languages.json' with { type: 'json' };
import modes from './vocabulary/modes.json' with { type: 'json' };
import ordinaryWords from './vocabulary/ordinary-words.json' with { type: 'json' };
import professions from './vocabulary/professions.json' with { type: 'json' };
import regions from './vocabulary/regions.json' with { type: 'json' };
import wordFamilies from './vocabulary/word-families.json' with { type: 'json' };
import { type Word, wordsOf } from './words.ts';

const target = new Set(
  [
    ...focusAreas.flatMap(({ name, synonyms, phrases }) => [name, ...synonyms, ...phrases]),
    ...professions.flatMap(({ people, fields }) => [...people, ...fields]),
    ...regions.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...placeNames,
    ...languages.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]),
    ...modes.flatMap(({ words }) => words),
    ...days.flatMap(({ words }) => words),
    ...framing,
    ...wordFamilies.flatMap(({ words }) => words),
    'ideally preferably someone speaks outside organisation different',
  ].flatMap(text => wordsOf(text).map(({ word }) => word)),
);
/** Right as they are, though nothing is mended into them. */
const ordinary = new Set([
  ...ordinaryWords.join(' ').split(' '),
  ...organisations.flatMap(({ name, alsoCalled }) =>
    [name, ...alsoCalled].flatMap(text => wordsOf(text).map(({ word }) => word)),
  ),
]);
/** Words that several example sentences use are spelled as people spell them; a slip of one writer is not. */
const used = unpackedMarks(learnedModel.usedWords);

const byStart = new Map<string, string[]>();
for (const word of target) {
  const list = byStart.get(word.slice(0, 1)) ?? [];
  list.push(word);
  byStart.set(word.slice(0, 1), list);
}

/** Mends words that the vocabulary does not know but for a letter or two: "pharmasist", "thrusday". Short words are left. */
export function spelled(words: readonly Word[]): readonly Word[] {
  return words.map(word => {
    const mended = mend(word.word);
    return mended === undefined ? word : { ...word, word: mended };
  });
}

function mend(word: string): string | undefined {
  if (word.length < 5 || /[^a-z]/.test(word) || isKnown(word)) return undefined;
  const most = word.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of byStart.get(word.slice(0, 1)) ?? []) {
    if (Math.abs(candidate.length - word.length) > most || candidate.length < 4) continue;
    if (word.length < 7 && word.length === candidate.length && !sameLetters(word, candidate)) continue;
    const distance = editDistance(word, candidate, least);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** In a short word another letter makes another word too easily: only swapped letters are mended. */
function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

function isKnown(word: string): boolean {
  const forms = [
    word,
    word.replace(/s$/, ''),
    `${word}s`,
    word.replace(/(?:ed|ing|er|ly)$/, ''),
    word.replace(/(?:ed|ing|er)$/, 'e'),
    word.replace(/ies$/, 'y'),
    word.replace(/(.)\1(?:ed|ing)$/, '$1'),
  ];
  return forms.some(
    form => target.has(form) || ordinary.has(form) || placeAmong(used, mark(form)) !== undefined,
  );
}

/** Letters changed, added, dropped or swapped with their neighbour; stops at `enough`. */
function editDistance(a: string, b: string, enough: number): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least >= enough) return enough;
    older = old;
    old = row;
  }
  return old[b.length] ?? enough;
}
