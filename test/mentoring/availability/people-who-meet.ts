import type { Attendance, WeeklyHours } from '../../../bot/mentoring/availability/free-time.ts';
import type { OfferSlots } from '../../../bot/mentoring/availability/offer-slots.ts';

export const london = 'Europe/London';
export const minute = 60_000;

export function at(iso: string): number {
  return Date.parse(iso);
}

export function hours(changes: Partial<WeeklyHours> = {}): WeeklyHours {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  return { days, startMinute: 540, endMinute: 1020, timeZone: london, ...changes };
}

export function somebody(changes: Partial<Attendance> = {}): Attendance {
  return { busy: [], workingHours: hours(), ...changes };
}

/** Sunday 22 November 2026, 10am, for two people with nothing in their calendars. */
export function anOffer(changes: Partial<OfferSlots> = {}): OfferSlots {
  return {
    people: [somebody(), somebody()],
    now: at('2026-11-22T10:00:00Z'),
    zone: london,
    noticeMinutes: 60,
    ...changes,
  };
}
