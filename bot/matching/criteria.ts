import type { Day, MeetingMode } from '../mentoring/people/mentor-profile.ts';

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** `weight`: how likely it is, 0 to 1, that this area is meant; the weights of one sentence add up to 1 at most. */
export type WantedFocusArea = { readonly name: string; readonly weight: number };

/**
 * What somebody looks for, in words of the vocabulary alone, never in their own: plain JSON that may be kept.
 * The rest of what they typed travels beside it, as the terms of an Understanding, and is not kept.
 */
export type Criteria = {
  /** Likeliest first. */
  readonly focusAreas: readonly WantedFocusArea[];
  /** How many of the focus areas are wanted together; 0 when none was understood. */
  readonly needs: 0 | 1 | 2;
  /** Any one of them will do. The same holds for each list below. */
  readonly professions: readonly string[];
  readonly regions: readonly string[];
  /** Towns, cities or counties as the vocabulary spells them; their regions are in `regions` too. */
  readonly towns: readonly string[];
  /** Trusts, practices and councils by name. */
  readonly organisations: readonly string[];
  readonly organisationTypes: readonly string[];
  /** "7", "8a", "consultant": never a reason to rank one mentor above another by itself. */
  readonly bands: readonly string[];
  readonly languages: readonly string[];
  /** What a mentor has lived through, only where it was asked for. */
  readonly livedExperiences: readonly string[];
  readonly meetingMode?: MeetingMode;
  readonly days: readonly Day[];
  readonly partsOfDay: readonly PartOfDay[];
  /** Minutes from midnight. */
  readonly afterMinute?: number;
  readonly beforeMinute?: number;
  readonly notOwnOrganisation: boolean;
  /** What the asker said they are themselves: a reason, never a condition. */
  readonly ownProfession?: string;
  readonly avoided: Avoided;
};

export type Avoided = {
  readonly professions: readonly string[];
  readonly regions: readonly string[];
  readonly towns: readonly string[];
  readonly organisations: readonly string[];
  readonly organisationTypes: readonly string[];
  readonly modes: readonly MeetingMode[];
  readonly days: readonly Day[];
};

/** Nothing asked for: what a search starts from. */
export const noCriteria: Criteria = {
  focusAreas: [],
  needs: 0,
  professions: [],
  regions: [],
  towns: [],
  organisations: [],
  organisationTypes: [],
  bands: [],
  languages: [],
  livedExperiences: [],
  days: [],
  partsOfDay: [],
  notOwnOrganisation: false,
  avoided: {
    professions: [],
    regions: [],
    towns: [],
    organisations: [],
    organisationTypes: [],
    modes: [],
    days: [],
  },
};
