import { overlaps } from '../mentoring/availability/interval.ts';
import { type Meeting, occupied } from '../mentoring/chemistry/meeting.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';

/** Looks once, and tells the organiser; nobody can look without their sign-in. */
export async function tellOfClash(
  { calendar, signIns, chat }: Pick<Ports, 'calendar' | 'signIns' | 'chat'>,
  meeting: Meeting,
): Promise<true> {
  const { person } = meeting.mentee;
  const mentee = await signIns.absent(person);
  if (mentee && (await looksClashed(calendar, mentee, meeting)))
    await chat.tell(person, { about: 'clash', meeting });
  return true;
}

/** Graph holds no slot: between the last look and the event, something else may have come into the organiser's calendar. */
async function looksClashed(calendar: Calendar, mentee: ActingFor, meeting: Meeting): Promise<boolean> {
  if (!meeting.interval) return false;
  const window = occupied(meeting.interval, meeting.mode);
  const events = await calendar.view(mentee, window);
  return events.some(
    event =>
      event.blocks &&
      !event.isCancelled &&
      event.iCalUId !== meeting.event?.iCalUId &&
      overlaps(event.interval, window),
  );
}
