import { z } from 'zod';
import { contractKinds } from '../mentoring/contract/contract-document.ts';

/** The mentoring contract in the tab's JSON API. Everything is for one of its two parties; anyone else is told "not found". */

const instant = z.iso.datetime({ precision: 3 });
const side = z.enum(['mentee', 'mentor']);
const who = z.enum(['me', 'other']);

export const longestText = 2000;

/** What the asker may do now; the page shows a button for each and for nothing else. */
export const contractActs = [
  'draft',
  'comment',
  'propose',
  'take back',
  'sign',
  'amend',
  'drop amendment',
  'review',
  'end',
  'declare conflict',
  'tell manager',
  'erase',
] as const;

export const commentView = z.strictObject({ id: z.string(), by: who, at: instant, text: z.string() });

/** One field of the draft. `etag` goes back as If-Match when it is saved. */
export const fieldView = z.strictObject({
  id: z.string(),
  label: z.string(),
  help: z.string().optional(),
  input: z.enum(['text', 'long text', 'number', 'date', 'choice', 'yes or no']),
  choices: z.array(z.strictObject({ value: z.string(), words: z.string() })).optional(),
  value: z.string(),
  isRequired: z.boolean(),
  /** A clause of the scheme: read only. */
  isLocked: z.boolean(),
  etag: z.string(),
  changedBy: who.optional(),
  changedAt: instant.optional(),
  comments: z.array(commentView),
});
export type FieldView = z.infer<typeof fieldView>;

const goalFields = {
  headline: z.string().trim().min(1).max(200),
  measure: z.string().trim().max(500),
  targetOn: z.iso.date().optional(),
  /** Private: only its writer ever sees it, and it is no part of what is signed. */
  seenBy: z.enum(['both', 'me']),
};
export const goalView = z.strictObject({ id: z.string(), by: who, etag: z.string(), ...goalFields });
export type GoalView = z.infer<typeof goalView>;

export const sectionView = z.strictObject({
  id: z.string(),
  heading: z.string(),
  fields: z.array(fieldView),
});

export const documentView = z.strictObject({
  version: z.int().nonnegative(),
  digest: z.string().optional(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      heading: z.string(),
      parts: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string().optional(),
          text: z.string(),
          of: z.enum(['mentee', 'mentor', 'both', 'scheme']),
          isChanged: z.boolean().optional(),
          erasedOn: z.iso.date().optional(),
        }),
      ),
    }),
  ),
  signatures: z.array(z.strictObject({ side, at: instant })),
});
export type DocumentView = z.infer<typeof documentView>;

export const timelineView = z.strictObject({
  at: instant,
  what: z.enum([
    'opened',
    'proposed',
    'taken back',
    'signed',
    'active',
    'reviewed',
    'conflict',
    'ended',
    'erased',
  ]),
  by: who.optional(),
  version: z.int().positive().optional(),
});

export const contractView = z.strictObject({
  pairId: z.string(),
  contractId: z.string(),
  kind: z.enum(contractKinds),
  stage: z.enum(['drafting', 'proposed', 'active', 'ended']),
  iAm: side,
  myName: z.string(),
  with: z.string(),
  schemeName: z.string(),
  /** While it is drafted or amended. `seen` names the very state of all fields; it goes back with the proposal. */
  draft: z.strictObject({ seen: z.string(), sections: z.array(sectionView) }).optional(),
  /** Frozen, waiting for signatures. */
  proposed: z.strictObject({ by: who, signedByMe: z.boolean(), document: documentView }).optional(),
  /** The version that both have signed. */
  active: documentView.optional(),
  goals: z.array(goalView),
  timeline: z.array(timelineView),
  /** Whether digests, signatures and chain agree with what is kept. */
  record: z.strictObject({ isWhole: z.boolean(), erasedOn: z.iso.date().optional() }),
  /** After an ending: until when it is kept. */
  keptUntil: z.iso.date().optional(),
  can: z.array(z.enum(contractActs)),
});
export type ContractView = z.infer<typeof contractView>;

/** Header If-Match: the field's etag. 409 "changed meanwhile" with nothing written where it is another now. */
export const fieldChange = z.strictObject({ value: z.string().max(longestText) });
export const newComment = z.strictObject({ text: z.string().trim().min(1).max(longestText) });
/** Header If-Match: the goal's etag. */
export const goalRemoval = z.strictObject({ opId: z.uuid().optional() });
export const goalChange = z.strictObject({ ...goalFields, measure: goalFields.measure.default('') });
/** `seen` is the draft's: what is proposed is what the proposer saw. */
export const proposal = z.strictObject({ opId: z.uuid(), seen: z.string() });
/** `digest` of the version that the signer saw all of. */
export const signing = z.strictObject({ opId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) });
export const contractDecision = z.strictObject({ opId: z.uuid() });
