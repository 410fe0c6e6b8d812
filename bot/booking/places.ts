import { hasEnded } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { MeetingRecord } from '../records/pair-record.ts';
import { pairPartition, profilesOf } from '../records/partitions.ts';
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
        put: withMeetings(own?.document ?? placeRecord(profileId, pairId, []), [
          ...(own?.document.meetingIds ?? []),
          id,
        ]),
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

export async function freePlace(needs: Needs, { id, pairId, mentor }: Meeting): Promise<void> {
  await letGo(needs, { profileId: mentor.profileId, pairId }, place =>
    place.meetingIds.includes(id)
      ? withMeetings(
          place,
          place.meetingIds.filter(each => each !== id),
        )
      : place,
  );
}

type OfPair = { readonly profileId: string; readonly pairId: string };

/** The place that was held for the pair is theirs as long as they go on. */
export async function keepPlace({ store, scheme }: Needs, { profileId, pairId }: OfPair): Promise<void> {
  const partition = profilesOf(scheme);
  await tryAgain(async () => {
    const place = await store.read<PlaceRecord>(partition, placeRecordId(profileId, pairId));
    if (place?.document.isUsed) return 'used';
    const put: PlaceRecord = { ...(place?.document ?? placeRecord(profileId, pairId, [])), isUsed: true };
    const written = await store.write(partition, [{ put, ifMatch: place?.etag ?? 'absent' }]);
    return written.outcome === 'written' ? 'used' : 'conflict';
  });
}

/**
 * Nothing that is behind the pair holds its place any more. `ended`: what they went on with, too. A meeting that is still
 * to come, or to be answered, keeps it.
 */
export async function freePlaceOfPair(
  needs: Needs,
  ofPair: OfPair,
  how: 'ended' | 'unless they go on' = 'ended',
): Promise<void> {
  const meetings = await needs.store.list<MeetingRecord>(
    pairPartition(needs.scheme, ofPair.pairId),
    'meeting',
  );
  const behind = new Set(
    meetings
      .map(({ document }) => document.meeting)
      .filter(meeting => hasEnded(meeting) || meeting.after?.released)
      .map(({ id }) => id),
  );
  await letGo(needs, ofPair, place => {
    if (place.isUsed && how === 'unless they go on') return place;
    const { isUsed: _used, ...held } = place;
    return withMeetings(
      held,
      place.meetingIds.filter(id => !behind.has(id)),
    );
  });
}

/** A place that nothing holds is gone. The same object: as it was. */
async function letGo(
  { store, scheme }: Needs,
  { profileId, pairId }: OfPair,
  after: (place: PlaceRecord) => PlaceRecord,
): Promise<void> {
  const partition = profilesOf(scheme);
  const id = placeRecordId(profileId, pairId);
  await tryAgain(async () => {
    const place = await store.read<PlaceRecord>(partition, id);
    if (!place) return 'free';
    const left = after(place.document);
    if (left === place.document) return 'free';
    const isHeld = left.meetingIds.length > 0 || left.isUsed;
    const write = isHeld ? { put: left, ifMatch: place.etag } : { remove: id, ifMatch: place.etag };
    const written = await store.write(partition, [write]);
    return written.outcome === 'written' ? 'free' : 'conflict';
  });
}

function withMeetings(place: PlaceRecord, meetingIds: readonly string[]): PlaceRecord {
  return { ...place, meetingIds };
}
