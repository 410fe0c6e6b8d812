import type { Criteria } from '../matching/criteria.ts';
import type { HiddenReason } from '../matching/hidden-counts.ts';
import type { NotForMe } from '../matching/not-for-me.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import type { Document } from '../ports/store.ts';

/**
 * Where a person's conversation stands, so that any instance can go on with it. Ids and vocabulary words only: nothing
 * that the person typed.
 */
export type TalkRecord = Document & {
  readonly type: 'talk';
  readonly search?: {
    readonly criteria: Criteria;
    /** Best first; `shown` of them have been shown. */
    readonly ranked: readonly Ranked[];
    readonly shown: number;
    /** The profiles on the screen, left to right: "book the second". */
    readonly lastShown: readonly string[];
    /** All that have been shown for this need, so that nobody comes twice. */
    readonly seen?: readonly string[];
    readonly notForMe?: readonly NotForMe[];
    readonly hidden?: readonly Hidden[];
    /** What “undo” brings back. */
    readonly undo?: Undo;
  };
  /** A time is being chosen, for a new meeting with a mentor or for one that is moved. */
  readonly choosing?: Choosing &
    Mentor & {
      /** How many of the times on offer have been shown. */
      readonly shown: number;
      /** Typed for this choice. */
      readonly wish?: TimeWish;
      readonly confirming?: Confirming;
    };
};

/** How many mentors who fit one rule left out. */
export type Hidden = { readonly reason: HiddenReason; readonly count: number };

export type Undo = { readonly takenOff: string; readonly criteria: Criteria } | { readonly leftOut: string };

/** What waits for the last press, which a typed word can stand for: one time, or those that are sent to the mentor. */
export type Confirming = {
  readonly starts: readonly number[];
  readonly proposes: boolean;
  readonly opId: string;
};

type Mentor = {
  readonly otherName: string;
  readonly mayMeetInPerson: boolean;
  /** Nobody can tell whether one manages the other. */
  readonly declares: boolean;
};

export type Ranked = {
  readonly profileId: string;
  readonly reasons: readonly string[];
  readonly against?: string;
};

export type Choosing = {
  readonly profileId: string;
  /** Absent: online. In person needs time to travel. */
  readonly mode?: MeetingMode;
  readonly moves?: { readonly pairId: string; readonly meetingId: string };
  /** A session of two who go on; absent: a chemistry meeting. `profileId` is its mentor's all the same. */
  readonly session?: { readonly pairId: string; readonly minutes: number };
};
