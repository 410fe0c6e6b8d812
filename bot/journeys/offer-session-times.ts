import { pairThatGoesOn } from '../booking/pair-that-goes-on.ts';
import { timesTogether } from '../booking/times-together.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { usualSessionLength } from '../mentoring/sessions/session-length.ts';
import type { Ports } from '../ports/ports.ts';
import type { Asker } from './asker.ts';
import type { OfferedTimes } from './offer-times.ts';

export type OfferSessionTimes = {
  readonly pairId: string;
  /** Absent: the usual 45. */
  readonly minutes?: number;
  readonly wish?: TimeWish;
  /** How many times of this offer have been shown. */
  readonly skip?: number;
  /** Absent: online. */
  readonly mode?: MeetingMode;
};

/** Times for a session of two who go on, for either of them: who asks will organise it. Wished-for times first. */
export async function offerSessionTimes(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'calendar'>,
  asker: Asker,
  { pairId, minutes = usualSessionLength, wish = {}, skip = 0, mode = 'online' }: OfferSessionTimes,
): Promise<OfferedTimes | Refusal> {
  const pair = await pairThatGoesOn(ports, asker, pairId);
  if (isRefusal(pair)) return pair;
  const { other, othersRecord, profile } = pair;
  const canMeet = othersRecord?.canMeet;
  const offered = await timesTogether(ports, {
    organiser: asker,
    invited: { ...other, ...(canMeet ? { canMeet } : {}) },
    minutes,
    wish,
    mode,
    skip,
  });
  if (isRefusal(offered)) return offered;
  return {
    ...offered,
    profileId: pair.mentor.profileId,
    other,
    lineManagement: pair.mustDeclare ? 'unknown' : 'does not',
    mayMeetInPerson: profile.meets.includes('in person'),
  };
}
