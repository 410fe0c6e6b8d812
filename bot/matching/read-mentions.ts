import type { Mention } from './gazetteer.ts';
import { likeliest, meaningsOf } from './mention-meaning.ts';
import type { Meaning } from './mention-model.ts';
import type { Thing } from './mentions.ts';
import type { Word } from './words.ts';

export type ReadMention = Mention<Thing> & { readonly meaning: Meaning };

/** What each mention is to the asker. Mentions joined by "or" or a comma are read together. */
export function readMentions(
  words: readonly Word[],
  mentions: readonly Mention<Thing>[],
): readonly ReadMention[] {
  const chances = meaningsOf(
    words,
    mentions.map(({ from, to, entry }) => ({ from, to, as: kindOf(entry) })),
  );
  const groups: { readonly mentions: Mention<Thing>[]; readonly chances: Chances[] }[] = [];
  mentions.forEach((mention, at) => {
    const chance = chances[at];
    const group = groups.at(-1);
    const last = group?.mentions.at(-1);
    if (chance === undefined) return;
    if (
      group !== undefined &&
      last !== undefined &&
      family(last.entry) === family(mention.entry) &&
      isJoined(words, last.to, mention.from)
    ) {
      group.mentions.push(mention);
      group.chances.push(chance);
    } else groups.push({ mentions: [mention], chances: [chance] });
  });
  return groups.flatMap(group => {
    const meaning = likeliest(together(group.chances));
    return group.mentions.map(mention => ({ ...mention, meaning }));
  });
}

type Chances = readonly number[];

function together(chances: readonly Chances[]): Chances {
  return (chances[0] ?? []).map((_, at) => chances.reduce((sum, chance) => sum + (chance[at] ?? 0), 0));
}

function kindOf({ kind }: { readonly kind: Thing['kind'] }): string {
  return kind === 'organisation' ? 'setting' : kind;
}

function family({ kind }: { readonly kind: Thing['kind'] }): string {
  return kind === 'field' ? 'person' : kindOf({ kind });
}

function isJoined(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 3 || words.slice(from, to + 1).some(({ breakBefore }) => breakBefore === 'stop'))
    return false;
  const [link, ...rest] = words.slice(from, to).map(({ word }) => word);
  const links = link === undefined ? words[to]?.breakBefore === 'comma' : ['or', 'nor'].includes(link);
  return links && rest.every(word => ['a', 'an', 'in', 'from', 'another', 'even', 'any'].includes(word));
}
