import { z } from 'zod';
import type { Interval } from '../../mentoring/availability/interval.ts';
import type { CalendarEvent, NewEvent } from '../../ports/calendar.ts';
import { datesOf, dateTimeTimeZone, intervalOf, toGraphTime, ukZone } from './graph-time.ts';

/** Everything that is read of an event: no subject, body or place. */
export const eventFields = [
  'id',
  'iCalUId',
  'start',
  'end',
  'isAllDay',
  'showAs',
  'isCancelled',
  'isOrganizer',
  'transactionId',
  'isOnlineMeeting',
  'onlineMeeting',
  'attendees',
].join(',');

const response = z.object({ response: z.string().nullish() });
const graphEvent = z.object({
  id: z.string().min(1),
  iCalUId: z.string().min(1),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  isAllDay: z.boolean().nullish(),
  showAs: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
  isOrganizer: z.boolean().nullish(),
  transactionId: z.string().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  attendees: z.array(z.object({ status: response.nullish() })).nullish(),
});

/** `undefined` when the answer is no event that can be read. */
export function eventOf(body: unknown): CalendarEvent | undefined {
  const read = graphEvent.safeParse(body);
  if (!read.success) return undefined;
  const { data } = read;
  const interval = data.isAllDay ? datesOf(data, ukZone) : intervalOf(data);
  if (!interval) return undefined;
  const joinUrl = data.onlineMeeting?.joinUrl;
  const attendee = data.attendees?.find(each => each.status?.response !== 'organizer');
  const answer = answerOf(attendee?.status?.response);
  return {
    id: data.id,
    iCalUId: data.iCalUId,
    interval,
    isOnlineMeeting: data.isOnlineMeeting ?? false,
    isOrganiser: data.isOrganizer ?? false,
    isCancelled: data.isCancelled ?? false,
    blocks: !['free', 'workingElsewhere'].includes(data.showAs ?? 'unknown'),
    ...(data.transactionId && { transactionId: data.transactionId }),
    ...(joinUrl && { joinUrl }),
    ...(answer && { attendeeResponse: answer }),
  };
}

function answerOf(said: string | null | undefined): CalendarEvent['attendeeResponse'] {
  if (said === 'accepted' || said === 'declined') return said;
  if (said === 'tentativelyAccepted') return 'tentative';
  return said === 'none' || said === 'notResponded' ? 'none' : undefined;
}

/** Private, with nothing in it that anybody typed but a place. */
export function newEventBody(event: NewEvent): object {
  const { name, address } = event.attendee;
  const where = event.place
    ? { isOnlineMeeting: false, location: { displayName: event.place } }
    : { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };
  return {
    transactionId: event.transactionId,
    subject: event.subject,
    body: { contentType: 'text', content: event.link },
    ...timesBody(event.interval),
    attendees: [{ type: 'required', emailAddress: { address, name } }],
    sensitivity: 'private',
    showAs: 'busy',
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    ...where,
  };
}

export function timesBody(interval: Interval): object {
  return { start: toGraphTime(interval.start), end: toGraphTime(interval.end) };
}
