import { distinct, type Facet, positions } from './facet.ts';
import type { ReadMention } from './read-mentions.ts';
import type { Word } from './words.ts';

const likeMe =
  /\b(?:in|from|with|of|has|does|doing|a) (?:my own|the same|similar) (?:job|profession|role|background|discipline|field|line of work|kind of work|staff group)\b|\b(?:someone|somebody|anyone|mentor|person) (?:in|from) my (?:profession|field|discipline|line of work)\b|\bdoes what i do\b/;

const meToo = /\b(?:i'm|i am|am) one\b(?! of)/;

/** A profession is wanted only where the words around it ask for it: most are the asker's own or somebody's in the story. */
export function findProfessions(
  words: readonly Word[],
  mentions: readonly ReadMention[],
): Facet<string> & { readonly own?: string; readonly roles: readonly string[] } {
  const found = mentions.flatMap(({ from, to, entry, meaning }) =>
    entry.kind === 'person' || entry.kind === 'field' ? [{ from, to, entry, meaning }] : [],
  );
  const of = (meaning: ReadMention['meaning']) => found.filter(mention => mention.meaning === meaning);
  const text = words.map(({ word }) => word).join(' ');
  const [first] = of('wanted');
  const fellow = first !== undefined && words[first.from - 1]?.word === 'fellow';
  const own =
    of('own')[0]?.entry.profession ?? (fellow || meToo.test(text) ? first?.entry.profession : undefined);
  const sameAsOwn = own !== undefined && likeMe.test(text);
  const asked = distinct([...of('wanted').map(({ entry }) => entry.profession), ...(sameAsOwn ? [own] : [])]);
  const avoided = distinct(of('avoided').map(({ entry }) => entry.profession));
  return {
    wanted: asked.filter(profession => !avoided.includes(profession)),
    avoided,
    used: found
      .filter(({ entry, meaning }) => meaning !== 'neither' && !(meaning === 'own' && entry.kind === 'field'))
      .flatMap(({ from, to }) => positions(from, to)),
    roles: of('wanted').flatMap(({ from, to, entry }) =>
      entry.kind === 'person' ? words.slice(from, to).map(({ word }) => word) : [],
    ),
    ...(own === undefined ? {} : { own }),
  };
}
