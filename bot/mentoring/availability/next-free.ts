import { meetingMinutes } from '../chemistry/meeting.ts';
import { type Attendance, freeTogether } from './free-time.ts';
import { offeredWindow } from './offer-slots.ts';
import { slotsIn } from './slots.ts';
import type { TimeWish } from './time-wish.ts';

/** The first day (ISO date) on which the two can meet: one that was wished for, if there is any. */
export function nextFreeOn(
  people: readonly [Attendance, Attendance],
  asked: {
    readonly now: number;
    readonly zone: string;
    readonly noticeMinutes: number;
    readonly wish?: TimeWish;
  },
): string | undefined {
  const { now, zone, noticeMinutes, wish } = asked;
  const window = offeredWindow(now, noticeMinutes);
  const slots = slotsIn(freeTogether(people, [], { window, zone }), {
    window,
    zone,
    minutes: meetingMinutes,
    wish,
  });
  return (slots.find(({ matchesWish }) => matchesWish) ?? slots[0])?.on;
}
