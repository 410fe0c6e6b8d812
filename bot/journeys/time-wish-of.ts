import type { Criteria } from '../matching/criteria.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';

/** Days and times of what mentors were found with. */
export function timeWishOf(criteria: Criteria | undefined): TimeWish {
  if (!criteria) return {};
  const { days, partsOfDay, afterMinute, beforeMinute } = criteria;
  return {
    days,
    partsOfDay,
    ...(afterMinute === undefined ? {} : { earliestMinute: afterMinute }),
    ...(beforeMinute === undefined ? {} : { latestMinute: beforeMinute }),
  };
}
