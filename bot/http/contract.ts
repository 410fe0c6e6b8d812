import { z } from 'zod';
import { blindAnswers, blindOutcomes, blindReasons } from '../mentoring/chemistry/blind-answer.ts';
import { contractRefusals } from '../mentoring/contract/contract-refusal.ts';

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

/** The address says it all. */
export const nothingMore = z.strictObject({});

/** `inChat`: the bot has written the times into this person's chat. No: it cannot reach them there. */
export const timesView = z.strictObject({ inChat: z.boolean() });
export type TimesView = z.infer<typeof timesView>;
