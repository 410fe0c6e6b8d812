import type { Criteria } from './criteria.ts';
import focusAreas from './vocabulary/focus-areas.json' with { type: 'json' };
import professions from './vocabulary/professions.json' with { type: 'json' };

const focusWords = new Map(focusAreas.map(({ name, inWords }) => [name, inWords]));
const professionWords = new Map(professions.map(({ name, inWords }) => [name, inWords]));

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

/** What was understood, for people to check and take off: "moving into management", "near Leeds", "Thursdays". */
export function understoodWords(criteria: Criteria): string[] {
  const { avoided } = criteria;
  return [
    ...likelyFocusAreas(criteria).map(focusInWords),
    ...criteria.professions.map(name => `someone in ${professionInWords(name)}`),
    ...places(criteria),
    ...criteria.languages.map(name => `speaks ${name}`),
    ...(criteria.meetingMode === undefined ? [] : [criteria.meetingMode]),
    ...criteria.days.map(day => `${day}s`),
    ...criteria.partsOfDay.map(part => `${part}s`),
    ...(criteria.afterMinute === undefined ? [] : [`after ${clock(criteria.afterMinute)}`]),
    ...(criteria.beforeMinute === undefined ? [] : [`before ${clock(criteria.beforeMinute)}`]),
    ...(criteria.notOwnOrganisation ? ['outside your organisation'] : []),
    ...avoided.professions.map(name => `not ${professionInWords(name)}`),
    ...avoided.regions.map(name => `not in ${regionInWords(name)}`),
    ...avoided.towns.map(name => `not in ${name}`),
    ...avoided.days.map(day => `not ${day}s`),
  ];
}

/** The areas that are worth saying: the likeliest, and those about as likely. */
export function likelyFocusAreas({ focusAreas: wanted, needs }: Criteria): readonly string[] {
  const best = wanted[0]?.weight ?? 0;
  return wanted
    .filter(({ weight }, at) => at < needs || weight >= 0.6 * best)
    .slice(0, 3)
    .map(({ name }) => name);
}

function places({ towns, regions }: Criteria): readonly string[] {
  if (towns.length > 0) return towns.map(town => `near ${town}`);
  return regions.map(region => `in ${regionInWords(region)}`);
}

function clock(minute: number): string {
  const hour = Math.floor(minute / 60);
  const minutes = minute % 60 === 0 ? '' : `.${String(minute % 60).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
