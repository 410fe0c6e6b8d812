import type { Criteria } from './criteria.ts';
import bands from './vocabulary/bands.json' with { type: 'json' };
import focusAreas from './vocabulary/focus-areas.json' with { type: 'json' };
import languages from './vocabulary/languages.json' with { type: 'json' };
import livedExperiences from './vocabulary/lived-experiences.json' with { type: 'json' };
import organisationTypes from './vocabulary/organisation-types.json' with { type: 'json' };
import professions from './vocabulary/professions.json' with { type: 'json' };

type Named = { readonly name: string; readonly inWords: string };

export const focusAreaNames: readonly string[] = focusAreas.map(({ name }) => name);
export const professionNames: readonly string[] = professions.map(({ name }) => name);
export const organisationTypeNames: readonly string[] = organisationTypes.map(({ name }) => name);
export const bandNames: readonly string[] = bands.map(({ name }) => name);
export const languageNames: readonly string[] = languages.map(({ name }) => name);
export const livedExperienceNames: readonly string[] = livedExperiences.map(({ name }) => name);

const focusWords = wordsFor(focusAreas);
const professionWords = wordsFor(professions);
const organisationTypeWords = wordsFor(organisationTypes);
const bandWords = wordsFor(bands);
const livedExperienceWords = wordsFor(livedExperiences);

function wordsFor(names: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(names.map(({ name, inWords }) => [name, inWords]));
}

export function focusInWords(name: string): string {
  return focusWords.get(name) ?? name.toLowerCase();
}

export function professionInWords(name: string): string {
  return professionWords.get(name) ?? name.toLowerCase();
}

const theRegions = new Set([
  'North West',
  'South West',
  'South East',
  'North East and Yorkshire',
  'Midlands',
  'East of England',
]);

export function regionInWords(name: string): string {
  return theRegions.has(name) ? `the ${name}` : name;
}

/** "a mental health trust", after "from". */
export function organisationTypeInWords(name: string): string {
  return organisationTypeWords.get(name) ?? name.toLowerCase();
}

export function bandInWords(name: string): string {
  return bandWords.get(name) ?? name;
}

/** "is autistic", "has had cancer": what is wished of a mentor. */
export function livedExperienceInWords(name: string): string {
  return livedExperienceWords.get(name) ?? name.toLowerCase();
}

/** The areas that are worth saying: the likeliest, and those about as likely. */
export function likelyFocusAreas({ focusAreas: wanted, needs }: Criteria): readonly string[] {
  const best = wanted[0]?.weight ?? 0;
  return wanted
    .filter(({ weight }, at) => at < needs || weight >= 0.6 * best)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** "4pm", "10.30am". */
export function clockInWords(minute: number): string {
  const hour = Math.floor(minute / 60);
  const minutes = minute % 60 === 0 ? '' : `.${String(minute % 60).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
