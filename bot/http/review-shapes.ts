import { z } from 'zod';

/** Reviews and endings of a contract in the tab's JSON API. For its two people only; anyone else is told "not found". */

const instant = z.iso.datetime({ precision: 3 });
const opId = z.uuid();

export const reviewResults = ['go on', 'amend', 'end'] as const;
export const conflictKindsShown = [
  'line management',
  'appraiser',
  'supervisor',
  'panel member',
  'referee',
] as const;

export const questionView = z.strictObject({
  id: z.string(),
  words: z.string(),
  /** Absent: answered in one's own words. */
  choices: z.array(z.strictObject({ value: z.string(), words: z.string() })).optional(),
});
export type QuestionView = z.infer<typeof questionView>;

/** Answers by the id of their question; what was left out is absent. */
export const answersView = z.record(z.string().regex(/^[a-z-]{1,40}$/), z.string().max(2000));
export type AnswersView = z.infer<typeof answersView>;

export const reviewView = z.strictObject({
  id: z.string(),
  kind: z.enum(['agreed', 'conflict']),
  dueOn: z.iso.date(),
  /** Both see what there is from then on, whoever has not answered. */
  shownAt: instant,
  questions: z.array(questionView),
  mine: answersView,
  hasAnswered: z.boolean(),
  /** Absent until both may be seen; empty: the other has not answered. */
  theirs: answersView.optional(),
  myWish: z.enum(reviewResults).optional(),
  theirWish: z.enum(reviewResults).optional(),
  result: z.strictObject({ what: z.enum(reviewResults), at: instant }).optional(),
  waitsFor: z.enum(['me', 'other', 'both', 'nobody']),
  /** What has come up, once each; by whom it was said is not told. */
  conflicts: z.array(z.strictObject({ kind: z.enum(conflictKindsShown), hasPassed: z.boolean() })),
  /** I have said it myself, and may say that it has passed. */
  mayPass: z.boolean(),
  /** Nothing can be proposed or signed while it stands. */
  isInTheWay: z.boolean(),
});
export type ReviewView = z.infer<typeof reviewView>;

export const reviewsView = z.strictObject({
  pairId: z.string(),
  with: z.string(),
  stage: z.enum(['drafting', 'proposed', 'active', 'ended']),
  open: reviewView.optional(),
  nextOn: z.iso.date().optional(),
  settled: z.array(reviewView),
});
export type ReviewsView = z.infer<typeof reviewsView>;

const gains = z.strictObject({
  questions: z.array(questionView),
  mine: answersView,
  theirs: answersView,
});

export const endingView = z.strictObject({
  pairId: z.string(),
  with: z.string(),
  stage: z.enum(['drafting', 'proposed', 'active', 'ended']),
  /** The last day that was agreed. */
  endsOn: z.iso.date().optional(),
  /** One of us would like to end it together. */
  suggestedBy: z.enum(['me', 'other']).optional(),
  endedAt: instant.optional(),
  how: z.enum(['planned', 'natural', 'early']).optional(),
  keptUntil: z.iso.date().optional(),
  keepMonths: z.int().positive(),
  /** For the closing conversation. */
  prompts: z.array(z.string()),
  gained: gains,
  /** Half a year after the end. */
  lookingBack: gains.optional(),
});
export type EndingView = z.infer<typeof endingView>;

export const managerNoteView = z.strictObject({ text: z.string() });
export type ManagerNoteView = z.infer<typeof managerNoteView>;

export const answering = z.strictObject({ opId, answers: answersView });
export const agreeing = z.strictObject({ opId, what: z.enum(reviewResults) });
export const declaring = z.strictObject({ opId, kind: z.enum(conflictKindsShown) });
export const deciding = z.strictObject({ opId });
export const endingAct = z.strictObject({ opId, how: z.enum(['together', 'not together', 'early']) });
export const gaining = z.strictObject({
  opId,
  about: z.enum(['closing', 'looking-back']),
  answers: answersView,
});
