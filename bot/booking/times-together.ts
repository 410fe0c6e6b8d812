import { canOffer } from '../mentoring/availability/can-offer.ts';
import type { WorkingWish } from '../mentoring/availability/free-time.ts';
import { offeredWindow, offerSlots, proposeTimes } from '../mentoring/availability/offer-slots.ts';
import type { Slot } from '../mentoring/availability/slots.ts';
import type { TimeWish } from '../mentoring/availability/time-wish.ts';
import type { WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import { noticeMinutes, type Party, travelMinutes } from '../mentoring/chemistry/meeting.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import { zone } from '../mentoring/zone.ts';
import type { Schedule } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import { heldFrom } from './diaries.ts';

type Who = Pick<Party, 'person' | 'address'> & { readonly canMeet?: WhenYouCanMeet };

export type TimesAsked = {
  readonly organiser: Who & { readonly as: ActingFor };
  readonly invited: Who;
  readonly minutes: number;
  readonly wish: TimeWish;
  readonly mode: MeetingMode;
  /** How many times of this offer have been shown. */
  readonly skip: number;
};

/** `hidden`: the calendar of whoever is invited cannot be seen, so these three are for them to pick from. */
export type TimesTogether = { readonly from: 'both' | 'hidden'; readonly slots: readonly Slot[] };

/** One getSchedule for both people; four weeks, wished-for times first. */
export async function timesTogether(
  ports: Pick<Ports, 'store' | 'clock' | 'calendar'>,
  { organiser, invited, minutes, wish, mode, skip }: TimesAsked,
): Promise<TimesTogether | Refusal> {
  const now = await ports.clock.now();
  const window = offeredWindow(now, noticeMinutes);
  const [schedules, ownHeld, theirHeld] = await Promise.all([
    ports.calendar.schedules(organiser.as, [organiser.address, invited.address], window),
    heldFrom(ports, organiser.person, window),
    heldFrom(ports, invited.person, window),
  ]);
  const own: WorkingWish = { held: ownHeld, ...said(organiser) };
  const theirs: WorkingWish = { held: theirHeld, ...said(invited) };
  const seen = canOffer({
    organiser: schedules.get(organiser.address),
    invited: schedules.get(invited.address),
  });
  if (!seen.both && seen.hidden !== 'invited') return { refused: 'no mailbox' };
  const common = {
    now,
    zone,
    noticeMinutes,
    minutes,
    wish,
    skip,
    bufferMinutes: mode === 'in person' ? travelMinutes : 0,
  };
  if (!seen.both) {
    const visibly = { ...own, ...visible(schedules.get(organiser.address)) };
    return { from: 'hidden', slots: proposeTimes({ ...common, seen: [visibly], unseen: [theirs] }) };
  }
  const people = [
    { ...own, ...seen.organiser },
    { ...theirs, ...seen.invited },
  ] as const;
  return { from: 'both', slots: offerSlots({ ...common, people }) };
}

function said({ canMeet }: Who): Pick<WorkingWish, 'canMeet'> {
  return canMeet ? { canMeet } : {};
}

function visible(schedule: Schedule | undefined): Extract<Schedule, { seen: true }> {
  if (!schedule?.seen) throw new Error('The calendar was seen a moment ago');
  return schedule;
}
