import type { WeeklyHours } from './free-time.ts';
import type { Interval } from './interval.ts';

type SeenCalendar = {
  readonly seen: true;
  readonly busy: readonly Interval[];
  readonly workingHours?: WeeklyHours;
};
type HiddenCalendar = { readonly seen: false; readonly why: string };

/** Times can be offered only where both calendars are seen; otherwise whose is hidden. */
type CanOffer =
  | { readonly both: true; readonly mentee: SeenCalendar; readonly mentor: SeenCalendar }
  | { readonly both: false; readonly hidden: 'mentee' | 'mentor' | 'both' };

export function canOffer(asked: {
  readonly mentee: SeenCalendar | HiddenCalendar | undefined;
  readonly mentor: SeenCalendar | HiddenCalendar | undefined;
}): CanOffer {
  const { mentee, mentor } = asked;
  if (mentee?.seen && mentor?.seen) return { both: true, mentee, mentor };
  if (mentee?.seen) return { both: false, hidden: 'mentor' };
  return { both: false, hidden: mentor?.seen ? 'mentee' : 'both' };
}
