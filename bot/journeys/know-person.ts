import { tryAgain } from '../booking/try-again.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { type PersonId, samePerson } from '../mentoring/people/person.ts';
import type { DirectoryPerson } from '../ports/directory.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import { personPartition, profilesOf } from '../records/partitions.ts';
import type { Known, PersonRecord, Unreachable, UntoldRecord } from '../records/person-record.ts';
import type { ProfileRecord } from '../records/profile-record.ts';
import type { Asker } from './asker.ts';

const askAgainMs = 24 * 60 * 60_000;

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'directory'>;

/**
 * Who is asking, from the directory: asked at the first sign-in and once a day. A register row with that address
 * becomes theirs then. Throws SignInRequired where they have not signed in.
 */
export async function knowPerson(
  ports: Needs,
  as: ActingFor,
  record: PersonRecord | undefined,
): Promise<Asker> {
  const now = await ports.clock.now();
  const known = record?.known;
  if (known && Math.abs(now - known.askedAt) < askAgainMs) return asker(as, known, record);
  const me = await ports.directory.me(as);
  const profileId = await claimProfile(ports, me);
  const fresh: Known = {
    name: me.name,
    address: me.address,
    ...(me.organisation ? { organisation: me.organisation } : {}),
    managers: me.managers,
    askedAt: now,
  };
  const saved = await save(ports, as, fresh, profileId);
  return asker(as, fresh, saved);
}

function asker(as: ActingFor, known: Known, record: PersonRecord): Asker {
  const { name, address, organisation, managers } = known;
  return {
    person: as.person,
    name,
    address,
    managers,
    ...(organisation ? { organisation } : {}),
    ...(record.profileId ? { profileId: record.profileId } : {}),
    ...(record.canMeet ? { canMeet: record.canMeet } : {}),
    as,
  };
}

async function save(
  { store }: Needs,
  { person }: ActingFor,
  known: Known,
  profileId: string | undefined,
): Promise<PersonRecord> {
  return tryAgain(async () => {
    const stored = await store.read<PersonRecord>(personPartition(person), 'person');
    const before: PersonRecord = stored?.document ?? { id: 'person', type: 'person' };
    const record: PersonRecord = { ...before, known, ...(profileId ? { profileId } : {}) };
    const written = await store.write(personPartition(person), [
      { put: record, ifMatch: stored?.etag ?? 'absent' },
    ]);
    return written.outcome === 'written' ? record : 'conflict';
  });
}

/** A row is nobody's by an address in a token: only when Graph, for a member of the tenant that the scheme names, gives it. */
async function claimProfile(
  { store, scheme, ids }: Needs,
  { person, address, isMember }: DirectoryPerson,
): Promise<string | undefined> {
  const domain = address.split('@')[1] ?? '';
  if (!isMember || scheme.domains[domain] !== person.tenantId) return undefined;
  const id = ids.derived('profile', scheme.id, address);
  return tryAgain(async () => {
    const stored = await store.read<ProfileRecord>(profilesOf(scheme), id);
    if (!stored) return undefined;
    const { profile } = stored.document;
    const { leftAt, ...kept } = stored.document;
    if (profile.person && !samePerson(profile.person, person)) return undefined;
    if (profile.person && !leftAt) return id;
    const claimed: MentorProfile = { ...profile, person };
    const record: ProfileRecord = { ...kept, profile: claimed };
    const written = await store.write(profilesOf(scheme), [{ put: record, ifMatch: stored.etag }]);
    return written.outcome === 'written' ? id : 'conflict';
  });
}

export type KnownHere = {
  readonly name: string;
  readonly isMentor: boolean;
  readonly unreachable?: Unreachable & { readonly untold: readonly string[] };
};

/** Without asking the directory: what is kept of them. `untold`: the ids of what they could not be told about. */
export async function readKnown(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
): Promise<KnownHere | undefined> {
  const partition = personPartition(person);
  const record = (await store.read<PersonRecord>(partition, 'person'))?.document;
  if (!record) return undefined;
  const { known, profileId, unreachable } = record;
  const untold = unreachable ? await store.list<UntoldRecord>(partition, 'untold') : [];
  return {
    name: known?.name ?? '',
    isMentor: profileId !== undefined,
    ...(unreachable && untold.length > 0
      ? { unreachable: { ...unreachable, untold: untold.map(({ document }) => document.matterId) } }
      : {}),
  };
}
