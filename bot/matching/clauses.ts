import type { Word } from './words.ts';

const joins = new Set(['and', 'but', 'so', 'because', 'plus', 'also', 'then', 'while', 'although', 'or']);
const shortestBeforeJoin = 3;

/** Cuts a sentence where it pauses or joins: a need is mostly told within one clause. */
export function clausesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const clauses: Word[][] = [];
  for (const word of words) {
    const current = clauses.at(-1);
    const cut =
      word.breakBefore !== 'none' || (joins.has(word.word) && (current?.length ?? 0) >= shortestBeforeJoin);
    if (current === undefined || cut) clauses.push([word]);
    else current.push(word);
  }
  return clauses;
}
