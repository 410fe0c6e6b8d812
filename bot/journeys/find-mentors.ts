import { personOf } from '../booking/mentor-person.ts';
import type { Criteria } from '../matching/criteria.ts';
import { mayBeShown } from '../matching/hard-rules.ts';
import { understand } from '../matching/understand.ts';
import { understandMore } from '../matching/understand-more.ts';
import { wallTime } from '../mentoring/availability/wall-day.ts';
import { lineManagement } from '../mentoring/people/line-management.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { zone } from '../mentoring/zone.ts';
import type { Resolved } from '../ports/directory.ts';
import type { Ports } from '../ports/ports.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import type { Ranked } from '../records/talk-record.ts';
import type { LiveRegister } from '../register/live-register.ts';
import type { Asker } from './asker.ts';

export const mentorsPerPage = 3;
const rankedKept = 30;
/** One $batch asks for this many, so that three remain after those who manage the asker are left out. */
const lookedUp = 9;

/**
 * `joined`: no — not joined yet, and whether they can be booked all the same. To somebody who has not signed in, nobody
 * is said to be out of reach: that is found out when they book.
 */
export type FoundMentor = {
  readonly profile: MentorProfile;
  readonly reasons: readonly string[];
  readonly joined: boolean;
  readonly canBeBooked: boolean;
};

export type FoundMentors = {
  readonly criteria: Criteria;
  readonly mentors: readonly FoundMentor[];
  readonly ranked: readonly Ranked[];
  /** How many of `ranked` have been looked at, shown or left out. */
  readonly shown: number;
};

type Needs = Pick<Ports, 'scheme' | 'clock' | 'directory'> & { readonly register: LiveRegister };

/** Who asks; without `managers` and `as` where they have not signed in. */
export type Seeker = Pick<Asker, 'person' | 'managers' | 'as'> &
  Partial<Pick<Asker, 'address' | 'organisation'>>;

/** `before`: what was understood earlier, to which this sentence adds. */
export async function findMentors(
  ports: Needs,
  seeker: Seeker,
  { sentence, before }: { readonly sentence: string; readonly before?: Criteria },
): Promise<FoundMentors> {
  const understanding = before ? understandMore(before, sentence) : understand(sentence);
  const { criteria } = understanding;
  const { index, placesTaken } = await ports.register.fresh();
  const today = wallTime(await ports.clock.now(), zone).on;
  const ranked = index
    .rank(understanding, {
      limit: rankedKept,
      mayBeShown: profile => mayBeShown(profile, rulesFor(seeker, criteria), today, placesTaken(profile.id)),
    })
    .map(({ profile, reasons }) => ({ profileId: profile.id, reasons }));
  return { criteria, ...(await pageOf(ports, seeker, { criteria, ranked, shown: 0 })), ranked };
}

/** The next of what was found before, looked at afresh: whoever has been paused or filled meanwhile is left out. */
export async function showMoreMentors(
  ports: Needs,
  seeker: Seeker,
  found: Pick<FoundMentors, 'criteria' | 'ranked' | 'shown'>,
): Promise<FoundMentors> {
  const { criteria, ranked } = found;
  return { criteria, ranked, ...(await pageOf(ports, seeker, found)) };
}

async function pageOf(
  ports: Needs,
  seeker: Seeker,
  { criteria, ranked, shown: from }: Pick<FoundMentors, 'criteria' | 'ranked' | 'shown'>,
): Promise<{ mentors: readonly FoundMentor[]; shown: number }> {
  const { index, placesTaken } = await ports.register.fresh();
  const today = wallTime(await ports.clock.now(), zone).on;
  const candidates = ranked.slice(from, from + lookedUp).flatMap(({ profileId, reasons }) => {
    const profile = index.get(profileId);
    const shows = profile && mayBeShown(profile, rulesFor(seeker, criteria), today, placesTaken(profileId));
    return shows ? [{ profile, reasons }] : [];
  });
  const resolved = await lookUp(
    ports,
    seeker,
    candidates.map(({ profile }) => profile.address),
  );
  const mentors: FoundMentor[] = [];
  let shown = from;
  for (const { profileId } of ranked.slice(from, from + lookedUp)) {
    if (mentors.length === mentorsPerPage) break;
    shown += 1;
    const candidate = candidates.find(({ profile }) => profile.id === profileId);
    const mentor = candidate && fitToShow(ports, seeker, candidate, resolved);
    if (mentor) mentors.push(mentor);
  }
  return { mentors, shown };
}

function fitToShow(
  { scheme }: Needs,
  seeker: Seeker,
  { profile, reasons }: { readonly profile: MentorProfile; readonly reasons: readonly string[] },
  resolved: ReadonlyMap<string, Resolved> | 'not signed in',
): FoundMentor | undefined {
  const signedIn = resolved !== 'not signed in';
  const found = signedIn ? (resolved.get(profile.address) ?? 'not allowed') : 'not allowed';
  const person = personOf(profile, found, scheme);
  const managers = typeof found === 'string' ? 'unknown' : found.managers;
  if (person && lineManagement(seeker, { person, managers }) === 'manages') return undefined;
  return {
    profile,
    reasons,
    joined: profile.person !== undefined,
    canBeBooked: person !== undefined || !signedIn,
  };
}

/** Somebody who has not signed in yet still finds mentors; what only the directory knows is asked when they book. */
async function lookUp(
  { directory }: Needs,
  { as }: Seeker,
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

/** The own organisation is left out only where that was asked for. */
function rulesFor({ person, address, organisation, managers }: Seeker, { notOwnOrganisation }: Criteria) {
  return {
    person,
    ...(address ? { address } : {}),
    ...(organisation && notOwnOrganisation ? { organisation } : {}),
    managers: new Set(managers === 'unknown' ? [] : managers),
  };
}
