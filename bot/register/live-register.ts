import type { MentorIndex } from '../matching/mentor-index.ts';
import { mentorIndex } from '../matching/mentor-index.ts';
import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Change, Document, Store } from '../ports/store.ts';
import { profilesOf } from '../records/partitions.ts';
import type { PlaceRecord, ProfileRecord } from '../records/profile-record.ts';

export type LiveRegister = {
  /** The mentors of the scheme as the store holds them at this moment. */
  fresh(): Promise<{ readonly index: MentorIndex; placesTaken(profileId: string): number }>;
};

/** The index that this instance keeps beside the store, brought up to date from its changes before each use. */
export function liveRegister(store: Store, scheme: Scheme): LiveRegister {
  const index = mentorIndex();
  const places = new Map<string, Set<string>>();
  const home = profilesOf(scheme);
  let token: string | undefined;
  let reading: Promise<void> | undefined;

  function apply(change: Change): void {
    if (change.partition.tenant !== home.tenant || change.partition.scope !== home.scope) return;
    if (change.removed) {
      if (change.type === 'profile') index.remove(change.id);
      if (change.type === 'place') for (const taken of places.values()) taken.delete(change.id);
    } else if (isProfile(change.document)) {
      index.put(change.document.profile);
    } else if (isPlace(change.document)) {
      const { id, profileId } = change.document;
      places.set(profileId, (places.get(profileId) ?? new Set()).add(id));
    }
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const { changes, token: next, caughtUp } = await store.changesSince('profiles', token);
      changes.forEach(apply);
      token = next;
      if (caughtUp) return;
    }
  }

  return {
    async fresh() {
      reading ??= catchUp().finally(() => {
        reading = undefined;
      });
      await reading;
      return { index, placesTaken: profileId => places.get(profileId)?.size ?? 0 };
    },
  };
}

function isProfile(document: Document): document is ProfileRecord {
  return document.type === 'profile';
}

function isPlace(document: Document): document is PlaceRecord {
  return document.type === 'place';
}
