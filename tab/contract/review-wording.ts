import type { EndingView, ReviewsView, ReviewView } from '../../bot/http/review-shapes.ts';
import { day } from '../when.ts';
import { isolated } from './contract-wording.ts';

export type ReviewResult = NonNullable<ReviewView['myWish']>;
export type ConflictKind = ReviewView['conflicts'][number]['kind'];

/** An ISO date as people read it. */
export function dateWords(on: string): string {
  return day(`${on}T12:00:00Z`);
}

/** What has come up, without saying whose it is. */
export const conflictWords: Record<ConflictKind, string> = {
  'line management': 'One of us manages the other',
  appraiser: 'One of us appraises the other',
  supervisor: 'One of us supervises the other',
  'panel member': 'One of us sits on a panel that decides about the other',
  referee: 'One of us gives the other a reference',
};

export function resultWords(what: ReviewResult, kind: ReviewView['kind']): string {
  if (what === 'amend') return 'Change the contract';
  if (what === 'end') return 'End it together';
  return kind === 'conflict' ? 'Go on once it has passed' : 'Go on as it is';
}

export function settledWords({ kind, result }: ReviewView): string {
  switch (result?.what) {
    case 'amend':
      return 'You agreed to change the contract.';
    case 'end':
      return 'You agreed to end it together.';
    case 'go on':
      return kind === 'conflict' ? 'You go on.' : 'You agreed to go on as it is.';
    case undefined:
      return '';
  }
}

export function reviewTitle({ kind, dueOn }: ReviewView): string {
  return kind === 'conflict'
    ? `Something to look at together, ${dateWords(dueOn)}`
    : `Review of ${dateWords(dueOn)}`;
}

/** Who sees what, and when. */
export function whoSees({ hasAnswered, theirs, shownAt }: ReviewView, name: string): string {
  const other = isolated(name);
  if (theirs) return `You and ${other} see both answers, nobody else.`;
  if (hasAnswered)
    return `You have answered. You and ${other} see each other’s answers once ${other} has answered too, or on ${day(shownAt)}. Until then you can change yours.`;
  return `${other} sees your answers once you have both answered, or on ${day(shownAt)}. You see theirs then, too. Leave out what you like.`;
}

export function wishWords({ myWish, theirWish, kind }: ReviewView, name: string): string {
  const other = isolated(name);
  const say = (what: ReviewResult) => `“${resultWords(what, kind)}”`;
  if (theirWish && myWish) return `You would like ${say(myWish)}, ${other} would like ${say(theirWish)}.`;
  if (theirWish) return `${other} would like ${say(theirWish)}.`;
  if (myWish) return `You would like ${say(myWish)}. We have asked ${other}.`;
  return 'Talk about it first, then choose. It is agreed when you both choose the same.';
}

export function nothingDue({ nextOn, stage }: ReviewsView): string {
  if (stage === 'ended') return 'This mentoring has ended. The reviews can be read.';
  return nextOn
    ? `No review is due now. The next is on ${dateWords(nextOn)}.`
    : 'No review is due now, and no further one is agreed.';
}

export function endedWords({ how, endedAt, keptUntil, with: name }: EndingView): string {
  const other = isolated(name);
  const when = endedAt === undefined ? '' : ` on ${day(endedAt)}`;
  const kept = keptUntil === undefined ? '' : ` The record can be read until ${dateWords(keptUntil)}.`;
  const said =
    how === 'planned' ? `as you had agreed` : how === 'natural' ? 'as you both wanted' : 'without fault';
  return `Your mentoring with ${other} ended${when}, ${said}.${kept}`;
}

export function endNowMeans({ with: name, keepMonths }: EndingView): string {
  const other = isolated(name);
  return `You need no reason, and it is nobody’s fault. Meetings ahead are cancelled, and we tell ${other} once. The record is kept for ${keepMonths} months, to be read.`;
}

export function suggestionWords({ suggestedBy, with: name }: EndingView): string {
  const other = isolated(name);
  if (suggestedBy === 'me') return `You suggest to end it together. We have asked ${other}.`;
  if (suggestedBy === 'other') return `${other} suggests to end it together. You need not agree.`;
  return `If you both feel that it has done its work, end it together. We ask ${other}.`;
}
