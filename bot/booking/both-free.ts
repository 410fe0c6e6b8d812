import { canOffer } from '../mentoring/availability/can-offer.ts';
import { freeTogether } from '../mentoring/availability/free-time.ts';
import type { Interval } from '../mentoring/availability/interval.ts';
import { type Meeting, travelMinutes } from '../mentoring/chemistry/meeting.ts';
import { zone } from '../mentoring/zone.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { ActingFor } from '../ports/sign-in.ts';

const hourMs = 60 * 60_000;

/**
 * One fresh look at both calendars. `pickedByMentor`: the mentor chose this time themselves, so their own calendar,
 * seen or not, is their affair.
 */
export async function bothFree(
  calendar: Calendar,
  as: ActingFor,
  meeting: Meeting,
  pickedByMentor = false,
): Promise<'free' | 'time taken' | 'calendar hidden'> {
  const { interval, mentee, mentor } = meeting;
  if (!interval) return 'time taken';
  const window = around(interval);
  const addresses = pickedByMentor ? [mentee.address] : [mentee.address, mentor.address];
  const schedules = await calendar.schedules(as, addresses, window);
  const menteeSchedule = schedules.get(mentee.address);
  const seen = canOffer({
    mentee: menteeSchedule,
    mentor: pickedByMentor ? menteeSchedule : schedules.get(mentor.address),
  });
  if (!seen.both) return 'calendar hidden';
  const free = freeTogether([seen.mentee, seen.mentor], [], {
    window: interval,
    zone,
    bufferMinutes: meeting.mode === 'in person' ? travelMinutes : 0,
  });
  return free.some(each => each.start <= interval.start && each.end >= interval.end) ? 'free' : 'time taken';
}

function around({ start, end }: Interval): Interval {
  return { start: start - hourMs, end: end + hourMs };
}
