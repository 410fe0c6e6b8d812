import type { Example } from './scheme-phrases.ts';

const leastUses = 3;

/** Words that several examples use, so that they are not taken for mistyped ones. */
export function usedWords(examples: readonly Example[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const { text } of examples)
    for (const word of text.toLowerCase().split(/[^a-z]+/)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...uses].flatMap(([word, times]) => (times >= leastUses ? word : []));
}
