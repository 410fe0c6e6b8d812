import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import type { ChainLink } from '../mentoring/contract/contract-chain.ts';
import type { ContractHead } from '../mentoring/contract/contract-head.ts';
import type { KeptPart } from '../mentoring/contract/contract-part.ts';
import type { Ending } from '../mentoring/review/ending.ts';
import type { Review } from '../mentoring/review/review.ts';
import type { Answers } from '../mentoring/review/review-questions.ts';
import type { Document } from '../ports/store.ts';

/**
 * All that is kept of a contract lies in the pair's partition under one type, so that one listing reads it. Ids are
 * `contract:NTH:…`, NTH being 0001 for the first contract of the pair. Each record carries its own digest.
 */
type OfContract = Document & { readonly type: 'contract'; readonly digest: string };

/** `chain`: how long it is and the digest of its last link. `draft`: names the state of all fields and shared goals. */
export type HeadRecord = OfContract & {
  readonly is: 'head';
  readonly head: ContractHead;
  readonly chain: { readonly length: number; readonly last: string };
  readonly draft: string;
};

export type LinkRecord = OfContract & { readonly is: 'link' } & ChainLink;

export type PartRecord = OfContract & { readonly is: 'part' } & KeptPart;

/** One field of the draft. `writers`: who has changed it since it last was as the scheme has it. */
export type FieldRecord = OfContract & {
  readonly is: 'field';
  readonly field: string;
  readonly value: string;
  readonly writers: readonly Side[];
  readonly changedBy?: Side;
  /** ISO instant. */
  readonly changedAt?: string;
};

export type CommentRecord = OfContract & {
  readonly is: 'comment';
  readonly comment: string;
  readonly field: string;
  readonly by: Side;
  readonly at: string;
  readonly text: string;
};

/** A goal that both see. Private ones lie with their writer. */
export type GoalRecord = OfContract & {
  readonly is: 'goal';
  readonly goal: string;
  readonly by: Side;
  readonly writers: readonly Side[];
  readonly headline: string;
  readonly measure: string;
  readonly targetOn?: string;
};

/** How far a review has come; what each has answered lies in records of their own. */
export type ReviewRecord = OfContract & { readonly is: 'review'; readonly review: Review };

/**
 * What one of the two has answered, theirs alone to have erased. `about`: a review's id, 'closing' or 'looking-back'. The
 * salt is in the digest, so that nobody can guess at what was erased.
 */
export type AnswersRecord = OfContract & {
  readonly is: 'answers';
  readonly about: string;
  readonly by: Side;
  /** ISO instant. */
  readonly at: string;
  readonly salt: string;
  readonly answers: Answers;
};

export type EndingRecord = OfContract & { readonly is: 'ending'; readonly ending: Ending };
/** In its writer's own partition: nobody else ever sees it. */
export type PrivateGoalRecord = Document & {
  readonly type: 'goal';
  readonly contractId: string;
  readonly goal: string;
  readonly headline: string;
  readonly measure: string;
  readonly targetOn?: string;
  readonly digest: string;
};

export function privateGoalPrefix(contractId: string): string {
  return `goal:${contractId}:`;
}

/** One decision that has been carried out, written with what it did: the same decision again does nothing. */
export type DoneRecord = OfContract & { readonly is: 'done' };

export type ContractRecord =
  | HeadRecord
  | LinkRecord
  | PartRecord
  | FieldRecord
  | CommentRecord
  | GoalRecord
  | ReviewRecord
  | AnswersRecord
  | EndingRecord
  | DoneRecord;

type Undigested<R> = R extends ContractRecord ? Omit<R, 'digest'> : never;

/** The digest of a record is put to it as it is written; a part has that of its content. */
export type RecordToPut = PartRecord | Undigested<Exclude<ContractRecord, PartRecord>>;

export const contractPrefix = 'contract:';

/** `nth` counts from 1. */
export function contractRecordId(nth: number, ...rest: readonly string[]): string {
  return `${contractPrefix}${String(nth).padStart(4, '0')}:${rest.join(':')}`;
}

/** Which contract of the pair a record belongs to; undefined: of none. */
export function nthOf(id: string): number | undefined {
  const found = /^contract:(\d{4}):/.exec(id)?.[1];
  return found === undefined ? undefined : Number(found);
}
