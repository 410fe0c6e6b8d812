import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { invitedOf } from '../mentoring/chemistry/organiser.ts';
import type { CalendarEvent, NewEvent } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';

/** Neutral, and nothing that anybody typed but the place of a meeting in person. */
export function newEvent({ ids, scheme }: Pick<Ports, 'ids' | 'scheme'>, meeting: Meeting): NewEvent {
  const { mentee, mentor, interval, place } = meeting;
  const invited = meeting[invitedOf(meeting)];
  if (!interval) throw new Error('An event needs its time');
  return {
    transactionId: transactionId(ids, meeting),
    subject: `Meeting: ${mentee.name} and ${mentor.name}`,
    interval,
    attendee: { address: invited.address, name: invited.name },
    link: scheme.link,
    ...(place ? { place } : {}),
  };
}

export function transactionId(ids: Ports['ids'], meeting: Meeting): string {
  return ids.derived('event', meeting.id);
}

export function eventOf(event: CalendarEvent): NonNullable<Meeting['event']> {
  const { id, iCalUId, joinUrl } = event;
  return { id, iCalUId, ...(joinUrl ? { joinUrl } : {}) };
}
