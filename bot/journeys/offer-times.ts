import { findMentorPerson, type MentorPerson } from '../booking/mentor-person.ts';
import { type TimesTogether, timesTogether } from '../booking/times-together.ts';
import { whenTheyCanMeet } from '../booking/when-they-can-meet.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import { meetingMinutes, type Party } from '../mentoring/chemistry/meeting.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { profilesOf } from '../records/partitions.ts';
import type { Asker } from './asker.ts';

export type OfferTimes = {
  readonly asker: Asker;
  readonly profileId: string;
  readonly wish: TimeWish;
  readonly mode: MeetingMode;
  /** How many times of this offer have been shown. */
  readonly skip: number;
};

/**
 * With whom, and what goes with it. `profileId`: the mentor's row, whichever of the two asks. `lineManagement` unknown:
 * whoever asks confirms with the booking that neither manages the other.
 */
export type OfferedTimes = TimesTogether & {
  readonly profileId: string;
  readonly other: Party;
  readonly lineManagement: MentorPerson['lineManagement'];
  readonly mayMeetInPerson: boolean;
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'calendar' | 'directory'>;

export async function isOnRegister(
  { store, scheme }: Pick<Ports, 'store' | 'scheme'>,
  profileId: string,
): Promise<boolean> {
  return (await store.read(profilesOf(scheme), profileId)) !== undefined;
}

/** Times for a chemistry meeting: four weeks, wished-for times first. */
export async function offerTimes(ports: Needs, asked: OfferTimes): Promise<OfferedTimes | Refusal> {
  const { asker, profileId, wish, mode, skip } = asked;
  const found = await findMentorPerson(ports, asker, profileId);
  if (isRefusal(found)) return found;
  const { mentor, lineManagement, profile } = found;
  const offered = await timesTogether(ports, {
    organiser: asker,
    invited: { ...mentor, ...(await whenTheyCanMeet(ports, mentor.person)) },
    minutes: meetingMinutes,
    wish,
    mode,
    skip,
  });
  if (isRefusal(offered)) return offered;
  return {
    ...offered,
    profileId,
    other: mentor,
    lineManagement,
    mayMeetInPerson: profile.document.profile.meets.includes('in person'),
  };
}

/** What the screen says about a mentor before anything is offered or booked. */
export async function seeMentor(
  ports: Needs,
  asker: Asker,
  profileId: string,
): Promise<
  { readonly otherName: string; readonly mayMeetInPerson: boolean; readonly declares: boolean } | Refusal
> {
  const found = await findMentorPerson(ports, asker, profileId);
  if (isRefusal(found)) return found;
  return {
    otherName: found.mentor.name,
    mayMeetInPerson: found.profile.document.profile.meets.includes('in person'),
    declares: found.lineManagement === 'unknown',
  };
}
