import { nightsThisWeek, type WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import { days } from '../mentoring/people/mentor-profile.ts';
import { zone } from '../mentoring/zone.ts';

/** The fields of the times card, as Adaptive Cards give them: "Monday,Tuesday", "09:30", "true". */
export function canMeetFrom(
  input: {
    readonly days: string;
    readonly earliest: string;
    readonly latest: string;
    readonly nights: string;
  },
  now: number,
): WhenYouCanMeet {
  const chosen = input.days.split(',');
  const known = days.filter(day => chosen.includes(day));
  const earliest = minuteOf(input.earliest);
  const latest = minuteOf(input.latest);
  return {
    ...(known.length > 0 ? { days: known } : {}),
    ...(earliest === undefined ? {} : { earliestMinute: earliest }),
    ...(latest === undefined ? {} : { latestMinute: latest }),
    ...(input.nights === 'true' ? nightsThisWeek(now, zone) : {}),
  };
}

function minuteOf(time: string): number | undefined {
  const read = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  return read ? Number(read[1]) * 60 + Number(read[2]) : undefined;
}
