import type { Preferences } from './prefer.ts';
import type { Attendee, Occurrence, Response, StoredEvent } from './stored-event.ts';
import { ianaZone, instantOf, wallTime } from './zones.ts';

const never = '0001-01-01T00:00:00Z';

/** Ids are opaque and differ by the preference; one time of a series carries its day. */
function itemId(event: StoredEvent, on: string | undefined, immutable: boolean): string {
  const day = on === undefined ? '' : `_${on.replaceAll('-', '')}`;
  return `${immutable ? 'AAkALgAA' : 'AAMkAGI1'}${event.id}${day}=`;
}

/** The stored id, and the day of a series when the id names one. */
export function parseItemId(id: string): { id: string; on?: string } | undefined {
  const parts = /^(?:AAkALgAA|AAMkAGI1)([\w-]{60})(?:_(\d{4})(\d\d)(\d\d))?=$/.exec(id);
  if (parts?.[1] === undefined) return undefined;
  return parts[2] === undefined
    ? { id: parts[1] }
    : { id: parts[1], on: `${parts[2]}-${parts[3]}-${parts[4]}` };
}

/** An event as Graph answers it. With Calendars.ReadBasic alone, `basic`, there is no body. */
export function eventJson(one: Occurrence, prefer: Preferences, basic = false): Record<string, unknown> {
  const { event, content } = one;
  const id = itemId(event, one.on, prefer.immutableIds);
  return {
    '@odata.etag': `W/"${event.changeKey}"`,
    id,
    createdDateTime: sevenDecimals(event.createdAt),
    lastModifiedDateTime: sevenDecimals(event.changedAt),
    changeKey: event.changeKey,
    categories: content.categories,
    transactionId: event.transactionId ?? null,
    originalStartTimeZone: content.startZone,
    originalEndTimeZone: content.endZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: content.reminderMinutes,
    isReminderOn: content.isReminderOn,
    hasAttachments: false,
    subject: content.subject,
    ...(basic ? {} : bodies(content.body, prefer.textBody)),
    importance: content.importance,
    sensitivity: content.sensitivity,
    isAllDay: content.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganiser,
    responseRequested: content.responseRequested,
    seriesMasterId: one.on === undefined ? null : itemId(event, undefined, prefer.immutableIds),
    showAs: content.showAs,
    type: one.type,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.joinUrl !== undefined,
    onlineMeetingProvider: event.joinUrl === undefined ? 'unknown' : 'teamsForBusiness',
    onlineMeeting: event.joinUrl === undefined ? null : { joinUrl: event.joinUrl },
    allowNewTimeProposals: content.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: content.hideAttendees,
    recurrence: one.type === 'seriesMaster' ? (event.recurrence ?? null) : null,
    ...(one.type === 'seriesMaster' ? { cancelledOccurrences: calledOff(event, prefer.immutableIds) } : {}),
    ...(one.type === 'exception' && one.on !== undefined
      ? { originalStart: originalStart(one, one.on) }
      : {}),
    responseStatus: responseJson(event.response),
    start: wall(content.start, content.startZone, content.isAllDay, prefer),
    end: wall(content.end, content.endZone, content.isAllDay, prefer),
    location: placeJson(content.place),
    locations: content.place === undefined ? [] : [placeJson(content.place)],
    attendees: event.attendees.map(attendee => attendeeJson(attendee, prefer)),
    organizer: { emailAddress: event.organiser },
  };
}

/** An all-day event keeps the zone that its creator gave it, whatever zone the answer was asked for in. */
function wall(instant: number, ownZone: string, isAllDay: boolean, prefer: Preferences) {
  if (isAllDay) return { dateTime: wallTime(instant, ianaZone(ownZone) ?? 'UTC'), timeZone: ownZone };
  return { dateTime: wallTime(instant, prefer.zone), timeZone: prefer.zoneName };
}

function calledOff(event: StoredEvent, immutable: boolean): string[] {
  const days = Object.entries(event.exceptions).filter(([, exception]) => exception.cancelled);
  return days.map(([on]) => `OID.${itemId(event, undefined, immutable)}.${on}`);
}

function originalStart({ event }: Occurrence, on: string): string {
  const zone = ianaZone(event.startZone) ?? 'UTC';
  const time = wallTime(event.start, zone).slice(11);
  return new Date(instantOf(`${on}T${time}`, zone)).toISOString();
}

function bodies(body: StoredEvent['body'], asText: boolean) {
  const text = body.contentType === 'text' ? body.content : body.content.replaceAll(/<[^>]*>/g, ' ');
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return { bodyPreview: plain.slice(0, 255), body: asText ? { contentType: 'text', content: plain } : body };
}

function attendeeJson(attendee: Attendee, prefer: Preferences) {
  const { proposed } = attendee;
  return {
    type: attendee.type,
    status: responseJson(attendee.status),
    emailAddress: { name: attendee.name, address: attendee.address },
    ...(proposed === undefined
      ? {}
      : {
          proposedNewTime: {
            start: wall(proposed.start, proposed.zone, false, prefer),
            end: wall(proposed.end, proposed.zone, false, prefer),
          },
        }),
  };
}

function responseJson(response: Response) {
  return {
    response: response.response,
    time: response.at === undefined ? never : new Date(response.at).toISOString(),
  };
}

function placeJson(place: string | undefined) {
  return place === undefined
    ? { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} }
    : { displayName: place, locationType: 'default', uniqueId: place, uniqueIdType: 'private' };
}

function sevenDecimals(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '0000Z');
}
