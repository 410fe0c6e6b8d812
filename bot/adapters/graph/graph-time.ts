import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Interval } from '../../mentoring/availability/interval.ts';

export const ukZone = 'Europe/London';
/** Windows' name of the zone with British summer time. "GMT" and "Greenwich Standard Time" have none. */
const ukWindowsZone = 'GMT Standard Time';

/** Wall time in a zone with a Windows or IANA name. https://learn.microsoft.com/graph/api/resources/datetimetimezone */
export const dateTimeTimeZone = z.object({ dateTime: z.string(), timeZone: z.string() });
type DateTimeTimeZone = z.infer<typeof dateTimeTimeZone>;

/** The zones of https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones that UK staff are known to use. */
const windowsZones: Readonly<Record<string, string>> = {
  [ukWindowsZone]: ukZone,
  UTC: 'UTC',
  'Coordinated Universal Time': 'UTC',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kiev',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'Arabian Standard Time': 'Asia/Dubai',
  'Pakistan Standard Time': 'Asia/Karachi',
  'India Standard Time': 'Asia/Kolkata',
  'Singapore Standard Time': 'Asia/Singapore',
  'China Standard Time': 'Asia/Shanghai',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'W. Central Africa Standard Time': 'Africa/Lagos',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
};

/** `undefined` for a zone that is not known: then nothing may be concluded from its times. */
export function ianaZone(name: string): string | undefined {
  const known = windowsZones[name];
  if (known !== undefined) return known;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** As Graph takes it: London's wall time, or UTC in the hour that the clock shows twice. */
export function toGraphTime(instant: number): DateTimeTimeZone {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ukZone);
  const wall = at.toPlainDateTime();
  const earlier = wall.toZonedDateTime(ukZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(ukZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { dateTime: wall.toString(), timeZone: ukWindowsZone };
  return { dateTime: at.withTimeZone('UTC').toPlainDateTime().toString(), timeZone: 'UTC' };
}

type Told = { readonly start: DateTimeTimeZone; readonly end: DateTimeTimeZone };

/** Where a wall time could be two instants, the longer interval. `undefined` when it cannot be read. */
export function intervalOf({ start, end }: Told): Interval | undefined {
  const from = instantOf(start, 'earlier');
  const until = instantOf(end, 'later');
  return from !== undefined && until !== undefined && from <= until ? { start: from, end: until } : undefined;
}

/** All-day times come as midnight in whatever zone their writer was in: they mean the dates, in the owner's zone. */
export function datesOf({ start, end }: Told, ownerZone: string): Interval | undefined {
  try {
    const first = Temporal.PlainDate.from(start.dateTime.slice(0, 10));
    const last = Temporal.PlainDate.from(end.dateTime.slice(0, 10));
    const until = Temporal.PlainDate.compare(first, last) < 0 ? last : first.add({ days: 1 });
    return {
      start: first.toZonedDateTime(ownerZone).epochMilliseconds,
      end: until.toZonedDateTime(ownerZone).epochMilliseconds,
    };
  } catch {
    return undefined;
  }
}

export function isMidnight(time: DateTimeTimeZone): boolean {
  return /T00:00(:00(\.0+)?)?$/.test(time.dateTime);
}

function instantOf(time: DateTimeTimeZone, disambiguation: 'earlier' | 'later'): number | undefined {
  const zone = ianaZone(time.timeZone);
  if (zone === undefined) return undefined;
  try {
    if (/Z$/i.test(time.dateTime)) return Temporal.Instant.from(time.dateTime).epochMilliseconds;
    return Temporal.PlainDateTime.from(time.dateTime).toZonedDateTime(zone, { disambiguation })
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}
