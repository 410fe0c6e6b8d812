import { z } from 'zod';
import { hiddenReasons } from '../matching/hidden-counts.ts';
import { notForMeReasons } from '../matching/not-for-me.ts';
import { blindAnswers, blindOutcomes, blindReasons } from '../mentoring/chemistry/blind-answer.ts';
import { contractRefusals } from '../mentoring/contract/contract-refusal.ts';
import { days, meetingModes } from '../mentoring/people/mentor-profile.ts';

/** The tab's JSON API: shapes shared with the tab, which imports types only. Unknown fields are refused. */

const instant = z.iso.datetime({ precision: 3 });

/** What a person may do with a meeting now. `move` and `pick a time` are done in the chat. */
export const meetingActs = ['accept', 'pick a time', 'move', 'not now', 'cancel'] as const;

/** The stages that people see; what is only being put together, or came to nothing, is nobody's news. */
export const stagesSeen = [
  'asked',
  'proposed',
  'waiting',
  'agreed',
  'moving',
  'not now',
  'cancelled',
] as const;

/** After a meeting each answers without the other knowing; `mine` can be changed until it is released, `until` at the latest. */
export const afterMeetingView = z.strictObject({
  stands: z.enum(['asked', ...blindOutcomes]),
  mine: z.enum(blindAnswers).optional(),
  until: instant.optional(),
});
export type AfterMeetingView = z.infer<typeof afterMeetingView>;

export const meetingView = z.strictObject({
  id: z.string(),
  pairId: z.string(),
  /** The other person's name. */
  with: z.string(),
  iAm: z.enum(['mentee', 'mentor']),
  /** Absent: a chemistry meeting. */
  kind: z.literal('session').optional(),
  /** UTC. Absent while times are only proposed. */
  startAt: instant.optional(),
  endAt: instant.optional(),
  /** Times that the mentor can pick from, earliest first. Empty unless a time has still to be picked. */
  proposed: z.array(z.strictObject({ startAt: instant, endAt: instant })),
  mode: z.enum(['online', 'in person']),
  place: z.string().optional(),
  /** Only while it can be joined: online, agreed or waiting, not over. Always https. */
  joinUrl: z.url({ protocol: /^https$/ }).optional(),
  stage: z.enum(stagesSeen),
  /** Nobody: it is settled or over. */
  waitsFor: z.enum(['me', 'other', 'nobody']),
  cancelledBy: z.enum(['me', 'other']).optional(),
  can: z.array(z.enum(meetingActs)),
  after: afterMeetingView.optional(),
});
export type MeetingView = z.infer<typeof meetingView>;

/** A mentor or mentee of mine: somebody with whom a meeting is asked for, held or behind us. */
export const relationshipView = z.strictObject({
  pairId: z.string(),
  with: z.string(),
  /** Stage of the meeting that tells most: the next one, otherwise the latest. */
  stage: z.enum(stagesSeen),
  nextAt: instant.optional(),
  lastAt: instant.optional(),
  /** The two go on, so sessions can be booked. */
  goesOn: z.literal(true).optional(),
  /** How far the pair's mentoring contract is. Absent: there is none. */
  contract: z.enum(['drafting', 'proposed', 'active', 'ended']).optional(),
  /** What of the contract waits for me. */
  contractAsks: z.enum(['sign', 'review']).optional(),
});
export type RelationshipView = z.infer<typeof relationshipView>;

/** Each meeting is in exactly one of the five lists (`next` being one). */
export const homeView = z.strictObject({
  me: z.strictObject({ name: z.string() }),
  isMentor: z.boolean(),
  next: meetingView.optional(),
  waitingForYou: z.array(meetingView),
  waitingForOthers: z.array(meetingView),
  upcoming: z.array(meetingView),
  mentors: z.array(relationshipView),
  mentees: z.array(relationshipView),
  /** Newest first, at most `pageSize`; further ones by page. */
  past: z.array(meetingView),
  pastTotal: z.int().nonnegative(),
  /** Teams does not let the bot speak to me, so I was not told about these meetings (ids). */
  unreachable: z
    .strictObject({
      since: instant,
      why: z.enum(['removed', 'blocked', 'not installed']),
      untold: z.array(z.string()),
    })
    .optional(),
});
export type HomeView = z.infer<typeof homeView>;

export const pageSize = 50;

/** Page 1 is what home already holds. */
export const pastView = z.strictObject({ past: z.array(meetingView), pastTotal: z.int().nonnegative() });
export type PastView = z.infer<typeof pastView>;

/** `opId` names one decision of one person: the same press again never acts twice. */
export const decision = z.strictObject({ opId: z.uuid() });
export type Decision = z.infer<typeof decision>;

/** `reason`: why not, where somebody wants to say; it goes to totals only. */
export const afterAnswer = z.strictObject({
  opId: z.uuid(),
  answer: z.enum(blindAnswers),
  reason: z.enum(blindReasons).optional(),
});
export type AfterAnswer = z.infer<typeof afterAnswer>;

export const problemCodes = [
  'not found',
  'time taken',
  'time passed',
  'too short notice',
  'too far ahead',
  'no place left',
  'mentor paused',
  'mentor left',
  'mentor unreachable',
  'yourself',
  'left out',
  'line management',
  'line management unknown',
  'already meeting',
  'already answered',
  'time changed',
  'already cancelled',
  'event gone',
  'no mailbox',
  'calendar hidden',
  'not a mentor',
  'not yet',
  'not met yet',
  'already released',
  'answer first',
  'review not due',
  'review over',
  'answers shown',
  'answers not shown yet',
  'conflict to review',
  'not signed in',
  'sign-in needed',
  'calendar unavailable',
  'not understood',
  'too large',
  'wrong method',
  'wrong media type',
  'not from here',
  'broken',
  'no If-Match',
  ...contractRefusals,
  'not going on',
  'going on already',
] as const;

/** Body of every answer that is not 2xx. `say` is a sentence for the person. */
export const problemView = z.strictObject({ problem: z.enum(problemCodes), say: z.string() });
export type ProblemView = z.infer<typeof problemView>;

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

/** The address says it all. */
export const nothingMore = z.strictObject({});

/** `inChat`: the bot has written the times into this person's chat. No: it cannot reach them there. */
export const timesView = z.strictObject({ inChat: z.boolean() });
export type TimesView = z.infer<typeof timesView>;
