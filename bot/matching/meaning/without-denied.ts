import { after, type Word } from '../words.ts';

/** "It's not about the interview", "don't need help with my CV": what follows is named to be left out. */
const denial =
  /^(?:not about|nothing to do with|(?:don't|do not|didn't|not) (?:need|want|after|asking for|looking for)(?: any)? (?:help|advice|support|mentoring) (?:with|on|about|for|in)|(?:don't|do not) (?:need|want) to talk about|rather than|instead of|not (?:so|that) (?:bothered|worried) about|no need for|already (?:sorted|got help with)) /;
const longest = 8;
const ends = new Set(['but', 'and', 'so', 'because', "it's", 'its', "i'm", 'i', 'more', 'just']);

/** The words without what the person says they do not ask for: up to the next pause, or a word that turns the sentence. */
export function withoutDenied(words: readonly Word[]): readonly Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = denial
      .exec(after(words, at, longest))?.[0]
      .trim()
      .split(' ').length;
    const word = words[at];
    if (length === undefined) {
      if (word !== undefined) kept.push(word);
      continue;
    }
    at += length;
    while (at < words.length && !turns(words[at])) at += 1;
    at -= 1;
  }
  return kept.length === 0 ? words : kept;
}

function turns(word: Word | undefined): boolean {
  return word === undefined || word.breakBefore !== 'none' || ends.has(word.word);
}
