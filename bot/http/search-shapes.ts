import { z } from 'zod';
import { hiddenReasons } from '../matching/hidden-counts.ts';
import { notForMeReasons } from '../matching/not-for-me.ts';
import { days, meetingModes } from '../mentoring/people/mentor-profile.ts';

/** Looking for a mentor in the tab's JSON API. */

export const mentorId = z.string().regex(/^[\w.~-]{1,100}$/);
/** One thing asked for, in words of the vocabulary alone: "focus:confidence", "not:day:monday". */
const criterionId = z
  .string()
  .max(120)
  .regex(/^[a-z]+(?::[a-z0-9-]+)+$/);
const criterionIds = z.array(criterionId).max(60);

/** Mentors put aside in this search, and why if that was said. */
const putAside = z
  .array(z.strictObject({ mentorId, because: z.enum(notForMeReasons).optional() }))
  .max(100)
  .default([]);

/** A sentence is understood once and not kept; whatever follows, a copied address too, asks by ids. */
export const searchRequest = z.union([
  z.strictObject({ sentence: z.string().trim().min(1).max(2000), putAside }),
  z.strictObject({
    criteria: criterionIds,
    /** Others like this mentor: alone, by what that mentor offers; with criteria, by these. */
    like: mentorId.optional(),
    /** Shown already. */
    besides: z.array(mentorId).max(100).default([]),
    putAside,
  }),
]);
export type SearchRequest = z.input<typeof searchRequest>;

export const mentorView = z.strictObject({
  id: mentorId,
  name: z.string(),
  jobTitle: z.string(),
  organisation: z.string(),
  /** Up to three, strongest first. */
  reasons: z.array(z.string()).max(3),
  /** One thing that was asked and this mentor has not. */
  against: z.string().optional(),
  joined: z.boolean(),
  canBeBooked: z.boolean(),
  /** The next day when both calendars have room, where that could be seen in time. */
  nextFreeOn: z.iso.date().optional(),
});
export type MentorView = z.infer<typeof mentorView>;

/** In the order in which they are shown. */
export const facetsShown = ['focus', 'profession', 'region', 'type', 'language', 'mode', 'day'] as const;

const counted = z.strictObject({ id: criterionId, words: z.string(), count: z.int().nonnegative() });

export const searchView = z.strictObject({
  understood: z.array(z.strictObject({ id: criterionId, words: z.string() })),
  /** As it was typed, to be shown and not kept. */
  notUnderstood: z.array(z.string()),
  /** Names that mean more than one place, and what each answer takes off and puts on. */
  askBack: z.array(
    z.strictObject({
      name: z.string(),
      choices: z.array(z.strictObject({ words: z.string(), takeOff: criterionIds, putOn: criterionId })),
    }),
  ),
  like: z.strictObject({ id: mentorId, name: z.string() }).optional(),
  facets: z.array(z.strictObject({ facet: z.enum(facetsShown), values: z.array(counted) })),
  /** How many mentors have all that is asked. */
  withEverything: z.int().nonnegative(),
  mentors: z.array(mentorView),
  hasMore: z.boolean(),
  /** How many who fit each rule left out; names nobody. */
  hidden: z.array(z.strictObject({ reason: z.enum(hiddenReasons), count: z.int().positive() })),
  /** One criterion to leave out, and how many that would give. */
  wider: z.array(counted),
  /** Help that matters more than mentoring. Then nothing of the search is to be kept, in an address neither. */
  signposts: z.array(
    z.strictObject({
      name: z.string(),
      says: z.string(),
      link: z.url({ protocol: /^https$|^tel$/ }).optional(),
    }),
  ),
});
export type SearchView = z.infer<typeof searchView>;

/** What others may see of a mentor. */
export const profileView = mentorView.omit({ reasons: true, against: true }).extend({
  profession: z.string(),
  band: z.string(),
  organisationType: z.string(),
  town: z.string(),
  region: z.string(),
  focusAreas: z.array(z.string()),
  languages: z.array(z.string()),
  meets: z.array(z.enum(meetingModes)),
  availableDays: z.array(z.enum(days)),
  accreditation: z.string(),
  about: z.string(),
  /** Only what the mentor shows. */
  livedExperience: z.array(z.string()),
  /** You have asked this mentor already. */
  isYours: z.boolean(),
});
export type ProfileView = z.infer<typeof profileView>;

/** By ids: days and times that are tried first. */
export const timesRequest = z.strictObject({ criteria: criterionIds });
