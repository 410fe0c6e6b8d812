import type { Criteria } from './criteria.ts';
import { type Hearing, type Understanding, understand } from './understand.ts';

/** What a further sentence adds to what was understood before: whatever it speaks of counts, the rest stays. */
export function understandMore(before: Criteria, sentence: string, hearing: Hearing = {}): Understanding {
  const further = understand(sentence, hearing);
  const { criteria: more } = further;
  const speaksOfFocus = more.needs > 0;
  const place = more.regions.length > 0 || more.towns.length > 0 ? more : before;
  const criteria: Criteria = {
    ...before,
    focusAreas: speaksOfFocus ? more.focusAreas : before.focusAreas,
    needs: speaksOfFocus ? more.needs : before.needs,
    professions: orBefore(more.professions, before.professions),
    regions: place.regions,
    towns: place.towns,
    organisations: orBefore(more.organisations, before.organisations),
    organisationTypes: orBefore(more.organisationTypes, before.organisationTypes),
    bands: orBefore(more.bands, before.bands),
    livedExperiences: orBefore(more.livedExperiences, before.livedExperiences),
    languages: orBefore(more.languages, before.languages),
    days: orBefore(more.days, before.days),
    partsOfDay: orBefore(more.partsOfDay, before.partsOfDay),
    notOwnOrganisation: before.notOwnOrganisation || more.notOwnOrganisation,
    ...(more.meetingMode ? { meetingMode: more.meetingMode } : {}),
    ...(more.afterMinute === undefined ? {} : { afterMinute: more.afterMinute }),
    ...(more.beforeMinute === undefined ? {} : { beforeMinute: more.beforeMinute }),
    ...(more.ownProfession ? { ownProfession: more.ownProfession } : {}),
    avoided: {
      professions: both(before.avoided.professions, more.avoided.professions),
      regions: both(before.avoided.regions, more.avoided.regions),
      towns: both(before.avoided.towns, more.avoided.towns),
      organisations: both(before.avoided.organisations, more.avoided.organisations),
      organisationTypes: both(before.avoided.organisationTypes, more.avoided.organisationTypes),
      modes: both(before.avoided.modes, more.avoided.modes),
      days: both(before.avoided.days, more.avoided.days),
    },
  };
  return { ...further, criteria };
}

function orBefore<T>(more: readonly T[], before: readonly T[]): readonly T[] {
  return more.length > 0 ? more : before;
}

function both<T>(before: readonly T[], more: readonly T[]): readonly T[] {
  return [...new Set([...before, ...more])];
}
