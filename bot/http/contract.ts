import { z } from 'zod';

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

export const meetingView = z.strictObject({
  id: z.string(),
  pairId: z.string(),
  /** The other person's name. */
  with: z.string(),
  iAm: z.enum(['mentee', 'mentor']),
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
});
export type HomeView = z.infer<typeof homeView>;

export const pageSize = 50;

/** Page 1 is what home already holds. */
export const pastView = z.strictObject({ past: z.array(meetingView), pastTotal: z.int().nonnegative() });
export type PastView = z.infer<typeof pastView>;

/** `opId` names one decision of one person: the same press again never acts twice. */
export const decision = z.strictObject({ opId: z.uuid() });
export type Decision = z.infer<typeof decision>;

export const problemCodes = [
  'not found',
  'time taken',
  'time passed',
  'too short notice',
  'too far ahead',
  'no place left',
  'mentor paused',
  'mentor unreachable',
  'yourself',
  'line management',
  'line management unknown',
  'already meeting',
  'already answered',
  'time changed',
  'already cancelled',
  'no mailbox',
  'calendar hidden',
  'not a mentor',
  'not yet',
  'not signed in',
  'sign-in needed',
  'calendar unavailable',
  'not understood',
  'too large',
  'wrong method',
  'wrong media type',
  'not from here',
  'broken',
] as const;

/** Body of every answer that is not 2xx. `say` is a sentence for the person. */
export const problemView = z.strictObject({ problem: z.enum(problemCodes), say: z.string() });
export type ProblemView = z.infer<typeof problemView>;
