import { type Day, days, type MeetingMode, meetingModes } from '../mentoring/people/mentor-profile.ts';
import { type Avoided, type Criteria, noCriteria, partsOfDay } from './criteria.ts';
import { type CriterionKind, listed, single } from './criterion-kind.ts';
import { focusKind, needsKind } from './focus-criterion.ts';
import { organisationNames } from './organisations.ts';
import { placeKind, regionKind } from './place-criterion.ts';
import { placeNames, regionNames } from './places.ts';
import { slug } from './slug.ts';
import {
  bandInWords,
  bandNames,
  clockInWords,
  languageNames,
  livedExperienceInWords,
  livedExperienceNames,
  organisationTypeInWords,
  organisationTypeNames,
  professionInWords,
  professionNames,
  regionInWords,
} from './understood-words.ts';

/** One thing asked for: an id made of the vocabulary alone ("profession:nursing", "not:day:monday"), and words for a chip. */
export type Criterion = { readonly id: string; readonly words: string };

/** Names that the vocabulary cannot know, of the organisations in the register. */
export type FurtherNames = { readonly organisations?: readonly string[] };

function kinds({ organisations = [] }: FurtherNames): readonly CriterionKind[] {
  const organisation = named([...organisationNames, ...organisations]);
  const profession = named(professionNames);
  const type = named(organisationTypeNames);
  const day = named(days);
  const mode = named(meetingModes);
  const not = <K extends keyof Avoided>(
    prefix: string,
    key: K,
    nameOf: (key: string) => Avoided[K][number] | undefined,
    words: (name: string) => string,
  ): CriterionKind =>
    listed<string>(
      `not:${prefix}`,
      ({ avoided }) => avoided[key],
      (criteria, names) => ({
        ...criteria,
        avoided: { ...criteria.avoided, [key]: names },
      }),
      nameOf,
      words,
    );
  return [
    focusKind,
    needsKind,
    listed(
      'profession',
      criteria => criteria.professions,
      (criteria, professions) => ({ ...criteria, professions }),
      profession,
      name => `someone in ${professionInWords(name)}`,
    ),
    placeKind,
    regionKind,
    listed(
      'organisation',
      criteria => criteria.organisations,
      (criteria, names) => ({ ...criteria, organisations: names }),
      organisation,
      name => `at ${name}`,
    ),
    listed(
      'type',
      criteria => criteria.organisationTypes,
      (criteria, organisationTypes) => ({ ...criteria, organisationTypes }),
      type,
      name => `from ${organisationTypeInWords(name)}`,
    ),
    listed(
      'band',
      criteria => criteria.bands,
      (criteria, bands) => ({ ...criteria, bands }),
      named(bandNames),
      bandInWords,
    ),
    listed(
      'language',
      criteria => criteria.languages,
      (criteria, languages) => ({ ...criteria, languages }),
      named(languageNames),
      name => `speaks ${name}`,
    ),
    listed(
      'lived',
      criteria => criteria.livedExperiences,
      (criteria, livedExperiences) => ({ ...criteria, livedExperiences }),
      named(livedExperienceNames),
      livedExperienceInWords,
    ),
    single<MeetingMode>({
      prefix: 'mode',
      get: criteria => criteria.meetingMode,
      put: (criteria, meetingMode) => ({ ...criteria, meetingMode }),
      take: ({ meetingMode: _, ...rest }) => rest,
      valueFrom: mode,
      keyOf: slug,
      words: name => name,
    }),
    listed<Day>(
      'day',
      criteria => criteria.days,
      (criteria, wanted) => ({ ...criteria, days: days.filter(each => wanted.includes(each)) }),
      day,
      name => `${name}s`,
    ),
    listed(
      'part',
      criteria => criteria.partsOfDay,
      (criteria, wanted) => ({
        ...criteria,
        partsOfDay: partsOfDay.filter(part => wanted.includes(part)),
      }),
      named(partsOfDay),
      part => `${part}s`,
    ),
    single({
      prefix: 'after',
      get: criteria => criteria.afterMinute,
      put: (criteria, afterMinute) => ({ ...criteria, afterMinute }),
      take: ({ afterMinute: _, ...rest }) => rest,
      valueFrom: minute,
      keyOf: String,
      words: at => `after ${clockInWords(at)}`,
    }),
    single({
      prefix: 'before',
      get: criteria => criteria.beforeMinute,
      put: (criteria, beforeMinute) => ({ ...criteria, beforeMinute }),
      take: ({ beforeMinute: _, ...rest }) => rest,
      valueFrom: minute,
      keyOf: String,
      words: at => `before ${clockInWords(at)}`,
    }),
    single<true>({
      prefix: 'not',
      get: criteria => criteria.notOwnOrganisation || undefined,
      put: criteria => ({ ...criteria, notOwnOrganisation: true }),
      take: criteria => ({ ...criteria, notOwnOrganisation: false }),
      valueFrom: key => (key === 'own-organisation' ? true : undefined),
      keyOf: () => 'own-organisation',
      words: () => 'outside your organisation',
    }),
    not('profession', 'professions', profession, name => `not in ${professionInWords(name)}`),
    not('region', 'regions', named(regionNames), name => `not in ${regionInWords(name)}`),
    not('place', 'towns', named(placeNames), name => `not in ${name}`),
    not('organisation', 'organisations', organisation, name => `not at ${name}`),
    not('type', 'organisationTypes', type, name => `not from ${organisationTypeInWords(name)}`),
    not('mode', 'modes', mode, name => `not ${name}`),
    not('day', 'days', day, name => `not ${name}s`),
  ];
}

const vocabulary = kinds({});

function kindsWith(names: FurtherNames): readonly CriterionKind[] {
  return names.organisations === undefined ? vocabulary : kinds(names);
}

/** In the order in which they are worth saying. A region that a place lies in is not said besides the place. */
export function criterionIds(criteria: Criteria): readonly Criterion[] {
  return kindsWith({}).flatMap(({ prefix, of }) =>
    of(criteria).map(({ key, words }) => ({ id: `${prefix}:${key}`, words })),
  );
}

/** Ids that name nothing in the vocabulary are left out. Several areas are alternatives of equal weight. */
export function criteriaFrom(ids: readonly string[], names: FurtherNames = {}): Criteria {
  const among = kindsWith(names);
  return ids.reduce((criteria, id) => added(criteria, id, among), noCriteria);
}

export function withCriterion(criteria: Criteria, id: string, names: FurtherNames = {}): Criteria {
  return added(criteria, id, kindsWith(names));
}

export function without(criteria: Criteria, id: string): Criteria {
  const { kind, key } = parted(id, kindsWith({})) ?? {};
  return kind === undefined || key === undefined ? criteria : kind.drop(criteria, key);
}

/** What was understood, for people to check and take off: "moving into management", "near Leeds", "Thursdays". */
export function understoodWords(criteria: Criteria): string[] {
  return criterionIds(criteria).map(({ words }) => words);
}

function added(criteria: Criteria, id: string, among: readonly CriterionKind[]): Criteria {
  const { kind, key } = parted(id, among) ?? {};
  return kind === undefined || key === undefined ? criteria : kind.add(criteria, key);
}

function parted(
  id: string,
  among: readonly CriterionKind[],
): { readonly kind: CriterionKind; readonly key: string } | undefined {
  const [kind] = among
    .filter(({ prefix }) => id.startsWith(`${prefix}:`))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  return kind === undefined ? undefined : { kind, key: id.slice(kind.prefix.length + 1) };
}

function named<T extends string>(names: readonly T[]): (key: string) => T | undefined {
  const bySlug = new Map(names.toReversed().map(name => [slug(name), name]));
  return key => bySlug.get(key);
}

function minute(key: string): number | undefined {
  return /^\d{1,4}$/.test(key) && Number(key) < 1440 ? Number(key) : undefined;
}
