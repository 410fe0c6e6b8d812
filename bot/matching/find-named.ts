import { distinct, type Facet, positions } from './facet.ts';
import type { ReadMention } from './read-mentions.ts';

/** What of one kind is asked for or refused, by its name in the vocabulary. */
export function findNamed(
  mentions: readonly ReadMention[],
  nameOf: (mention: ReadMention) => string | undefined,
): Facet<string> {
  const found = mentions.flatMap(mention => {
    const name = nameOf(mention);
    return name === undefined ? [] : [{ ...mention, name }];
  });
  const of = (meaning: ReadMention['meaning']) =>
    distinct(found.filter(mention => mention.meaning === meaning).map(({ name }) => name));
  const avoided = of('avoided');
  return {
    wanted: of('wanted').filter(name => !avoided.includes(name)),
    avoided,
    used: found
      .filter(({ meaning }) => meaning === 'wanted' || meaning === 'avoided')
      .flatMap(({ from, to }) => positions(from, to)),
  };
}
