import type { Exposed } from '../matching/fair-order.ts';
import type { MentorIndex } from '../matching/mentor-index.ts';
import { mentorIndex } from '../matching/mentor-index.ts';
import type { ApartFrom, OneOfTwo } from '../mentoring/people/kept-apart.ts';
import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Change, Document, Store } from '../ports/store.ts';
import { keptApart, profilesOf, shownFigures } from '../records/partitions.ts';
import type { PlaceRecord, ProfileRecord } from '../records/profile-record.ts';
import { apartWords } from './apart-words.ts';
import { following } from './following.ts';
import { shownLately } from './shown-lately.ts';

/** The mentors of the scheme as the store holds them at this moment, with what ranks them fairly and keeps people apart. */
export type Register = {
  readonly index: MentorIndex;
  /** Whom they, or others, keep from them. */
  keptApart(own: OneOfTwo): ApartFrom;
  /** `today` is an ISO date. `until` it: what was shown today does not count, so that an order lasts the day. */
  exposure(profileId: string, today: string, until?: 'now' | 'today'): Exposed;
};

export type LiveRegister = {
  fresh(): Promise<Register>;
  /** Counts that these mentors were shown; resolves when that is written. */
  noteShown(profileIds: readonly string[], today: string): Promise<void>;
};

/** The index that this instance keeps beside the store, brought up to date from its changes before each use. */
export function liveRegister(store: Store, scheme: Scheme): LiveRegister {
  const index = mentorIndex();
  const places = new Map<string, Set<string>>();
  const apart = apartWords();
  const shown = shownLately(store, scheme);

  function apply(change: Change): void {
    if (change.removed) {
      if (change.type === 'profile') index.remove(change.id);
      if (change.type === 'place')
        for (const profileId of places.keys()) setPlace(profileId, change.id, false);
    } else if (isProfile(change.document)) {
      if (change.document.leftAt) index.remove(change.document.id);
      else index.put(change.document.profile);
    } else if (isPlace(change.document)) {
      const { id, profileId } = change.document;
      setPlace(profileId, id, true);
    }
  }

  function setPlace(profileId: string, placeId: string, isTaken: boolean): void {
    const taken = places.get(profileId) ?? new Set();
    if (isTaken) taken.add(placeId);
    else taken.delete(placeId);
    places.set(profileId, taken);
    index.setPlacesTaken(profileId, taken.size);
  }

  const catchUp = [
    following(store, profilesOf(scheme), apply),
    following(store, keptApart(scheme), apart.apply),
    following(store, shownFigures(scheme), shown.apply),
  ];

  return {
    async fresh() {
      await Promise.all(catchUp.map(read => read()));
      return {
        index,
        keptApart: apart.of,
        exposure: (profileId, today, until) => ({
          recentlyShown: shown.of(profileId, today, until),
          openRequests: index.placesTaken(profileId),
        }),
      };
    },
    noteShown: shown.note,
  };
}

function isProfile(document: Document): document is ProfileRecord {
  return document.type === 'profile';
}

function isPlace(document: Document): document is PlaceRecord {
  return document.type === 'place';
}
