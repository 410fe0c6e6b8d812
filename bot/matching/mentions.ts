import { gazetteer, type Mention } from './gazetteer.ts';
import { type Organisation, organisations } from './organisations.ts';
import { knownPlaces } from './places.ts';
import livedExperiences from './vocabulary/lived-experiences.json' with { type: 'json' };
import organisationTypes from './vocabulary/organisation-types.json' with { type: 'json' };
import professions from './vocabulary/professions.json' with { type: 'json' };
import regions from './vocabulary/regions.json' with { type: 'json' };
import type { Word } from './words.ts';

/** What a name of the vocabulary stands for. */
export type Thing =
  | { readonly kind: 'person' | 'field'; readonly profession: string; readonly title: string }
  | { readonly kind: 'setting'; readonly type: string }
  | { readonly kind: 'trait'; readonly lived: string }
  | { readonly kind: 'organisation'; readonly organisation: Organisation }
  | { readonly kind: 'place'; readonly region: string; readonly town?: string; readonly needsCue: boolean };

type Named = { readonly thing: Thing; readonly needs: 'nothing' | 'a capital' | 'capitals' };

/** Short forms and names that are also English words: taken only as they are written here, or with a capital. */
const capitals = new Set(
  'IT ME ADD POC IEN OCD OD PA EA SALT HART COO RN ACT HIT CAP LED DON DoN AI FM MS MSO APT NED IRO ROVI CSO DoM HoM DoF FD CAN AP APs DN DNs LAS HRI STH MRI BRI NES NI OH ER ACP ESP DO RPA CMO CAT DSN SAS PAs COT ADN EMD DCS BIA DRI GRI ARI RLI PHS MSE NCA CTM LCH CCS CFT DPT DGT RBH RWT HCT HIV'.split(
    ' ',
  ),
);
const capitalised = new Set(
  "Imperial King's Lister George's Christie Freeman Northumbria Bridgewater Papworth Barts Guy's Marsden Brompton Evelina Harefield Macmillan Betsi Solent Horton Stanmore Walsgrave Glenfield Freeman Wrightington Ashworth NICE Tavi Yorks Ulster Welsh Airedale Whittington Oxleas Broadmoor Rampton Broadgreen Pinderfields Whiston Fieldhead Mayday Bassetlaw Friarage Singleton Morriston".split(
    ' ',
  ),
);

export type MentionFinder = (words: readonly Word[]) => readonly Mention<Thing>[];

/** An organisation that has mentors. */
export type RegisterOrganisation = Pick<Organisation, 'name' | 'town'>;

/** Finds every name of the vocabulary, the longest first, and those of further organisations before all others. */
export function mentionFinder(further: readonly RegisterOrganisation[] = []): MentionFinder {
  const names = gazetteer<Named>([
    ...[...further.map(each => ({ alsoCalled: [], type: '', ...each })), ...organisations].flatMap(
      organisation =>
        [organisation.name, withoutTitle(organisation.name), ...organisation.alsoCalled].flatMap(name =>
          name === '' ? [] : [named(name, { kind: 'organisation', organisation })],
        ),
    ),
    ...professions.flatMap(({ name: profession, people, fields }) => [
      ...people.flatMap(title => {
        const thing = { kind: 'person', profession, title } as const;
        return withPlural(title).map(each => named(each, thing));
      }),
      ...fields.map(field => named(field, { kind: 'field', profession, title: field })),
    ]),
    ...organisationTypes.flatMap(({ name: type, words }) =>
      words.flatMap(withPlural).map(word => named(word, { kind: 'setting', type })),
    ),
    ...livedExperiences.flatMap(({ name: lived, words }) =>
      words.map(word => named(word, { kind: 'trait', lived })),
    ),
    ...regions.flatMap(({ name: region, aliases }) =>
      [region, ...aliases].map(alias => named(alias, { kind: 'place', region, needsCue: false })),
    ),
    ...knownPlaces.flatMap(({ name: town, alsoCalled, region, alsoWord }) =>
      [town, ...alsoCalled].map(name =>
        named(name, { kind: 'place', region, town, needsCue: alsoWord && !/[ -]/.test(name) }),
      ),
    ),
    ...regions.flatMap(({ name: region, boards }) =>
      boards.map(({ name }) => named(name, { kind: 'place', region, needsCue: false })),
    ),
  ]);
  return words =>
    names
      .find(words)
      .flatMap(({ from, to, entry }) =>
        isWritten(words, from, entry) ? [{ from, to, entry: entry.thing }] : [],
      );
}

function named(name: string, thing: Thing): readonly [string, Named] {
  const needs = capitals.has(name) ? 'capitals' : capitalised.has(name) ? 'a capital' : 'nothing';
  return [name, { thing, needs }];
}

function isWritten(words: readonly Word[], from: number, { needs }: Named): boolean {
  const word = words[from];
  if (word === undefined || needs === 'nothing') return word !== undefined;
  if (needs === 'a capital') return word.capital;
  return /^\p{Lu}.*\p{Lu}/u.test(word.text);
}

function withPlural(title: string): readonly string[] {
  if (/(?:s|men)$/.test(title)) return [title];
  if (/wife$/.test(title)) return [title, title.replace(/fe$/, 'ves')];
  if (/man$/.test(title)) return [title, title.replace(/man$/, 'men')];
  if (/[^aeiou]y$/.test(title)) return [title, title.replace(/y$/, 'ies')];
  return [title, `${title}s`];
}

/** "Mersey Care NHS Foundation Trust" → "Mersey Care", where that still says which one is meant. */
function withoutTitle(name: string): string {
  const short = name
    .replace(/^The /, '')
    .replace(/,? (?:University )?(?:NHS )?(?:Foundation )?Trust$/, '')
    .trim();
  return / /.test(short) && short !== name ? short : '';
}
