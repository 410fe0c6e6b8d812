import { meetingMinutes } from '../chemistry/meeting.ts';
import { type Attendance, freeTogether, type WorkingWish } from './free-time.ts';
import type { Interval } from './interval.ts';
import { type Slot, slotsIn } from './slots.ts';
import { inPages, spread } from './spread.ts';
import type { TimeWish } from './time-wish.ts';

const offeredWeeks = 4;
const slotsPerPage = 6;
const timesToPropose = 3;

/** `zone` is the IANA zone in which times are offered, `now` in epoch milliseconds. */
type Asked = {
  readonly now: number;
  readonly zone: string;
  readonly noticeMinutes: number;
  readonly wish?: TimeWish;
  /** How long they meet; a chemistry meeting without it. */
  readonly minutes?: number;
  /** For travel, where they meet in person: free before and after, for both. */
  readonly bufferMinutes?: number;
  /** How many slots of this offer have been shown: the next page begins after them. */
  readonly skip?: number;
};

export type OfferSlots = Asked & { readonly people: readonly [Attendance, Attendance] };

/** `unseen`: whose calendar cannot be seen. Their hours and wish count, and whether they are free is for them to say. */
export type ProposeTimes = Asked & {
  readonly seen: readonly Attendance[];
  readonly unseen: readonly WorkingWish[];
};

/**
 * One page, at most six and at most two a day (three where the wish names one or two days): times that were wished for
 * before others, each by start. Empty when there is nothing more.
 */
export function offerSlots(asked: OfferSlots): Slot[] {
  const slots = freeSlots(asked.people, [], asked);
  const wishedDays = new Set(slots.filter(slot => slot.matchesWish).map(slot => slot.on)).size;
  const perDay = wishedDays === 1 || wishedDays === 2 ? 3 : 2;
  return inPages(spread(slots, perDay), { perPage: slotsPerPage, perDay, skip: asked.skip ?? 0 });
}

/** Three times on three days, for somebody whose calendar cannot be seen to pick from. */
export function proposeTimes(asked: ProposeTimes): Slot[] {
  const slots = freeSlots(asked.seen, asked.unseen, asked);
  return inPages(spread(slots, 1), { perPage: timesToPropose, perDay: 1, skip: asked.skip ?? 0 });
}

/** From now and the notice that is due, for four weeks. */
export function offeredWindow(now: number, noticeMinutes: number): Interval {
  return { start: now + noticeMinutes * 60_000, end: now + offeredWeeks * 7 * 24 * 60 * 60_000 };
}

function freeSlots(seen: readonly Attendance[], unseen: readonly WorkingWish[], asked: Asked): Slot[] {
  const { zone, wish, bufferMinutes = 0, minutes = meetingMinutes } = asked;
  const window = offeredWindow(asked.now, asked.noticeMinutes);
  const free = freeTogether(seen, unseen, { window, zone, bufferMinutes });
  return slotsIn(free, { window, zone, minutes, wish });
}
