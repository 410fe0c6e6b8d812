import { overlaps } from '../mentoring/availability/interval.ts';
import { type Meeting, occupied } from '../mentoring/chemistry/meeting.ts';
import { organiserOf } from '../mentoring/chemistry/organiser.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';

/** Looks once, so that the organiser is told; nobody can look without their sign-in. */
export async function hasClashed(
  { calendar, signIns }: Pick<Ports, 'calendar' | 'signIns'>,
  meeting: Meeting,
): Promise<'clashed' | 'free'> {
  const organiser = await signIns.absent(meeting[organiserOf(meeting)].person);
  return organiser && (await looksClashed(calendar, organiser, meeting)) ? 'clashed' : 'free';
}

/** Graph holds no slot: between the last look and the event, something else may have come into the organiser's calendar. */
async function looksClashed(calendar: Calendar, organiser: ActingFor, meeting: Meeting): Promise<boolean> {
  if (!meeting.interval) return false;
  const window = occupied(meeting.interval, meeting.mode);
  const events = await calendar.view(organiser, window);
  return events.some(
    event =>
      event.blocks &&
      !event.isCancelled &&
      event.iCalUId !== meeting.event?.iCalUId &&
      overlaps(event.interval, window),
  );
}
