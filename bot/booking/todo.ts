import type { Interval } from '../mentoring/availability/interval.ts';
import { hasEnded } from '../mentoring/chemistry/change-meeting.ts';
import { isSession, type Meeting } from '../mentoring/chemistry/meeting.ts';
import type { Todo } from '../records/pair-record.ts';

export function isNothing(todo: Todo): boolean {
  return Object.keys(todo).length === 0;
}

/** Nothing can be done but to wait until then. */
export function restsUntil(todo: Todo): number | undefined {
  const { lapseAt, ...rest } = todo;
  return isNothing(rest) ? lapseAt : undefined;
}

/** It comes first: what it leaves decides what there is to tell. */
export function mustDecide(todo: Todo): boolean {
  return todo.book !== undefined || todo.move !== undefined || restsUntil(todo) !== undefined;
}

/** Diaries and calendars do not agree with the record yet: another change has to wait. */
export function isBeingChanged(meeting: Meeting, { book, move, clear }: Todo): boolean {
  if (book || move) return true;
  return !hasEnded(meeting) && clear !== undefined && clear.intervals.length > 0;
}

/** After one of the two has decided: what the decision replaces goes, what the outside still needs stays. */
export function stillNeeded({ clear, lookForClash }: Todo): Todo {
  return { ...(clear ? { clear } : {}), ...(lookForClash ? { lookForClash } : {}) };
}

/** What an ending gives back. A place is held by chemistry meetings alone: that of two who go on is the pair's. */
export function clearing(
  meeting: Meeting,
  intervals: readonly Interval[],
  event?: Meeting['event'],
): NonNullable<Todo['clear']> {
  return { intervals, ...(isSession(meeting) ? {} : { place: true }), ...(event ? { event } : {}) };
}

export function without(todo: Todo, part: keyof Todo): Todo {
  const { [part]: _done, ...rest } = todo;
  return rest;
}
