import { distinct, type Facet, positions } from './facet.ts';
import { gazetteer, type Mention } from './gazetteer.ts';
import {
  aspires,
  avoids,
  opensWith,
  ownField,
  ownJob,
  someoneElses,
  wishesField,
  wishesPerson,
} from './profession-cues.ts';
import professions from './vocabulary/professions.json' with { type: 'json' };
import { after, before, type Word } from './words.ts';

type Entry = { readonly profession: string; readonly kind: 'person' | 'field'; readonly upper: boolean };

/** Short forms that are also English words: taken only when written in capitals. */
const capitalsOnly = new Set(['IT', 'OD', 'PA', 'SALT', 'HART', 'COO', 'RN']);

const names = gazetteer<Entry>(
  professions.flatMap(({ name, people, fields }) => [
    ...people.map(
      title => [title, { profession: name, kind: 'person', upper: capitalsOnly.has(title) }] as const,
    ),
    ...fields.map(
      field => [field, { profession: name, kind: 'field', upper: capitalsOnly.has(field) }] as const,
    ),
  ]),
  word => (word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word),
);

type Meaning = 'wanted' | 'avoided' | 'own' | 'neither';

/** A profession is wanted only where a cue says so: most mentions are the asker's own job or somebody in the story. */
export function findProfessions(
  words: readonly Word[],
): Facet<string> & { readonly own?: string; readonly roles: readonly string[] } {
  const found: (Mention<Entry> & { meaning: Meaning })[] = [];
  for (const mention of names.find(words)) {
    if (mention.entry.upper && words[mention.from]?.text !== words[mention.from]?.text.toUpperCase())
      continue;
    const last = found.at(-1);
    const joined = last !== undefined && joinedWith(words, last.to, mention.from);
    const own = meaningOf(words, mention);
    const meaning = joined && (own === 'neither' || own === 'own') ? last.meaning : own;
    found.push({ ...mention, meaning });
  }
  const of = (meaning: Meaning) => found.filter(mention => mention.meaning === meaning);
  const own = of('own')[0]?.entry.profession;
  const sameAsOwn = own !== undefined && likeMe.test(words.map(({ word }) => word).join(' '));
  const avoided = distinct(of('avoided').map(mention => mention.entry.profession));
  const asked = distinct([
    ...of('wanted').map(mention => mention.entry.profession),
    ...(sameAsOwn ? [own] : []),
  ]);
  return {
    wanted: asked,
    avoided: avoided.filter(profession => !asked.includes(profession)),
    used: found.filter(({ meaning }) => meaning !== 'neither').flatMap(({ from, to }) => positions(from, to)),
    roles: of('wanted').flatMap(({ from, to, entry }) =>
      entry.kind === 'person' ? words.slice(from, to).map(({ word }) => word) : [],
    ),
    ...(own === undefined ? {} : { own }),
  };
}

const likeMe =
  /\b(?:in|from|with|of|has|does|doing) (?:my own|the same) (?:job|profession|role|background|discipline|field|line of work|kind of work|staff group)\b|\b(?:someone|somebody|anyone|mentor|person) (?:in|from) my (?:profession|field|discipline|line of work)\b|\bdoes what i do\b/;

function joinedWith(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 3) return false;
  const between = words.slice(from, to).map(({ word }) => word);
  const gap = words[to]?.breakBefore;
  if (words.slice(from, to + 1).some(({ breakBefore }) => breakBefore === 'stop')) return false;
  const link = between[0] === 'or' || between[0] === 'nor' || (between.length === 0 && gap === 'comma');
  return (
    link && between.slice(1).every(word => ['a', 'an', 'in', 'from', 'another', 'even', 'any'].includes(word))
  );
}

function meaningOf(words: readonly Word[], mention: Mention<Entry>): Meaning {
  const left = before(words, mention.from, 10);
  const right = after(words, mention.to, 12);
  const last = words[mention.to - 1];
  if (last?.possessive === true || someoneElses(left, right)) return 'neither';
  if (avoids(left, right)) return 'avoided';
  if (mention.entry.kind === 'field') {
    if (wishesField(left, right)) return 'wanted';
    return ownField(left) ? 'own' : 'neither';
  }
  if (aspires(left, right)) return 'neither';
  if (wishesPerson(left, right) || (mention.from > 1 && opensWith(left, right))) return 'wanted';
  return ownJob(left, right) ? 'own' : 'neither';
}
