import { readdirSync, readFileSync } from 'node:fs';
import { mentionFinder } from '../../bot/matching/mentions.ts';
import { regionOf } from '../../bot/matching/places.ts';
import { type Understanding, understand } from '../../bot/matching/understand.ts';
import { wordsOf } from '../../bot/matching/words.ts';

const facets = [
  'focus_areas',
  'profession',
  'region',
  'town',
  'organisation',
  'organisation_type',
  'band',
  'languages',
  'meets',
  'available_days',
  'part_of_day',
  'lived_experience',
] as const;
type Facet = (typeof facets)[number];
type Values = Partial<Record<Facet, readonly string[]>>;

/** Absent keys are empty. `avoid.organisation: ["own"]`: not of the asker's own organisation. */
export type LabelledLine = {
  readonly id: string;
  readonly text: string;
  readonly want: Values;
  readonly avoid?: Values;
  readonly own?: { readonly profession?: readonly string[] };
  readonly askBack?: readonly string[];
};

export type Count = { right: number; found: number; wanted: number };
export type Mistake = { readonly id: string; readonly text: string; readonly wrong: readonly string[] };

const folder = new URL('labelled/', import.meta.url);

export function labelledFiles(): readonly string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .toSorted();
}

export function labelledLines(file: string): readonly LabelledLine[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  return lines.map(line => JSON.parse(line));
}

/** Counts for each facet, "not " facets apart, summed over the lines; and every sentence that has something wrong. */
export function facetScores(lines: readonly LabelledLine[]): {
  readonly counts: ReadonlyMap<string, Count>;
  readonly mistakes: readonly Mistake[];
} {
  const counts = new Map<string, Count>();
  const mistakes: Mistake[] = [];
  for (const line of lines) {
    const wanted = labels(line);
    const found = understood(understand(line.text));
    const wrong: string[] = [];
    for (const facet of new Set([...wanted.keys(), ...found.keys()])) {
      const should = wanted.get(facet) ?? [];
      const are = (found.get(facet) ?? []).filter(
        value => should.includes(value) || !mayAlsoBe(line, facet, value),
      );
      const right = are.filter(value => should.includes(value));
      const count = counts.get(facet) ?? { right: 0, found: 0, wanted: 0 };
      counts.set(facet, {
        right: count.right + right.length,
        found: count.found + are.length,
        wanted: count.wanted + should.length,
      });
      if (facet === 'focus_areas') continue;
      wrong.push(...are.filter(value => !should.includes(value)).map(value => `+ ${facet}: ${value}`));
      wrong.push(...should.filter(value => !are.includes(value)).map(value => `- ${facet}: ${value}`));
    }
    if (wrong.length > 0) mistakes.push({ id: line.id, text: line.text, wrong });
  }
  return { counts, mistakes };
}

const findMentions = mentionFinder();

/** What follows from something else that was said, and is neither asked for nor wrong: it does not count. */
function mayAlsoBe({ text, want, avoid, askBack = [] }: LabelledLine, facet: string, value: string): boolean {
  if (facet === 'meets') return (avoid?.meets ?? []).length > 0;
  if (facet === 'not meets') return (want.meets ?? []).length > 0;
  if (facet !== 'region' && facet !== 'town') return false;
  if (askBack.length > 0) return true;
  return findMentions(wordsOf(text)).some(
    ({ entry }) =>
      entry.kind === 'organisation' &&
      facet === 'region' &&
      (entry.organisation.region ?? regionOf(entry.organisation.town))?.toLowerCase() === value,
  );
}

function labels({ want, avoid = {}, own = {}, askBack = [] }: LabelledLine): Map<string, readonly string[]> {
  const plain = (values: readonly string[] | string = []) =>
    (typeof values === 'string' ? [values] : values).map(value => value.toLowerCase());
  return new Map([
    ...facets.map(facet => [facet, plain(want[facet])] as const),
    ...facets.map(facet => [`not ${facet}`, plain(avoid[facet])] as const),
    ['own profession', plain(own.profession)],
    ['asked back', plain(askBack)],
  ]);
}

function understood({ criteria, askBack }: Understanding): Map<string, readonly string[]> {
  const { avoided } = criteria;
  const values: readonly (readonly [string, readonly string[]])[] = [
    ['focus_areas', criteria.focusAreas.slice(0, Math.max(1, criteria.needs)).map(({ name }) => name)],
    ['profession', criteria.professions],
    ['region', criteria.regions],
    ['town', criteria.towns.map(plainTown)],
    ['organisation', criteria.organisations],
    ['organisation_type', criteria.organisationTypes],
    ['band', criteria.bands],
    ['languages', criteria.languages],
    ['meets', criteria.meetingMode === undefined ? [] : [criteria.meetingMode]],
    ['available_days', criteria.days],
    ['part_of_day', criteria.partsOfDay],
    ['lived_experience', criteria.livedExperiences],
    ['not profession', avoided.professions],
    ['not region', avoided.regions],
    ['not town', avoided.towns.map(plainTown)],
    ['not organisation', [...avoided.organisations, ...(criteria.notOwnOrganisation ? ['own'] : [])]],
    ['not organisation_type', avoided.organisationTypes],
    ['not meets', avoided.modes],
    ['not available_days', avoided.days],
    ['own profession', criteria.ownProfession === undefined ? [] : [criteria.ownProfession]],
    ['asked back', askBack.map(({ name }) => name)],
  ];
  return new Map(values.map(([facet, names]) => [facet, names.map(name => name.toLowerCase())]));
}

/** "Ashford, Surrey" is labelled "Ashford". */
function plainTown(town: string): string {
  return town.replace(/,.*/, '');
}

/** Precision and recall of each facet, as a table to read. */
export function facetTable(counts: ReadonlyMap<string, Count>): string {
  const share = (part: number, whole: number) => (whole === 0 ? '    –' : (part / whole).toFixed(3));
  return [...counts]
    .filter(([, { found, wanted }]) => found + wanted > 0)
    .map(
      ([facet, { right, found, wanted }]) =>
        `${facet.padEnd(24)}${share(right, found)}  ${share(right, wanted)}  ${right} of ${found} found, ${wanted} wanted`,
    )
    .join('\n');
}
