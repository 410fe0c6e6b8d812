import { Temporal } from 'temporal-polyfill';

const windowsNames: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'GTB Standard Time': 'Europe/Bucharest',
  'Arabian Standard Time': 'Asia/Dubai',
  'India Standard Time': 'Asia/Kolkata',
  'Singapore Standard Time': 'Asia/Singapore',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
};

const hourMilliseconds = 3_600_000;
const offsets = new Map<string, number>();

/** Milliseconds east of UTC. Kept by the hour, since asking for it is slow and clocks change on the hour. */
function offsetAt(instant: number, zone: string): number {
  const hour = Math.floor(instant / hourMilliseconds);
  const key = `${zone} ${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const at = Temporal.Instant.fromEpochMilliseconds(hour * hourMilliseconds).toZonedDateTimeISO(zone);
  const offset = at.offsetNanoseconds / 1_000_000;
  offsets.set(key, offset);
  return offset;
}

export const zoneNames = Object.keys(windowsNames);

/** The IANA zone of a Windows or IANA name. */
export function ianaZone(name: string): string | undefined {
  const known = windowsNames[name];
  if (known !== undefined) return known;
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** Wall time `2026-12-01T09:00:00` in an IANA zone → epoch milliseconds. Throws RangeError when it is no time. */
export function instantOf(wall: string, zone: string): number {
  if (/[zZ]$|[+-]\d\d:\d\d$/.test(wall)) return Temporal.Instant.from(wall).epochMilliseconds;
  const asUtc = Temporal.PlainDateTime.from(wall).toZonedDateTime('UTC').epochMilliseconds;
  const [before, after] = [offsetAt(asUtc - dayMilliseconds, zone), offsetAt(asUtc + dayMilliseconds, zone)];
  if (before === after) return asUtc - before;
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
}

/** `2026-12-01T09:00:00.0000000`: wall time with seven decimals and no offset, as Graph writes it. */
export function wallTime(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().replace('Z', '0000');
}

const dayMilliseconds = 86_400_000;

/** Days since 1 January 1970 of an ISO date. */
export function dayNumber(isoDate: string): number {
  return Math.round(Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`) / dayMilliseconds);
}

export function isoDate(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekday(day: number): number {
  return (day + 3) % 7;
}
