import { meetingsOf } from '../booking/meetings-of.ts';
import type { Criteria } from '../matching/criteria.ts';
import type { Exposed } from '../matching/fair-order.ts';
import { type HiddenBecause, hiddenBecause } from '../matching/hard-rules.ts';
import type { Rules } from '../matching/hidden-rows.ts';
import type { MentorIndex } from '../matching/mentor-index.ts';
import { wallTime } from '../mentoring/availability/wall-day.ts';
import { isStillOpen } from '../mentoring/chemistry/asked-about.ts';
import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { type PersonId, personKey } from '../mentoring/people/person.ts';
import { zone } from '../mentoring/zone.ts';
import type { ManagerChain } from '../ports/directory.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveRegister } from './live-register.ts';

/** What the hard rules go by; `profileId` is the asker's own row. */
type Asking = {
  readonly person: PersonId;
  readonly managers: ManagerChain;
  readonly address?: string;
  readonly organisation?: string;
  readonly profileId?: string;
};

/** The register as one person may see it at this moment. */
export type RegisterFor = {
  readonly index: MentorIndex;
  /** The own organisation is left out only where the criteria ask for that. */
  rules(criteria: Criteria): Rules;
  hiddenBecause(profile: MentorProfile, criteria: Criteria): HiddenBecause | undefined;
  /** `until` today: the same all day. */
  exposure(profileId: string, until?: 'now' | 'today'): Exposed;
  /** One order of equals a person and day. */
  readonly seed: string;
};

export async function registerFor(
  ports: Pick<Ports, 'store' | 'clock'> & { readonly register: LiveRegister },
  asking: Asking,
): Promise<RegisterFor> {
  const { person, address, organisation, managers, profileId } = asking;
  const [register, now, meetings] = await Promise.all([
    ports.register.fresh(),
    ports.clock.now(),
    meetingsOf(ports, person, 'mentee'),
  ]);
  const today = wallTime(now, zone).on;
  const { conflicts, blocks } = register.keptApart({ person, ...(profileId ? { profileId } : {}) });
  const open = meetings.filter(meeting => isOpen(meeting, now));
  const asker = {
    person,
    ...(address ? { address } : {}),
    managers: new Set(managers === 'unknown' ? [] : managers),
    conflicts,
    blocks,
    currentMentors: new Set(open.map(({ mentor }) => mentor.profileId)),
  };
  const { index } = register;
  const rules = ({ notOwnOrganisation }: Criteria): Rules => ({
    asker: { ...asker, ...(organisation && notOwnOrganisation ? { organisation } : {}) },
    today,
  });
  return {
    index,
    rules,
    hiddenBecause: (profile, criteria) =>
      hiddenBecause(profile, rules(criteria).asker, today, index.placesTaken(profile.id)),
    exposure: (id, until) => register.exposure(id, today, until),
    seed: `${personKey(person)} ${today}`,
  };
}

function isOpen(meeting: Meeting, now: number): boolean {
  const { stage } = meeting;
  if (stage === 'not now' || stage === 'cancelled' || stage === 'released') return false;
  return !isOver(meeting, now) || isStillOpen(meeting, now);
}
