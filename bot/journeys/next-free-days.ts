import { setTimeout as wait } from 'node:timers/promises';
import { heldFrom } from '../booking/diaries.ts';
import { whenTheyCanMeet } from '../booking/when-they-can-meet.ts';
import { canOffer } from '../mentoring/availability/can-offer.ts';
import type { Attendance } from '../mentoring/availability/free-time.ts';
import { nextFreeOn } from '../mentoring/availability/next-free.ts';
import { offeredWindow } from '../mentoring/availability/offer-slots.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import { noticeMinutes } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { zone } from '../mentoring/zone.ts';
import { CalendarUnavailable, type Schedule } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import type { FoundMentor, Seeker } from './find-mentors.ts';

const waitsAtMostMs = 1000;
/** getSchedule takes 20 addresses, the asker's own among them. */
const mostMentors = 19;

type Needs = Pick<Ports, 'store' | 'clock' | 'calendar'>;
/** `afterwards`: takes what is still under way when nobody waits for it any more. */
type NeedsAll = Needs & { readonly afterwards: (work: () => Promise<void>) => void };
type Days = ReadonlyMap<string, string>;

/**
 * The next day (ISO date) on which the asker and each of these mentors could meet, by profile id: one getSchedule for
 * all of them. Whose calendar is not seen is absent; so is everybody where the answer takes longer than a second.
 */
export async function nextFreeDays(
  ports: NeedsAll,
  seeker: Seeker,
  mentors: readonly FoundMentor[],
  wish: TimeWish = {},
): Promise<Days> {
  const { address } = seeker;
  const known = mentors.flatMap(({ profile, person }) =>
    person ? [{ id: profile.id, address: profile.address, person }] : [],
  );
  if (!address || known.length === 0) return new Map();
  const tooLate = new AbortController();
  const days = look(ports, { ...seeker, address }, known.slice(0, mostMentors), wish);
  try {
    return await Promise.race([
      days,
      wait(waitsAtMostMs, new Map<string, string>(), { signal: tooLate.signal }),
    ]);
  } catch (problem) {
    if (problem instanceof CalendarUnavailable || problem instanceof SignInRequired) return new Map();
    throw problem;
  } finally {
    tooLate.abort();
    ports.afterwards(() =>
      days.then(
        () => undefined,
        () => undefined,
      ),
    );
  }
}

async function look(
  ports: Needs,
  { as, person, address, canMeet }: Seeker & { readonly address: string },
  mentors: readonly { readonly id: string; readonly address: string; readonly person: PersonId }[],
  wish: TimeWish,
): Promise<Days> {
  const now = await ports.clock.now();
  const window = offeredWindow(now, noticeMinutes);
  const [schedules, ownHeld, theirs] = await Promise.all([
    ports.calendar.schedules(as, [address, ...mentors.map(mentor => mentor.address)], window),
    heldFrom(ports, person, window),
    Promise.all(
      mentors.map(async mentor => ({
        held: await heldFrom(ports, mentor.person, window),
        ...(await whenTheyCanMeet(ports, mentor.person)),
      })),
    ),
  ]);
  const days = mentors.flatMap((mentor, at) => {
    const both = seenBoth(schedules.get(address), schedules.get(mentor.address));
    if (!both) return [];
    const [mine, other] = both;
    const people = [
      { ...mine, held: ownHeld, ...(canMeet ? { canMeet } : {}) },
      { ...other, ...theirs[at] },
    ] as const;
    const on = nextFreeOn(people, { now, zone, noticeMinutes, wish });
    return on === undefined ? [] : [[mentor.id, on] as const];
  });
  return new Map(days);
}

function seenBoth(
  mentee: Schedule | undefined,
  mentor: Schedule | undefined,
): readonly [Attendance, Attendance] | undefined {
  const seen = canOffer({ organiser: mentee, invited: mentor });
  return seen.both ? [seen.organiser, seen.invited] : undefined;
}
