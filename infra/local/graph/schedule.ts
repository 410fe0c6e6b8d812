import { z } from 'zod';
import type { LocalPerson } from '../people/local-person.ts';
import { instant } from './event-body.ts';
import { GraphError } from './graph-error.ts';
import { occurrencesBetween } from './mailboxes.ts';
import type { Preferences } from './prefer.ts';
import type { Occurrence, ShowAs } from './stored-event.ts';
import type { World } from './world.ts';
import { wallTime } from './zones.ts';

const time = z.strictObject({ dateTime: z.string(), timeZone: z.string().nullish() });
const asked = z.strictObject({
  schedules: z.array(z.string()).min(1),
  starttime: time,
  endtime: time,
  availabilityviewinterval: z.coerce.number().int().min(5).max(1440).default(30),
});

/** https://learn.microsoft.com/graph/api/calendar-getschedule */
const mostAddresses = 20;
const windowMilliseconds = 62 * 86_400_000;

/** Free/busy of several addresses, worked out from what is in their calendars. */
export function getSchedule(world: World, caller: LocalPerson, body: unknown, prefer: Preferences) {
  const parsed = asked.safeParse(lowerCaseKeys(body));
  if (!parsed.success) throw badSchedule('The request body was not read: schedules, startTime and endTime.');
  const { schedules, starttime, endtime, availabilityviewinterval: minutes } = parsed.data;
  const [from, to] = [instant(starttime).at, instant(endtime).at];
  if (schedules.length > mostAddresses) {
    throw new GraphError(400, 'ErrorMailboxDataArrayTooBig', 'The mailbox data array is too big.');
  }
  if (to <= from) throw badSchedule('The end time must be after the start time.');
  if (to - from >= windowMilliseconds) throw badSchedule('The requested time duration is too long.');
  return {
    '@odata.context':
      'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)',
    value: schedules.map(address => scheduleOf(world, caller, address, { from, to, minutes }, prefer)),
  };
}

type Window = { readonly from: number; readonly to: number; readonly minutes: number };

function scheduleOf(world: World, caller: LocalPerson, address: string, window: Window, prefer: Preferences) {
  const person = world.byAddress(address, caller.tenantId);
  const elsewhere = person === undefined && world.byAddress(address) !== undefined;
  if (elsewhere) return hidden(address, 'ErrorNoFreeBusyAccess', 'The calendar is in another organization.');
  if (person === undefined || person.mailbox === 'none') {
    return hidden(address, 'ErrorMailRecipientNotFound', 'Unable to resolve mail recipient.');
  }
  if (person.mailbox === 'on-premises') {
    return hidden(address, 'ErrorProxyRequestProcessingFailed', 'The mailbox is hosted on-premises.');
  }
  const items = world.mailboxes
    .of(person.id)
    .filter(event => !event.isCancelled)
    .flatMap(event => occurrencesBetween(event, window.from, window.to))
    .sort((a, b) => a.content.start - b.content.start);
  const seesDetails = person.id === caller.id || person.sharesDetails;
  return {
    scheduleId: address,
    availabilityView: availabilityView(items, window),
    scheduleItems: items.map(item => scheduleItem(item, seesDetails, prefer)),
    workingHours: workingHours(person),
  };
}

function hidden(scheduleId: string, responseCode: string, message: string) {
  return { scheduleId, availabilityView: '', error: { message, responseCode } };
}

function scheduleItem({ content }: Occurrence, seesDetails: boolean, prefer: Preferences) {
  const isPrivate = content.sensitivity === 'private' || content.sensitivity === 'confidential';
  return {
    ...(seesDetails && !isPrivate ? { subject: content.subject, location: content.place ?? '' } : {}),
    isPrivate,
    status: content.showAs,
    start: { dateTime: wallTime(content.start, prefer.zone), timeZone: prefer.zoneName },
    end: { dateTime: wallTime(content.end, prefer.zone), timeZone: prefer.zoneName },
  };
}

/** Working elsewhere shows as free in the view, and only there. */
const digits: Record<ShowAs, number> = {
  free: 0,
  workingElsewhere: 0,
  unknown: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
};

function availabilityView(items: readonly Occurrence[], { from, to, minutes }: Window): string {
  const width = minutes * 60_000;
  const view = new Array<number>(Math.ceil((to - from) / width)).fill(0);
  for (const { content } of items) {
    const digit = digits[content.showAs];
    const first = Math.max(0, Math.floor((content.start - from) / width));
    const last = Math.min(view.length, Math.ceil((content.end - from) / width));
    for (let slot = first; slot < last; slot++) view[slot] = Math.max(view[slot] ?? 0, digit);
  }
  return view.join('');
}

export function workingHours({ roster }: LocalPerson) {
  return {
    daysOfWeek: roster.days,
    startTime: timeOfDay(roster.startMinute),
    endTime: timeOfDay(roster.endMinute),
    timeZone: { name: 'GMT Standard Time' },
  };
}

function timeOfDay(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.0000000`;
}

/** The parameters of an action may be written in any case. */
function lowerCaseKeys(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const own = Object.entries(body).filter(([key]) => !key.startsWith('@'));
  return Object.fromEntries(own.map(([key, value]) => [key.toLowerCase(), value]));
}

function badSchedule(message: string): GraphError {
  return new GraphError(400, 'ErrorInvalidRequest', message);
}
