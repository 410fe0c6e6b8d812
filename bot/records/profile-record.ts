import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import type { Document } from '../ports/store.ts';

/** `leftAt`: since when (ISO instant) their directory does not know them any more; nobody finds or books them. */
export type ProfileRecord = Document & {
  readonly type: 'profile';
  readonly profile: MentorProfile;
  readonly leftAt?: string;
};

/**
 * One place with a mentor, held or used by one pair. It is there as long as one of the meetings that caused it stands:
 * a booking that comes to nothing does not take away the place of an earlier meeting of the pair. `isUsed`: the two go on,
 * so that no meeting's end frees it.
 */
export type PlaceRecord = Document & {
  readonly type: 'place';
  readonly profileId: string;
  readonly pairId: string;
  readonly meetingIds: readonly string[];
  readonly isUsed?: true;
};

export function placePrefix(profileId: string): string {
  return `place:${profileId}:`;
}

export function placeRecord(profileId: string, pairId: string, meetingIds: readonly string[]): PlaceRecord {
  return { id: placeRecordId(profileId, pairId), type: 'place', profileId, pairId, meetingIds };
}

export function placeRecordId(profileId: string, pairId: string): string {
  return `${placePrefix(profileId)}${pairId}`;
}

export function profileRecord(profile: MentorProfile): ProfileRecord {
  return { id: profile.id, type: 'profile', profile };
}
