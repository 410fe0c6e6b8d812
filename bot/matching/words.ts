/** A word of a sentence. `breakBefore`: what stands between it and the word before. */
export type Word = {
  readonly text: string;
  /** Lower case, straight apostrophes, possessive 's taken off. */
  readonly word: string;
  readonly capital: boolean;
  readonly possessive: boolean;
  readonly breakBefore: 'none' | 'comma' | 'stop';
};

const longestSentence = 4000;
const piece = /[\p{L}\p{N}&][\p{L}\p{N}'&]*|[.,;:!?()\n…–—/]/gu;
const comma = new Set([',', '/', ':']);
const withoutApostrophe: ReadonlyMap<string, string> = new Map(
  "i'm i've don't can't doesn't isn't wasn't won't wouldn't didn't couldn't shouldn't haven't hasn't aren't who's they're that's it's"
    .split(' ')
    .map(word => [word.replace("'", ''), word]),
);

/** Hyphens part words; "its" and "wont" stay as they are, as they are words themselves. */
export function wordsOf(sentence: string): readonly Word[] {
  const words: Word[] = [];
  let breakBefore: Word['breakBefore'] = 'stop';
  const text = sentence
    .slice(0, longestSentence)
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/(?<=\d[a-d]?)\+/gi, ' plus');
  for (const match of text.replace(/(\p{L})-(?=\p{L})/gu, '$1 ').matchAll(piece)) {
    const found = match[0];
    if (!/[\p{L}\p{N}]/u.test(found)) {
      if (breakBefore !== 'stop') breakBefore = comma.has(found) ? 'comma' : 'stop';
      continue;
    }
    words.push(wordFrom(found, breakBefore));
    breakBefore = 'none';
  }
  return words;
}

function wordFrom(found: string, breakBefore: Word['breakBefore']): Word {
  const lower = found.toLowerCase().replace(/'+$/, '');
  const possessive =
    /[^it]'s$|[^o]t's$/.test(lower) &&
    !["who's", "that's", "there's", "he's", "she's", "let's", "what's"].includes(lower);
  const base = possessive ? lower.slice(0, -2) : lower;
  const word = base === 'its' || base === 'wont' ? base : (withoutApostrophe.get(base) ?? base);
  return { text: found, word, capital: /^\p{Lu}/u.test(found), possessive, breakBefore };
}

/** Up to `most` words before a position, in the same sentence, with " , " for commas and a blank at the end. */
export function before(words: readonly Word[], at: number, most: number): string {
  let text = '';
  for (let i = at; i > 0 && i > at - most; i -= 1) {
    const gap = words[i]?.breakBefore ?? 'none';
    if (gap === 'stop' && i < words.length) break;
    text = `${words[i - 1]?.word ?? ''} ${gap === 'comma' ? ', ' : ''}${text}`;
  }
  return text;
}

/** Up to `most` words from a position on, in the same sentence, with ", " for commas. */
export function after(words: readonly Word[], at: number, most: number): string {
  let text = '';
  for (let i = at; i < words.length && i < at + most; i += 1) {
    const word = words[i];
    if (word === undefined || word.breakBefore === 'stop') break;
    text += `${word.breakBefore === 'comma' ? ', ' : ''}${word.word} `;
  }
  return text;
}
