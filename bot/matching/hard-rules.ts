import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';

export type Asker = {
  readonly person?: PersonId;
  /** Any case. */
  readonly address?: string;
  /** Given only when the asker wants nobody of their own organisation. */
  readonly organisation?: string;
  /** Object ids of everybody known to manage the asker. Unknown managers are asked about later, never assumed away. */
  readonly managers: ReadonlySet<string>;
};

/** Whether a mentor may be shown to the asker at all. `today` is an ISO date; `placesTaken` counts reservations. */
export function mayBeShown(
  profile: MentorProfile,
  asker: Asker,
  today: string,
  placesTaken: number,
): boolean {
  return (
    !isTheAsker(profile, asker) &&
    profile.capacity > placesTaken &&
    !isPaused(profile, today) &&
    !managesTheAsker(profile, asker) &&
    !isOfTheOrganisation(profile, asker)
  );
}

function isTheAsker({ person, address }: MentorProfile, asker: Asker): boolean {
  if (person !== undefined && asker.person !== undefined && samePerson(person, asker.person)) return true;
  return asker.address !== undefined && plain(asker.address) === plain(address);
}

/** `pausedUntil` is the first day on which the mentor can be found again. */
function isPaused({ pausedUntil }: MentorProfile, today: string): boolean {
  return pausedUntil !== undefined && today < pausedUntil;
}

function managesTheAsker({ person }: MentorProfile, { managers }: Asker): boolean {
  return person !== undefined && managers.has(person.objectId);
}

function isOfTheOrganisation({ organisation }: MentorProfile, asker: Asker): boolean {
  return (
    asker.organisation !== undefined &&
    asker.organisation.trim() !== '' &&
    plain(asker.organisation) === plain(organisation)
  );
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
