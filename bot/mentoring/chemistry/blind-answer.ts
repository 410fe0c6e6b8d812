import { hourOfWorkingDayAfter } from '../reminders/working-days.ts';
import { zone } from '../zone.ts';

/** What each of the two answers after a chemistry meeting, without the other knowing. */
export const blindAnswers = ['go on', 'not for me', 'another meeting first'] as const;
export type BlindAnswer = (typeof blindAnswers)[number];

/** Why not, in words to choose from: it goes to totals only, so nothing that somebody writes is asked for. */
export const blindReasons = [
  'other help',
  'no time',
  'too far',
  'did not fit',
  'did not meet',
  'else',
] as const;
export type BlindReason = (typeof blindReasons)[number];

/** What both are told, and all that is kept: not who answered what, nor whether anybody did. */
export const blindOutcomes = ['going on', 'not going ahead', 'another meeting'] as const;
export type BlindOutcome = (typeof blindOutcomes)[number];

/** `at`: epoch ms. */
export type GivenAnswer = {
  readonly answer: BlindAnswer;
  readonly at: number;
  readonly reason?: BlindReason;
};
export type GivenAnswers = { readonly mentee?: GivenAnswer; readonly mentor?: GivenAnswer };

/**
 * When answers are released, epoch ms: fixed when the meeting ends. Two yeses at the first full quarter of an hour after
 * `endedAt` at which both stand, all else at `decidesAt`.
 */
export type ReleaseTimes = { readonly endedAt: number; readonly decidesAt: number };
export type Release = { readonly outcome: BlindOutcome; readonly at: number };

/** What both may know of a meeting that is over. `placeKeptUntil`: epoch ms, where a second meeting is offered. */
export type AfterMeeting = ReleaseTimes & {
  readonly released?: Release & { readonly placeKeptUntil?: number };
  /** When the mentoring that it led to ended, epoch ms. */
  readonly mentoringEndedAt?: number;
};

const quarterMs = 15 * 60_000;
const releaseHour = 9;
const workingDaysToAnswer = 3;
const workingDaysToRemind = 2;
const workingDaysToMeetAgain = 10;

export function releaseTimes(endedAt: number): ReleaseTimes {
  return { endedAt, decidesAt: hourOfWorkingDayAfter(endedAt, workingDaysToAnswer, releaseHour, zone) };
}

/** When whoever has been silent is reminded, once. */
export function remindsAt(endedAt: number): number {
  return hourOfWorkingDayAfter(endedAt, workingDaysToRemind, releaseHour, zone);
}

/** How long the mentee's place is kept for a second meeting that nobody has booked yet. */
export function placeKeptUntil(releasedAt: number): number {
  return hourOfWorkingDayAfter(releasedAt, workingDaysToMeetAgain, releaseHour, zone);
}

/** The full quarter of an hour after that instant; never that instant itself. */
export function nextQuarter(at: number): number {
  return Math.floor(at / quarterMs) * quarterMs + quarterMs;
}

/** Silence and "not for me" come to the same. */
export function comesOutOf({ mentee, mentor }: GivenAnswers): BlindOutcome {
  const answers = [mentee?.answer, mentor?.answer];
  if (answers.some(each => each === undefined || each === 'not for me')) return 'not going ahead';
  return answers.every(each => each === 'go on') ? 'going on' : 'another meeting';
}

/** What has been released by that instant, and since when; undefined: nothing yet. The clock decides, never an answer. */
export function releaseBy(
  answers: GivenAnswers,
  { decidesAt }: ReleaseTimes,
  now: number,
): Release | undefined {
  const outcome = comesOutOf(answers);
  const at = outcome === 'going on' ? Math.min(nextQuarter(lastGiven(answers)), decidesAt) : decidesAt;
  return at <= now ? { outcome, at } : undefined;
}

function lastGiven({ mentee, mentor }: GivenAnswers): number {
  return Math.max(mentee?.at ?? 0, mentor?.at ?? 0);
}
