import { before, type Word } from './words.ts';

const cue =
  /(?:ideally|preferably|(?:someone|somebody|anyone|anybody|mentor|person) (?:who |with |that )|who (?:has|is|can|knows|likes|plays|owns|does)|must (?:have|be|like|know)|it would help if they|if they (?:are|have|had|were)|bonus if|as long as they) (?:a |an |also |has |have |had |is |are |been |to |the |their |some |own |once |in |experience of |experience in )*$/;
const joins = new Set([
  'and',
  'but',
  'or',
  'so',
  'because',
  'please',
  'who',
  'to',
  'about',
  'for',
  'if',
  'when',
]);
const fillers = new Set(
  "a an the is are was were has have had been be being it its this that there here them they he she him her me my i i'm we us you your our someone somebody anyone anybody mentor person people who can could would will may might must should do does did knows know gets get got like likes understands understand good nice kind really very quite same similar also too as of in on at from with to for and or not no any some one ones thing things way job work works working time free help tell show talk speak listen themselves themself experience else already before now ever good great patient friendly senior experienced approachable nearby local similar through what how sees done".split(
    ' ',
  ),
);
const longest = 6;

/**
 * Words that seem to ask something of the mentor ("ideally left-handed") and that neither a criterion nor a focus area
 * took up. As they were typed: to say so, never to keep. `isKnown`: whether a word says anything to the rest.
 */
export function notUnderstood(
  words: readonly Word[],
  used: ReadonlySet<number>,
  isKnown: (words: readonly Word[]) => boolean,
): readonly string[] {
  const said: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!cue.test(before(words, at, 5)) || cue.test(before(words, at + 1, 5))) continue;
    let to = at;
    while (to < words.length && to - at < longest && !(to > at && ends(words[to]))) to += 1;
    const asked = words.slice(at, to);
    if (asked.some((_, index) => used.has(at + index))) continue;
    const telling = asked.filter(({ word }) => !fillers.has(word) && word.length > 2);
    if (telling.length > 0 && !isKnown(asked)) said.push(asked.map(({ text }) => text).join(' '));
    at = to - 1;
  }
  return said;
}

function ends(word: Word | undefined): boolean {
  return word === undefined || word.breakBefore !== 'none' || joins.has(word.word);
}
