import { personOf } from '../booking/mentor-person.ts';
import type { Criteria } from '../matching/criteria.ts';
import { lineManagement } from '../mentoring/people/line-management.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { ManagerChain, Resolved } from '../ports/directory.ts';
import type { Ports } from '../ports/ports.ts';
import { type ActingFor, SignInRequired } from '../ports/sign-in.ts';
import type { Ranked } from '../records/talk-record.ts';
import type { RegisterFor } from './register-for.ts';

/** One $batch of the directory asks for 20 at most. */
const mostLookedUp = 20;
/** So many are looked up for each that is shown, as those who manage the asker, or whom the asker manages, are left out. */
const lookedUpForEach = 3;

/**
 * `joined`: no — not joined yet, and whether they can be booked all the same. To somebody who has not signed in, nobody
 * is said to be out of reach: that is found out when they book. `person`: as far as known at this moment.
 */
export type FoundMentor = Omit<Ranked, 'profileId'> & {
  readonly profile: MentorProfile;
  readonly person?: PersonId;
  readonly joined: boolean;
  readonly canBeBooked: boolean;
};

export type Page = {
  readonly mentors: readonly FoundMentor[];
  /** How many of `ranked` have been looked at, shown or left out. */
  readonly shown: number;
  /** Left out of this page, as only the directory knows that one manages the other. */
  readonly managed: number;
};

type Needs = Pick<Ports, 'scheme' | 'directory'>;
type Asking = { readonly person: PersonId; readonly managers: ManagerChain; readonly as: ActingFor };

/** The next of what was ranked, looked at afresh: whoever has been paused or filled meanwhile is left out. */
export async function mentorsToShow(
  ports: Needs,
  asking: Asking,
  register: RegisterFor,
  asked: {
    readonly criteria: Criteria;
    readonly ranked: readonly Ranked[];
    readonly shown: number;
    readonly perPage: number;
  },
): Promise<Page> {
  const { criteria, ranked, shown: from, perPage } = asked;
  const looked = ranked.slice(from, from + Math.min(mostLookedUp, perPage * lookedUpForEach));
  const candidates = looked.flatMap(({ profileId, ...said }) => {
    const profile = register.index.get(profileId);
    return profile && !register.hiddenBecause(profile, criteria) ? [{ profile, ...said }] : [];
  });
  const addresses = candidates.map(({ profile }) => profile.address);
  const resolved = await lookUp(ports, asking, addresses);
  const mentors: FoundMentor[] = [];
  let shown = from;
  let managed = 0;
  for (const { profileId } of looked) {
    if (mentors.length === perPage) break;
    shown += 1;
    const candidate = candidates.find(({ profile }) => profile.id === profileId);
    if (!candidate) continue;
    const mentor = fitToShow(ports, asking, candidate, resolved);
    if (mentor) mentors.push(mentor);
    else managed += 1;
  }
  return { mentors, shown, managed };
}

function fitToShow(
  { scheme }: Needs,
  asking: Asking,
  candidate: Omit<Ranked, 'profileId'> & { readonly profile: MentorProfile },
  resolved: ReadonlyMap<string, Resolved> | 'not signed in',
): FoundMentor | undefined {
  const { profile } = candidate;
  const signedIn = resolved !== 'not signed in';
  const found = signedIn ? (resolved.get(profile.address) ?? 'not allowed') : 'not allowed';
  const person = personOf(profile, found, scheme);
  const managers = typeof found === 'string' ? 'unknown' : found.managers;
  if (person && lineManagement(asking, { person, managers }) === 'manages') return undefined;
  return {
    ...candidate,
    ...(person ? { person } : {}),
    joined: profile.person !== undefined,
    canBeBooked: person !== undefined || !signedIn,
  };
}

/** Somebody who has not signed in yet still finds mentors; what only the directory knows is asked when they book. */
async function lookUp(
  { directory }: Needs,
  { as }: Asking,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Resolved> | 'not signed in'> {
  if (addresses.length === 0) return new Map();
  try {
    return await directory.resolve(as, addresses);
  } catch (problem) {
    if (problem instanceof SignInRequired) return 'not signed in';
    throw problem;
  }
}
