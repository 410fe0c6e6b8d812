import { randomBytes } from 'node:crypto';
import type { Kept } from './kept.ts';
import { occurrenceDays } from './recurrence.ts';
import type { Occurrence, StoredEvent } from './stored-event.ts';
import { dayNumber, ianaZone, instantOf, isoDate, wallTime } from './zones.ts';

/** Every copy of every event, by whose calendar it is in. */
export type Mailboxes = {
  of(owner: string): readonly StoredEvent[];
  find(owner: string, id: string): StoredEvent | undefined;
  /** All copies of one meeting. */
  copies(iCalUId: string): readonly StoredEvent[];
  put(event: StoredEvent): void;
  remove(event: StoredEvent): void;
};

export function openMailboxes(kept: Kept): Mailboxes {
  const byOwner = new Map<string, Map<string, StoredEvent>>();
  const byUId = new Map<string, Map<string, StoredEvent>>();
  const into = (index: Map<string, Map<string, StoredEvent>>, key: string, event: StoredEvent) => {
    const events = index.get(key) ?? new Map<string, StoredEvent>();
    index.set(key, events.set(event.id, event));
  };
  const hold = (event: StoredEvent) => {
    into(byOwner, event.owner, event);
    into(byUId, event.iCalUId, event);
  };
  for (const value of kept.all('event')) if (isStoredEvent(value)) hold(value);
  return {
    of: owner => [...(byOwner.get(owner)?.values() ?? [])],
    find: (owner, id) => byOwner.get(owner)?.get(id),
    copies: iCalUId => [...(byUId.get(iCalUId)?.values() ?? [])],
    put(event) {
      kept.put('event', event.id, event);
      hold(event);
    },
    remove(event) {
      kept.remove('event', event.id);
      byOwner.get(event.owner)?.delete(event.id);
      byUId.get(event.iCalUId)?.delete(event.id);
    },
  };
}

function isStoredEvent(value: unknown): value is StoredEvent {
  return typeof value === 'object' && value !== null && 'iCalUId' in value && 'owner' in value;
}

export function newItemId(): string {
  return randomBytes(45).toString('base64url');
}

export function newICalUId(): string {
  return `040000008200E00074C5B7101A82E008${randomBytes(28).toString('hex').toUpperCase()}`;
}

export function newChangeKey(): string {
  return `${randomBytes(16).toString('base64')}`;
}

/** What of one event touches a half-open stretch of time, series expanded. */
export function occurrencesBetween(event: StoredEvent, from: number, to: number): Occurrence[] {
  if (event.recurrence === undefined) {
    const touches = event.start < to && (event.end > from || event.start >= from);
    return touches ? [{ event, content: event, type: 'singleInstance' }] : [];
  }
  const length = Math.ceil((event.end - event.start) / 86_400_000);
  const days = occurrenceDays(
    event.recurrence,
    Math.floor(from / 86_400_000) - length - 1,
    Math.ceil(to / 86_400_000) + 1,
  );
  const moved = Object.keys(event.exceptions).map(dayNumber);
  return [...new Set([...days, ...moved])]
    .map(day => oneTime(event, isoDate(day)))
    .filter(one => one !== undefined)
    .filter(({ content }) => content.start < to && (content.end > from || content.start >= from));
}

/** One time of a series by its day; undefined when the series has none then or it was called off. */
export function occurrenceOn(event: StoredEvent, on: string): Occurrence | undefined {
  const day = dayNumber(on);
  const isInSeries =
    event.recurrence !== undefined && occurrenceDays(event.recurrence, day, day).includes(day);
  return isInSeries ? oneTime(event, on) : undefined;
}

function oneTime(event: StoredEvent, on: string): Occurrence | undefined {
  const exception = event.exceptions[on];
  if (exception?.cancelled) return undefined;
  const zone = ianaZone(event.startZone) ?? 'UTC';
  const start = instantOf(`${on}T${wallTime(event.start, zone).slice(11)}`, zone);
  const usual = { ...event, start, end: endOf(event, on, zone, start) };
  if (exception === undefined) return { event, content: usual, type: 'occurrence', on };
  return { event, content: { ...usual, ...exception }, type: 'exception', on };
}

/** Wall time is kept over a change of the clocks, for an all-day event as well. */
function endOf(event: StoredEvent, on: string, zone: string, start: number): number {
  const [from, until] = [wallTime(event.start, zone), wallTime(event.end, zone)];
  const days = dayNumber(until) - dayNumber(from);
  const end = instantOf(`${isoDate(dayNumber(on) + days)}T${until.slice(11)}`, zone);
  return Math.max(end, start);
}
