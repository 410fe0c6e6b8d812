import { wallTime } from '../mentoring/availability/wall-day.ts';
import type { Party } from '../mentoring/chemistry/meeting.ts';
import { type OneOfTwo, saidBy } from '../mentoring/people/kept-apart.ts';
import { type LineManagement, lineManagement } from '../mentoring/people/line-management.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { isPaused } from '../mentoring/people/pause.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import { zone } from '../mentoring/zone.ts';
import type { ManagerChain, Resolved } from '../ports/directory.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import type { Stored } from '../ports/store.ts';
import { type ApartRecord, apartPrefix } from '../records/apart-record.ts';
import { keptApart, profilesOf } from '../records/partitions.ts';
import type { ProfileRecord } from '../records/profile-record.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'directory' | 'clock'>;

type Mentee = Party & {
  readonly managers: ManagerChain;
  readonly profileId?: string;
  readonly as: ActingFor;
};

export type MentorPerson = {
  readonly profile: Stored<ProfileRecord>;
  readonly mentor: Party;
  readonly lineManagement: Exclude<LineManagement, 'manages'>;
  readonly asksFirst: boolean;
};

/** The person behind a profile, as this mentee may ask for them: every hard rule but the place, checked at this moment. */
export async function findMentorPerson(
  ports: Needs,
  mentee: Mentee,
  profileId: string,
): Promise<MentorPerson | Refusal> {
  const { store, scheme, directory, clock } = ports;
  const profile = await store.read<ProfileRecord>(profilesOf(scheme), profileId);
  if (!profile) return { refused: 'not found' };
  if (profile.document.leftAt) return { refused: 'mentor left' };
  const { address, name, pausedUntil, asksFirst } = profile.document.profile;
  const now = await clock.now();
  if (pausedUntil && isPaused(pausedUntil, now)) return { refused: 'mentor paused' };
  if (!isAvailable(profile.document.profile, now)) return { refused: 'no place left' };
  const found = (await directory.resolve(mentee.as, [address])).get(address) ?? 'not found';
  const person = personOf(profile.document.profile, found, scheme);
  if (!person) return { refused: 'mentor unreachable' };
  if (samePerson(person, mentee.person) || address === mentee.address) return { refused: 'yourself' };
  const apart = await whoKeepsApart(ports, mentee, { person, profileId });
  if (apart) return { refused: apart === 'own' ? 'left out' : 'no place left' };
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

/** To somebody who is kept apart, a mentor looks like one who has stopped. */
function isAvailable({ capacity, trainingCurrentUntil }: MentorProfile, now: number): boolean {
  if (capacity < 1) return false;
  return trainingCurrentUntil === undefined || wallTime(now, zone).on <= trainingCurrentUntil;
}

type Known = OneOfTwo & { readonly person: PersonId };

async function whoKeepsApart(
  ports: Pick<Needs, 'store' | 'scheme'>,
  own: Known,
  other: Known,
): Promise<ReturnType<typeof saidBy>> {
  return saidBy(await wordsOfBoth(ports, own, other), own, other);
}

/** Which of the two does not want to meet the other any more: of two who work together already, only that counts. */
export async function whoBlocks(
  ports: Pick<Needs, 'store' | 'scheme'>,
  own: Known,
  other: Known,
): Promise<ReturnType<typeof saidBy>> {
  const words = await wordsOfBoth(ports, own, other);
  return saidBy(
    words.filter(({ because }) => because === 'block'),
    own,
    other,
  );
}

async function wordsOfBoth(
  { store, scheme }: Pick<Needs, 'store' | 'scheme'>,
  own: Known,
  other: Known,
): Promise<readonly ApartRecord[]> {
  const words = await Promise.all(
    [own.person, other.person].map(by =>
      store.list<ApartRecord>(keptApart(scheme), 'apart', apartPrefix(by)),
    ),
  );
  return words.flat().map(({ document }) => document);
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
