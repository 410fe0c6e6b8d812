import type { Party } from '../mentoring/chemistry/meeting.ts';
import { type LineManagement, lineManagement } from '../mentoring/people/line-management.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { isPaused } from '../mentoring/people/pause.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import type { ManagerChain, Resolved } from '../ports/directory.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import type { Stored } from '../ports/store.ts';
import { profilesOf } from '../records/partitions.ts';
import type { ProfileRecord } from '../records/profile-record.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'directory' | 'clock'>;

type Mentee = Party & { readonly managers: ManagerChain; readonly as: ActingFor };

export type MentorPerson = {
  readonly profile: Stored<ProfileRecord>;
  readonly mentor: Party;
  readonly lineManagement: Exclude<LineManagement, 'manages'>;
  readonly asksFirst: boolean;
};

/** The person behind a profile, as this mentee may ask for them: every hard rule but the place, checked at this moment. */
export async function findMentorPerson(
  { store, scheme, directory, clock }: Needs,
  mentee: Mentee,
  profileId: string,
): Promise<MentorPerson | Refusal> {
  const profile = await store.read<ProfileRecord>(profilesOf(scheme), profileId);
  if (!profile) return { refused: 'not found' };
  const { address, name, pausedUntil, asksFirst } = profile.document.profile;
  if (pausedUntil && isPaused(pausedUntil, await clock.now())) return { refused: 'mentor paused' };
  const found = (await directory.resolve(mentee.as, [address])).get(address) ?? 'not found';
  const person = personOf(profile.document.profile, found, scheme);
  if (!person) return { refused: 'mentor unreachable' };
  if (samePerson(person, mentee.person) || address === mentee.address) return { refused: 'yourself' };
  const managed = lineManagement(
    { person: mentee.person, managers: mentee.managers },
    { person, managers: typeof found === 'string' ? 'unknown' : found.managers },
  );
  if (managed === 'manages') return { refused: 'line management' };
  return {
    profile,
    mentor: { person, name, address },
    lineManagement: managed,
    asksFirst: asksFirst ?? false,
  };
}

/**
 * Whoever has joined is known by id. Anybody else only as a member, never a guest, of the tenant that the scheme names
 * for the address's domain.
 */
export function personOf(profile: MentorProfile, found: Resolved, scheme: Scheme): PersonId | undefined {
  if (profile.person) return profile.person;
  if (typeof found === 'string' || !found.isMember) return undefined;
  const domain = profile.address.split('@')[1] ?? '';
  return scheme.domains[domain] === found.person.tenantId ? found.person : undefined;
}
