import { canOffer } from '../mentoring/availability/can-offer.ts';
import { freeTogether } from '../mentoring/availability/free-time.ts';
import type { Interval } from '../mentoring/availability/interval.ts';
import { type Meeting, travelMinutes } from '../mentoring/chemistry/meeting.ts';
import { invitedOf, organiserOf } from '../mentoring/chemistry/organiser.ts';
import { zone } from '../mentoring/zone.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { ActingFor } from '../ports/sign-in.ts';

const hourMs = 60 * 60_000;

/**
 * One fresh look at both calendars, by the organiser. `pickedByInvited`: they chose this time themselves, so their own
 * calendar, seen or not, is their affair.
 */
export async function bothFree(
  calendar: Calendar,
  as: ActingFor,
  meeting: Meeting,
  pickedByInvited = false,
): Promise<'free' | 'time taken' | 'calendar hidden'> {
  const { interval } = meeting;
  const organiser = meeting[organiserOf(meeting)];
  const invited = meeting[invitedOf(meeting)];
  if (!interval) return 'time taken';
  const window = around(interval);
  const addresses = pickedByInvited ? [organiser.address] : [organiser.address, invited.address];
  const schedules = await calendar.schedules(as, addresses, window);
  const own = schedules.get(organiser.address);
  const seen = canOffer({
    organiser: own,
    invited: pickedByInvited ? own : schedules.get(invited.address),
  });
  if (!seen.both) return 'calendar hidden';
  const free = freeTogether([seen.organiser, seen.invited], [], {
    window: interval,
    zone,
    bufferMinutes: meeting.mode === 'in person' ? travelMinutes : 0,
  });
  return free.some(each => each.start <= interval.start && each.end >= interval.end) ? 'free' : 'time taken';
}

function around({ start, end }: Interval): Interval {
  return { start: start - hourMs, end: end + hourMs };
}
