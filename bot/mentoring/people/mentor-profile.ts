import type { PersonId } from './person.ts';

export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Day = (typeof days)[number];

export const meetingModes = ['online', 'in person'] as const;
export type MeetingMode = (typeof meetingModes)[number];

/** What others may see of a mentor, and what the mentor decided about being found. */
export type MentorProfile = {
  readonly id: string;
  readonly schemeId: string;
  readonly name: string;
  /** Work e-mail address, lower case. Finds the person in the directory once; never identifies them after. */
  readonly address: string;
  readonly jobTitle: string;
  readonly profession: string;
  readonly band: string;
  readonly organisation: string;
  readonly region: string;
  readonly town: string;
  readonly focusAreas: readonly string[];
  readonly languages: readonly string[];
  readonly meets: readonly MeetingMode[];
  readonly availableDays: readonly Day[];
  readonly accreditation: string;
  /** How many mentees the mentor takes at once; places in use are counted from their reservations. */
  readonly capacity: number;
  readonly about: string;
  /** Known once the directory, not a claim, has resolved the address. Absent: "not joined yet". */
  readonly person?: PersonId;
  /** First day on which the mentor can be found again, ISO date. */
  readonly pausedUntil?: string;
  /** The mentor wants to be asked before anything is in the calendar. */
  readonly asksFirst?: boolean;
  /** Last day on which the mentor's training and supervision count as current, ISO date. Absent: not known to end. */
  readonly trainingCurrentUntil?: string;
  /** As the register says it; absent: told by the organisation's name. */
  readonly organisationType?: string;
  readonly livedExperience?: LivedExperience;
};

/** Described by the mentor alone; nobody sees it and no search finds it unless `shown`. */
export type LivedExperience = { readonly shown: boolean; readonly of: readonly string[] };
