import type { Store } from '../../bot/ports/store.ts';
import { profilesOf } from '../../bot/records/partitions.ts';
import type { PlaceRecord } from '../../bot/records/profile-record.ts';
import type { Cause, Ledger } from './ledger.ts';
import { scheme } from './people.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

export type Leap = { readonly at: number; readonly ms: number };

/** Whoever met in the end was reminded on the working day before, at 10am or later, as long as that was to come. */
export function notReminded({ meetings, causes }: Ledger): readonly string[] {
  return [...meetings.values()].flatMap(({ meeting, since }) => {
    const { id, stage, interval, mentee, mentor } = meeting;
    if (!interval || (stage !== 'waiting' && stage !== 'agreed')) return [];
    const monday = new Date(interval.start).getUTCDay() === 1;
    const due = Math.floor(interval.start / day) * day - (monday ? 3 : 1) * day + 10 * hour;
    if (due <= since) return [];
    return [mentee, mentor]
      .map(({ person }) => `outbox:${id}:meeting-ahead:${person.objectId}`)
      .filter(key => {
        const own = causes.filter(each => each.key === key && each.dueAt === due);
        return !own.some(each => each.delivered > 0 || each.troubled || each.state === 'unclear');
      })
      .map(key => `${key} was never told`);
  });
}

/** Whatever was answered is released, at the latest at its hour, and nothing is left of who said what. */
export function notReleased({ meetings }: Ledger, now: number): readonly string[] {
  return [...meetings.values()]
    .filter(({ meeting: { after } }) => after && !after.released && after.decidesAt < now - hour)
    .map(({ meeting }) => `${meeting.id} was never released`);
}

/** Two who go on use their place; what does not go ahead holds none. */
export async function wrongPlaces(store: Store, { meetings }: Ledger): Promise<readonly string[]> {
  const places = await store.list<PlaceRecord>(profilesOf(scheme), 'place');
  return [...meetings.values()].flatMap(({ meeting: { id, pairId, after } }) => {
    const place = places.find(({ document }) => document.pairId === pairId)?.document;
    const { outcome } = after?.released ?? {};
    if (outcome === 'going on' && !place?.isUsed) return [`${id} goes on without a place`];
    return outcome === 'not going ahead' && place?.meetingIds.includes(id) ? [`${id} holds a place`] : [];
  });
}

export function lateMs(
  { deliveredAt, putOffTo, dueAt, causedAt }: Cause,
  leaps: readonly Leap[],
): readonly number[] {
  if (deliveredAt === undefined) return [];
  const due = Math.max(putOffTo ?? dueAt, causedAt);
  const leapt = leaps.filter(({ at, ms }) => at + ms > due && at < deliveredAt);
  return [Math.max(0, deliveredAt - due - leapt.reduce((sum, { ms }) => sum + ms, 0))];
}

/** Not told, and nobody can see why. */
export function isLost(cause: Cause, now: number): boolean {
  if (cause.delivered > 0 || cause.end !== undefined) return false;
  if (cause.state === 'unclear') return !cause.troubled;
  return cause.state !== 'dead' && (cause.putOffTo ?? cause.dueAt) < now;
}
