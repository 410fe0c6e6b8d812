import type { Meeting } from './chemistry/meeting.ts';
import type { ContractRefusal } from './contract/contract-refusal.ts';

/** Every expected "no". Worded in conversation/cards/wording.ts, turned into a status in http/refusal-to-status.ts. */
export type Refusal = {
  readonly refused: RefusalCode;
  /** With 'already meeting': the meeting that stands. */
  readonly meeting?: Meeting;
};

export type RefusalCode =
  | 'not found'
  | 'time taken'
  | 'time passed'
  | 'too short notice'
  | 'too far ahead'
  | 'no place left'
  | 'mentor paused'
  /** Their directory does not know them any more. */
  | 'mentor left'
  | 'mentor unreachable'
  | 'yourself'
  /** This person has said themselves that the two are to be kept apart. */
  | 'left out'
  | 'line management'
  /** Nobody can tell: the person confirms in one press that neither manages, appraises or assesses the other. */
  | 'line management unknown'
  | 'already meeting'
  | 'already answered'
  /** The meeting is at another time than the one that was agreed to. */
  | 'time changed'
  | 'already cancelled'
  /** Somebody took it out of the organiser's calendar. */
  | 'event gone'
  | 'no mailbox'
  | 'calendar hidden'
  | 'not a mentor'
  /** It is being put into the calendars at this moment. */
  | 'not yet'
  /** Whether to go on is asked after the meeting. */
  | 'not met yet'
  | 'already released'
  /** The two have met, and what each says about going on is not released yet. */
  | 'answer first'
  /** The two have not both said that they go on, or have ended. */
  | 'not going on'
  /** They go on: what they book are sessions. */
  | 'going on already'
  /** Reviews and endings of a contract. */
  | 'review not due'
  | 'review over'
  | 'answers shown'
  | 'answers not shown yet'
  /** Something is to be looked at together first: a conflict review is open. */
  | 'conflict to review'
  | ContractRefusal;

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
