import { createHash } from 'node:crypto';
import type { Commitment, LocalPerson } from '../people/local-person.ts';
import type { StoredEvent } from './stored-event.ts';
import { dayNumber, ianaZone, instantOf, isoDate } from './zones.ts';

/** A person's commitments as events of their own calendar, with the same ids every time. */
export function seedCalendar(person: LocalPerson, now: number): StoredEvent[] {
  return person.commitments.map((commitment, place) => {
    const hash = createHash('sha512').update(`${person.id}|${place}|${commitment.on}`).digest();
    const zoneName = commitment.timeZone ?? 'GMT Standard Time';
    return {
      id: hash.subarray(0, 45).toString('base64url'),
      owner: person.id,
      iCalUId: `040000008200E00074C5B7101A82E008${hash.toString('hex').slice(0, 56).toUpperCase()}`,
      changeKey: hash.subarray(0, 16).toString('base64'),
      createdAt: now,
      changedAt: now,
      subject: commitment.subject,
      body: { contentType: 'html', content: '' },
      start: at(commitment, zoneName, commitment.startMinute),
      end: at(commitment, zoneName, commitment.endMinute),
      startZone: zoneName,
      endZone: zoneName,
      isAllDay: commitment.isAllDay,
      showAs: commitment.showAs,
      sensitivity: commitment.isPrivate ? 'private' : 'normal',
      importance: 'normal',
      ...(commitment.place === undefined ? {} : { place: commitment.place }),
      categories: [],
      isReminderOn: true,
      reminderMinutes: 15,
      allowNewTimeProposals: true,
      responseRequested: true,
      hideAttendees: false,
      attendees: [],
      organiser: { name: person.name, address: person.email },
      isOrganiser: true,
      response: { response: 'organizer' },
      isCancelled: false,
      ...(commitment.weekly === undefined ? {} : { recurrence: weekly(commitment.on, commitment.weekly) }),
      exceptions: {},
    };
  });
}

function at(commitment: Commitment, zoneName: string, minute: number): number {
  const day = isoDate(dayNumber(commitment.on) + Math.floor(minute / 1440));
  const [hours, minutes] = [Math.floor((minute % 1440) / 60), minute % 60];
  const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00`;
  return instantOf(`${day}T${time}`, ianaZone(zoneName) ?? 'Europe/London');
}

function weekly(on: string, { days, everyWeeks }: NonNullable<Commitment['weekly']>) {
  return {
    pattern: { type: 'weekly', interval: everyWeeks, daysOfWeek: days, firstDayOfWeek: 'monday' },
    range: { type: 'noEnd', startDate: on, recurrenceTimeZone: 'GMT Standard Time' },
  } as const;
}
