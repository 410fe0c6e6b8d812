import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import { profilesOf } from '../records/partitions.ts';
import {
  type PlaceRecord,
  type ProfileRecord,
  placePrefix,
  placeRecord,
  placeRecordId,
} from '../records/profile-record.ts';
import { tryAgain } from './try-again.ts';

type Needs = Pick<Ports, 'store' | 'scheme'>;

/**
 * Takes one of the mentor's places for the meeting's pair, once. The profile is written with it under its etag: two pairs
 * that want the last place cannot both get it. `justRead` spares the first reading of it.
 */
export async function takePlace(
  { store, scheme }: Needs,
  { id, pairId, mentor }: Meeting,
  justRead?: Stored<ProfileRecord>,
): Promise<'taken' | 'no place left' | 'not found'> {
  const partition = profilesOf(scheme);
  const { profileId } = mentor;
  let known = justRead;
  return tryAgain(async () => {
    const [stored, places] = await Promise.all([
      known ?? store.read<ProfileRecord>(partition, profileId),
      store.list<PlaceRecord>(partition, 'place', placePrefix(profileId)),
    ]);
    known = undefined;
    if (!stored) return 'not found';
    const own = places.find(place => place.document.pairId === pairId);
    if (own?.document.meetingIds.includes(id)) return 'taken';
    if (!own && places.length >= stored.document.profile.capacity) return 'no place left';
    const written = await store.write(partition, [
      {
        put: placeRecord(profileId, pairId, [...(own?.document.meetingIds ?? []), id]),
        ifMatch: own?.etag ?? 'absent',
      },
      ...(own ? [] : [{ put: joined(stored.document, mentor.person), ifMatch: stored.etag }]),
    ]);
    return written.outcome === 'written' ? 'taken' : 'conflict';
  });
}

/** Whom the directory resolved the profile's address to for this request. */
function joined(record: ProfileRecord, person: PersonId): ProfileRecord {
  return record.profile.person ? record : { ...record, profile: { ...record.profile, person } };
}

export async function freePlace({ store, scheme }: Needs, { id, pairId, mentor }: Meeting): Promise<void> {
  const partition = profilesOf(scheme);
  const { profileId } = mentor;
  const placeId = placeRecordId(profileId, pairId);
  await tryAgain(async () => {
    const place = await store.read<PlaceRecord>(partition, placeId);
    if (!place?.document.meetingIds.includes(id)) return 'free';
    const others = place.document.meetingIds.filter(each => each !== id);
    const written = await store.write(partition, [
      others.length > 0
        ? { put: placeRecord(profileId, pairId, others), ifMatch: place.etag }
        : { remove: placeId, ifMatch: place.etag },
    ]);
    return written.outcome === 'written' ? 'free' : 'conflict';
  });
}
