import type { Word } from './words.ts';

/** Where a name of the vocabulary stands in a sentence: words `from` up to, not including, `to`. */
export type Mention<T> = { readonly from: number; readonly to: number; readonly entry: T };

export type Gazetteer<T> = {
  /** Longest first, left to right, never overlapping. */
  find(words: readonly Word[]): readonly Mention<T>[];
};

type Node<T> = { next: Map<string, Node<T>>; entry?: T };

/** Finds any of many names in a sentence. `form` makes two spellings of one word equal, a plural and a singular for example. */
export function gazetteer<T>(
  names: readonly (readonly [name: string, entry: T])[],
  form: (word: string) => string = word => word,
): Gazetteer<T> {
  const root: Node<T> = { next: new Map() };
  for (const [name, entry] of names) {
    let node = root;
    for (const word of nameWords(name)) {
      const following = node.next.get(form(word)) ?? { next: new Map() };
      node.next.set(form(word), following);
      node = following;
    }
    node.entry ??= entry;
  }
  return {
    find: words => {
      const found: Mention<T>[] = [];
      for (let from = 0; from < words.length; ) {
        const mention = longestFrom(root, words, from, form);
        if (mention !== undefined) found.push(mention);
        from = mention?.to ?? from + 1;
      }
      return found;
    },
  };
}

function nameWords(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replace(/'s\b/g, '')
    .split(/[\s,-]+/)
    .filter(word => word !== '');
}

function longestFrom<T>(
  root: Node<T>,
  words: readonly Word[],
  from: number,
  form: (word: string) => string,
): Mention<T> | undefined {
  let node = root;
  let best: Mention<T> | undefined;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || (at > from && word.breakBefore === 'stop')) break;
    const following = node.next.get(form(word.word));
    if (following === undefined) break;
    node = following;
    if (node.entry !== undefined) best = { from, to: at + 1, entry: node.entry };
  }
  return best;
}
