import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import type { Criteria } from './criteria.ts';
import { regionOfProfile } from './mentor-table.ts';
import { nearness } from './nearness.ts';
import { organisationKey, organisationTypeOf } from './organisation-type.ts';
import { includes, same } from './reasons.ts';
import {
  bandInWords,
  organisationTypeInWords,
  professionInWords,
  regionInWords,
} from './understood-words.ts';
import professions from './vocabulary/professions.json' with { type: 'json' };

/** One thing that was asked: whether a mentor has it, and what to say of one who has not. */
type Wish = {
  readonly has: (profile: MentorProfile) => boolean;
  readonly otherwise: (profile: MentorProfile) => string;
};

/**
 * The most telling thing that was asked and this mentor has not, though another of those shown beside them has: what
 * nobody has tells nobody apart. Never about lived experience.
 */
export function reasonAgainst(
  profile: MentorProfile,
  criteria: Criteria,
  beside: readonly MentorProfile[],
): string | undefined {
  const missing = wishes(criteria).find(({ has }) => !has(profile) && beside.some(has));
  return missing?.otherwise(profile);
}

/** What is hardest to put up with comes first. */
function wishes(criteria: Criteria): readonly Wish[] {
  const { languages, professions: wanted, days, bands, organisations, organisationTypes } = criteria;
  return [
    ...modeWish(criteria),
    ...given(languages, {
      has: ({ languages: spoken }) => languages.some(name => includes(spoken, name)),
      otherwise: () => `Does not list ${either(languages)}`,
    }),
    ...given(wanted, {
      has: ({ profession }) => includes(wanted, profession),
      otherwise: () => `Not ${either(wanted.map(oneOf))}`,
    }),
    ...placeWishes(criteria),
    ...given(organisations, {
      has: ({ organisation }) =>
        organisations.some(name => organisationKey(name) === organisationKey(organisation)),
      otherwise: () => `Not at ${either(organisations)}`,
    }),
    ...given(organisationTypes, {
      has: profile => includes(organisationTypes, organisationTypeOf(profile)),
      otherwise: () => `Not in ${either(organisationTypes.map(organisationTypeInWords))}`,
    }),
    ...given(days, {
      has: ({ availableDays }) => days.some(day => availableDays.includes(day)),
      otherwise: () => `Not usually free on ${either(days.map(day => `${day}s`))}`,
    }),
    ...given(bands, {
      has: ({ band }) => includes(bands, band),
      otherwise: () => `Not ${either(bands.map(bandInWords))}`,
    }),
  ];
}

function modeWish({ meetingMode }: Criteria): readonly Wish[] {
  if (meetingMode === undefined) return [];
  return [
    {
      has: ({ meets }) => meets.includes(meetingMode),
      otherwise: ({ meets }) =>
        meets.length === 0
          ? `Does not say whether they meet ${meetingMode}`
          : `Usually meets ${meets.join(' or ')}. You asked for ${meetingMode}.`,
    },
  ];
}

function placeWishes({ towns, regions }: Criteria): readonly Wish[] {
  const inRegion = (profile: MentorProfile) => includes(regions, regionOfProfile(profile));
  const near = ({ town }: MentorProfile) => towns.some(wanted => nearness(town, wanted) > 0);
  return [
    ...given(regions, {
      has: inRegion,
      otherwise: ({ town }) => {
        const place = towns.length > 0 ? `near ${either(towns)}` : `in ${either(regions.map(regionInWords))}`;
        return town === '' ? `Not ${place}` : `In ${town}, not ${place}`;
      },
    }),
    ...given(towns, { has: near, otherwise: () => `In the same region, but not near ${either(towns)}` }),
  ];
}

function given(names: readonly string[], wish: Wish): readonly Wish[] {
  return names.length === 0 ? [] : [wish];
}

function either(names: readonly string[]): string {
  return [...new Set(names)].join(' or ');
}

/** "a midwife", or "in nursing" where the vocabulary has no word for one. */
function oneOf(profession: string): string {
  const one = professions.find(({ name }) => same(name, profession))?.one;
  if (one === undefined) return `in ${professionInWords(profession)}`;
  return `${/^(?:[aeiou]|HR)/i.test(one) ? 'an' : 'a'} ${one}`;
}
