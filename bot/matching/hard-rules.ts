import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { type PersonId, personKey, samePerson } from '../mentoring/people/person.ts';

/** Profile ids, and persons as `personKey` writes them: a mentor is in the set if either is. */
export type Mentors = ReadonlySet<string>;

export type Asker = {
  readonly person?: PersonId;
  /** Any case. */
  readonly address?: string;
  /** Given only when the asker wants nobody of their own organisation. */
  readonly organisation?: string;
  /** Object ids of everybody known to manage the asker. Unknown managers are asked about later, never assumed away. */
  readonly managers: ReadonlySet<string>;
  /** Declared by either side. */
  readonly conflicts?: Mentors;
  /** Blocked by either side. */
  readonly blocks?: Mentors;
  /** With whom the asker already is in mentoring. */
  readonly currentMentors?: Mentors;
};

/** Why a mentor is never shown to somebody: for the rules' own tests and counts; who reads counts gets HiddenCounts. */
export type HiddenBecause =
  | 'yourself'
  | 'already your mentor'
  | 'manages you'
  | 'declared conflict'
  | 'blocked'
  | 'unavailable'
  | 'paused'
  | 'full'
  | 'lapsed'
  | 'own organisation';

/**
 * One asker's rules for any profile. What others may know of a mentor comes before what the mentor may want to keep from
 * the asker: somebody who is paused reads as paused, whether they blocked the asker or not. `own organisation` comes
 * last: it is said only where nothing else hides the mentor.
 */
export function hiddenFrom(
  asker: Asker,
  today: string,
  placesTaken: (profileId: string) => number,
): (profile: MentorProfile) => HiddenBecause | undefined {
  const { person: own, managers, conflicts, blocks, currentMentors } = asker;
  const address = plain(asker.address ?? '');
  const organisation = plain(asker.organisation ?? '');
  return profile => {
    const { id, person } = profile;
    if (person !== undefined) {
      if (own !== undefined && samePerson(person, own)) return 'yourself';
      if (managers.has(person.objectId)) return 'manages you';
    }
    if (address !== '' && profile.address.toLowerCase() === address) return 'yourself';
    const key = person === undefined ? id : personKey(person);
    const among = (mentors: Mentors | undefined): boolean =>
      mentors !== undefined && mentors.size > 0 && (mentors.has(id) || mentors.has(key));
    if (among(currentMentors)) return 'already your mentor';
    const ofThemselves = hiddenFromAll(profile, today);
    if (ofThemselves !== undefined) return ofThemselves;
    if (profile.capacity <= placesTaken(id)) return 'full';
    if (among(conflicts)) return 'declared conflict';
    if (among(blocks)) return 'blocked';
    if (organisation !== '' && plain(profile.organisation) === organisation) return 'own organisation';
    return undefined;
  };
}

/** What hides a mentor whoever asks, as far as the profile alone can say. */
export function hiddenFromAll(
  { capacity, pausedUntil, trainingCurrentUntil }: MentorProfile,
  today: string,
): Extract<HiddenBecause, 'unavailable' | 'paused' | 'lapsed'> | undefined {
  if (capacity < 1) return 'unavailable';
  if (pausedUntil !== undefined && today < pausedUntil) return 'paused';
  if (trainingCurrentUntil !== undefined && trainingCurrentUntil < today) return 'lapsed';
  return undefined;
}

/** `today` is an ISO date; `placesTaken` counts reservations. */
export function hiddenBecause(
  profile: MentorProfile,
  asker: Asker,
  today: string,
  placesTaken: number,
): HiddenBecause | undefined {
  return hiddenFrom(asker, today, () => placesTaken)(profile);
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
