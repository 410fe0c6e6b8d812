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
  | { readonly both: true; readonly organiser: SeenCalendar; readonly invited: SeenCalendar }
  | { readonly both: false; readonly hidden: 'organiser' | 'invited' | 'both' };

export function canOffer(asked: {
  readonly organiser: SeenCalendar | HiddenCalendar | undefined;
  readonly invited: SeenCalendar | HiddenCalendar | undefined;
}): CanOffer {
  const { organiser, invited } = asked;
  if (organiser?.seen && invited?.seen) return { both: true, organiser, invited };
  if (organiser?.seen) return { both: false, hidden: 'invited' };
  return { both: false, hidden: invited?.seen ? 'organiser' : 'both' };
}
