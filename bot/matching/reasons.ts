import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import type { Criteria } from './criteria.ts';
import { regionOfProfile } from './mentor-table.ts';
import { nearness } from './nearness.ts';
import { organisationKey, organisationTypeOf } from './organisation-type.ts';
import { regionOf } from './places.ts';
import {
  bandInWords,
  focusInWords,
  likelyFocusAreas,
  livedExperienceInWords,
  organisationTypeInWords,
  professionInWords,
  regionInWords,
} from './understood-words.ts';
import professions from './vocabulary/professions.json' with { type: 'json' };

const mostReasons = 3;

/** Why this mentor is shown, strongest first: only what the profile itself says and the asker asked for. */
export function reasonsFor(profile: MentorProfile, criteria: Criteria): readonly string[] {
  return [
    ...focusReasons(profile, criteria),
    ...livedReasons(profile, criteria),
    ...criteria.languages.filter(name => includes(profile.languages, name)).map(name => `Speaks ${name}`),
    ...likeYou(profile, criteria),
    ...organisationReason(profile, criteria),
    ...placeReason(profile, criteria),
    ...daysReason(profile, criteria),
    ...professionReason(profile, criteria),
    ...(criteria.meetingMode !== undefined && profile.meets.includes(criteria.meetingMode)
      ? [`Meets ${criteria.meetingMode}`]
      : []),
    ...(includes(criteria.bands, profile.band) ? [capital(bandInWords(profile.band))] : []),
  ].slice(0, mostReasons);
}

function focusReasons({ focusAreas }: MentorProfile, criteria: Criteria): readonly string[] {
  const likely = likelyFocusAreas(criteria);
  const said = likely.length > 0 ? likely : [];
  return said
    .filter(name => includes(focusAreas, name))
    .slice(0, Math.max(1, criteria.needs))
    .map(name => `Helps with ${focusInWords(name)}`);
}

function likeYou({ profession }: MentorProfile, { ownProfession }: Criteria): readonly string[] {
  if (ownProfession === undefined || !same(profession, ownProfession)) return [];
  const one = professions.find(({ name }) => same(name, profession))?.one;
  return one === undefined ? [] : [`${capital(one)}, like you`];
}

/** Only what the mentor has turned on, and only to somebody who asked for it. */
function livedReasons({ livedExperience }: MentorProfile, criteria: Criteria): readonly string[] {
  if (livedExperience?.shown !== true) return [];
  return criteria.livedExperiences
    .filter(name => includes(livedExperience.of, name))
    .map(name => `${capital(livedExperienceInWords(name))}, as they chose to share`);
}

function organisationReason(profile: MentorProfile, criteria: Criteria): readonly string[] {
  const { organisation } = profile;
  const key = organisationKey(organisation);
  if (organisation !== '' && criteria.organisations.some(name => organisationKey(name) === key))
    return [`Works at ${organisation}`];
  const type = organisationTypeOf(profile);
  return includes(criteria.organisationTypes, type) ? [`Works in ${organisationTypeInWords(type)}`] : [];
}

function professionReason({ profession }: MentorProfile, criteria: Criteria): readonly string[] {
  if (criteria.ownProfession !== undefined && same(criteria.ownProfession, profession)) return [];
  return includes(criteria.professions, profession) ? [`Works in ${professionInWords(profession)}`] : [];
}

function placeReason(profile: MentorProfile, { towns, regions }: Criteria): readonly string[] {
  const { town } = profile;
  if (includes(towns, town)) return [`In ${town}`];
  const close = towns.find(wanted => nearness(town, wanted) > 0);
  if (close !== undefined) return [`In ${town}, near ${close}`];
  const region = regionOfProfile(profile);
  if (!includes(regions, region)) return [];
  const sameRegion = towns.find(wanted => regionOf(wanted) === region);
  if (sameRegion === undefined) return [`In ${town === '' ? regionInWords(region) : `${town}, ${region}`}`];
  return [
    town === '' ? `In the same region as ${sameRegion}` : `In ${town}, the same region as ${sameRegion}`,
  ];
}

function daysReason({ availableDays }: MentorProfile, { days }: Criteria): readonly string[] {
  const shared = days.filter(day => availableDays.includes(day)).map(day => `${day}s`);
  if (shared.length === 0) return [];
  const last = shared.at(-1) ?? '';
  return [`Usually free on ${shared.length === 1 ? last : `${shared.slice(0, -1).join(', ')} and ${last}`}`];
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export function includes(values: readonly string[], wanted: string): boolean {
  return wanted !== '' && values.some(value => same(value, wanted));
}

export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
