import cueWords from './vocabulary/cue-words.json' with { type: 'json' };
import type { Word } from './words.ts';

/** What stands around a mention, nearest first. Sentences end at "." and the message begins at "^" and ends at "$". */
export type MentionContext = {
  readonly kind: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
};

/** A stretch of words that is one thing to whoever reads what is beside it. */
export type Span = { readonly from: number; readonly to: number; readonly as: string };

const reach = { left: 16, right: 12 };
const plainOf = new Map(cueWords.flatMap(({ as, words }) => words.map(word => [word, as] as const)));
/** They stand before a title and say nothing of whether it is wanted. */
const adjectives = new Set(
  'senior experienced good nice friendly female male woman man retired practising proper decent older younger different local nearby kind wise seasoned really actual former junior hospital community lead specialist registered clinical very well established inspiring approachable supportive band new # busy fully just also quite own single lone great deputy chief principal real jolly tame sympathetic recently newly appointed'.split(
    ' ',
  ),
);

export function contextsOf(words: readonly Word[], spans: readonly Span[]): readonly MentionContext[] {
  const tokens: string[] = ['^'];
  const places: { readonly at: number; readonly kind: string }[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word === undefined) break;
    if (at > 0 && word.breakBefore !== 'none') tokens.push(word.breakBefore === 'comma' ? ',' : '.');
    const span = spans.find(({ from }) => from === at);
    if (span !== undefined) {
      places.push({ at: tokens.length, kind: span.as });
      tokens.push(`*${span.as}`);
      if (words[span.to - 1]?.possessive === true) tokens.push("'s");
      at = span.to;
    } else {
      tokens.push(...tokensOf(word.word));
      at += 1;
    }
  }
  tokens.push('$');
  return places.map(({ at, kind }) => ({
    kind,
    left: upToStop(tokens.slice(0, at).toReversed(), reach.left),
    right: upToStop(tokens.slice(at + 1), reach.right),
  }));
}

function upToStop(tokens: readonly string[], most: number): readonly string[] {
  const kept: string[] = [];
  for (const token of tokens) {
    if (adjectives.has(token)) continue;
    kept.push(token);
    if (token === '.' || token === '^' || token === '$' || kept.length === most) break;
  }
  return kept;
}

function tokensOf(word: string): readonly string[] {
  if (/^\d/.test(word)) return ['#'];
  if (word === "i'm" || word === 'im') return ['i', 'am'];
  if (word === "i'd" || word === 'id') return ['i', 'would'];
  if (word === "i've" || word === 'ive') return ['i', 'have'];
  if (word === "who's" || word === 'whos') return ['who', 'is'];
  const negated = /^(.*)n't$/.exec(word);
  if (negated !== null)
    return word === "can't"
      ? ['can', 'not']
      : word === "won't"
        ? ['will', 'not']
        : [plainOf.get(negated[1] ?? '') ?? negated[1] ?? '', 'not'];
  if (word === 'cannot') return ['can', 'not'];
  return [plainOf.get(word) ?? word];
}
