import { timeWishOf } from '../journeys/time-wish-of.ts';
import { typedTime } from '../matching/typed-time.ts';
import { understand } from '../matching/understand.ts';
import { offeredWindow } from '../mentoring/availability/offer-slots.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import { instantAt, wallDays, wallTime } from '../mentoring/availability/wall-day.ts';
import { noticeMinutes } from '../mentoring/chemistry/meeting.ts';
import type { RefusalCode } from '../mentoring/refusal.ts';
import { zone } from '../mentoring/zone.ts';

export type TypedWish = {
  readonly wish: TimeWish;
  /** The one instant that was meant, epoch milliseconds. */
  readonly exactly?: number;
  readonly because?: RefusalCode;
};

/** When a meeting of so many minutes is wished for, in a person's own words. `undefined`: nothing is said of it. */
export function wishIn(sentence: string, now: number, minutes: number): TypedWish | 'past' | undefined {
  const time = typedTime(sentence, now, zone);
  const { days = [], partsOfDay = [], ...hours } = timeWishOf(understand(sentence).criteria);
  const anyWeek = time?.day === undefined ? { days, partsOfDay } : {};
  if (!time)
    return days.length + partsOfDay.length > 0 ? { wish: { days, partsOfDay, ...hours } } : undefined;
  if (time.isPast) return 'past';
  const { day, lastDay, exact, notBefore, notAfter } = time;
  const wish = {
    ...anyWeek,
    ...(day ? { fromOn: day, toOn: lastDay ?? day } : {}),
    ...(exact === undefined ? {} : { earliestMinute: exact, latestMinute: exact + minutes }),
    ...(notBefore === undefined ? {} : { earliestMinute: notBefore }),
    ...(notAfter === undefined ? {} : { latestMinute: notAfter }),
  };
  const window = offeredWindow(now, noticeMinutes);
  const only =
    lastDay === undefined
      ? wallDays({ start: now, end: window.end }, zone).find(({ on }) => on === day)
      : undefined;
  const exactly = only && exact !== undefined ? instantAt(only, exact) : undefined;
  const isTooFar = day !== undefined && day > wallTime(window.end, zone).on;
  const isTooSoon = exactly !== undefined && exactly < window.start;
  const because = isTooFar ? 'too far ahead' : isTooSoon ? 'too short notice' : undefined;
  return { wish, ...(exactly === undefined ? {} : { exactly }), ...(because ? { because } : {}) };
}
