import { heldFrom } from '../booking/diaries.ts';
import { findMentorPerson, type MentorPerson } from '../booking/mentor-person.ts';
import { whenTheyCanMeet } from '../booking/when-they-can-meet.ts';
import { canOffer } from '../mentoring/availability/can-offer.ts';
import type { WorkingWish } from '../mentoring/availability/free-time.ts';
import { offeredWindow, offerSlots, proposeTimes } from '../mentoring/availability/offer-slots.ts';
import type { Slot } from '../mentoring/availability/slots.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import { noticeMinutes, type Party, travelMinutes } from '../mentoring/chemistry/meeting.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { zone } from '../mentoring/zone.ts';
import type { Schedule } from '../ports/calendar.ts';
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
 * `both`: times when both are free. `hidden`: the mentor's calendar cannot be seen, so these three are for the mentor to
 * pick from. `lineManagement` unknown: the mentee confirms with the booking.
 */
export type OfferedTimes = {
  readonly from: 'both' | 'hidden';
  readonly slots: readonly Slot[];
  readonly profileId: string;
  readonly mentor: Party;
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

/** One getSchedule for both people; four weeks, wished-for times first. */
export async function offerTimes(ports: Needs, asked: OfferTimes): Promise<OfferedTimes | Refusal> {
  const { asker, profileId, wish, mode, skip } = asked;
  const found = await findMentorPerson(ports, asker, profileId);
  if (isRefusal(found)) return found;
  const { mentor, lineManagement, profile } = found;
  const now = await ports.clock.now();
  const window = offeredWindow(now, noticeMinutes);
  const [schedules, menteeHeld, mentorHeld, mentorCanMeet] = await Promise.all([
    ports.calendar.schedules(asker.as, [asker.address, mentor.address], window),
    heldFrom(ports, asker.person, window),
    heldFrom(ports, mentor.person, window),
    whenTheyCanMeet(ports, mentor.person),
  ]);
  const mentee: WorkingWish = { held: menteeHeld, ...(asker.canMeet ? { canMeet: asker.canMeet } : {}) };
  const theirs: WorkingWish = { held: mentorHeld, ...mentorCanMeet };
  const seen = canOffer({
    mentee: schedules.get(asker.address),
    mentor: schedules.get(mentor.address),
  });
  if (!seen.both && seen.hidden !== 'mentor') return { refused: 'no mailbox' };
  const common = {
    now,
    zone,
    noticeMinutes,
    wish,
    skip,
    bufferMinutes: mode === 'in person' ? travelMinutes : 0,
  };
  const own = visible(schedules.get(asker.address));
  const slots = seen.both
    ? offerSlots({
        ...common,
        people: [
          { ...mentee, ...seen.mentee },
          { ...theirs, ...seen.mentor },
        ],
      })
    : proposeTimes({ ...common, seen: [{ ...mentee, ...own }], unseen: [theirs] });
  return {
    from: seen.both ? 'both' : 'hidden',
    slots,
    profileId,
    mentor,
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
  { readonly mentorName: string; readonly mayMeetInPerson: boolean; readonly declares: boolean } | Refusal
> {
  const found = await findMentorPerson(ports, asker, profileId);
  if (isRefusal(found)) return found;
  return {
    mentorName: found.mentor.name,
    mayMeetInPerson: found.profile.document.profile.meets.includes('in person'),
    declares: found.lineManagement === 'unknown',
  };
}

function visible(schedule: Schedule | undefined): Extract<Schedule, { seen: true }> {
  if (!schedule?.seen) throw new Error('The calendar was seen a moment ago');
  return schedule;
}
