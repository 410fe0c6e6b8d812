import { z } from 'zod';
import { type Interval, merge, overlaps } from '../../mentoring/availability/interval.ts';
import { days } from '../../mentoring/people/mentor-profile.ts';
import type { Schedule, WorkingHours } from '../../ports/calendar.ts';
import { datesOf, dateTimeTimeZone, ianaZone, intervalOf, isMidnight, ukZone } from './graph-time.ts';

/** Minutes of one digit of availabilityView. */
export const viewMinutes = 15;

const scheduleItem = z.object({ status: z.string(), start: dateTimeTimeZone, end: dateTimeTimeZone });
const workingHours = z.object({
  daysOfWeek: z.array(z.string()),
  startTime: z.string(),
  endTime: z.string(),
  timeZone: z.object({ name: z.string(), bias: z.number().optional() }),
});
const scheduleInformation = z.object({
  scheduleId: z.string(),
  availabilityView: z.string().nullish(),
  scheduleItems: z.array(scheduleItem).nullish(),
  workingHours: workingHours.nullish().catch(undefined),
  error: z.object({ responseCode: z.string().nullish() }).nullish(),
});

/** Only these two leave a person free; a status that is not known blocks. */
const freeStatuses = ['free', 'workingElsewhere'];

/** One entry of getSchedule. Whatever cannot be read in full counts as hidden. Subjects and places are never looked at. */
export function scheduleOf(entry: unknown, window: Interval): Schedule {
  const read = scheduleInformation.safeParse(entry);
  if (!read.success) return { seen: false, why: hasError(entry) ? 'refused' : 'unreadable' };
  const { error, availabilityView: view, scheduleItems: items } = read.data;
  if (error) return { seen: false, why: whyHidden(error.responseCode ?? '') };
  if (!items && !view) return { seen: false, why: 'nothing was told' };
  const hours = workingHoursOf(read.data.workingHours);
  const zone = hours?.timeZone ?? ukZone;
  const told = (items ?? []).map(item => ({ item, interval: itemInterval(item, zone) }));
  const busy: Interval[] = [];
  for (const { item, interval } of told) {
    if (!interval) return { seen: false, why: 'unreadable' };
    if (!freeStatuses.includes(item.status)) busy.push(interval);
  }
  const known = told.flatMap(each => each.interval ?? []);
  const untold = viewedBusy(view ?? '', window).filter(each => !known.some(item => overlaps(item, each)));
  return { seen: true, busy: merge([...busy, ...untold]), ...(hours && { workingHours: hours }) };
}

/** The key of an entry: its address in lower case. */
export function scheduleAddress(entry: unknown): string | undefined {
  return z.object({ scheduleId: z.string() }).safeParse(entry).data?.scheduleId.toLowerCase();
}

export function whyHidden(code: string): string {
  if (/MailboxNotEnabled/i.test(code)) return 'no mailbox';
  if (/RecipientNotFound/i.test(code)) return 'not found';
  if (/ProxyRequest/i.test(code)) return 'kept elsewhere';
  return /AccessDenied|NoFreeBusyAccess/i.test(code) ? 'not allowed' : 'refused';
}

function hasError(entry: unknown): boolean {
  return z.object({ error: z.object({}) }).safeParse(entry).success;
}

/** getSchedule does not say what is all-day: it is what lasts from midnight to midnight. */
function itemInterval(item: z.infer<typeof scheduleItem>, ownerZone: string): Interval | undefined {
  const isAllDay =
    isMidnight(item.start) && isMidnight(item.end) && ianaZone(item.start.timeZone) !== undefined;
  return isAllDay ? datesOf(item, ownerZone) : intervalOf(item);
}

/** 0 is free, 4 an older way to say working elsewhere. https://learn.microsoft.com/graph/outlook-get-free-busy-schedule */
function viewedBusy(view: string, window: Interval): Interval[] {
  const step = viewMinutes * 60_000;
  return [...view].flatMap((digit, index) => {
    const start = window.start + index * step;
    return digit === '0' || digit === '4' ? [] : [{ start, end: start + step }];
  });
}

function workingHoursOf(told: z.infer<typeof workingHours> | null | undefined): WorkingHours | undefined {
  const startMinute = minuteOf(told?.startTime);
  const endMinute = minuteOf(told?.endTime);
  if (!told || startMinute === undefined || endMinute === undefined) return undefined;
  const isOwnUkZone = /^Customized Time Zone$|^tzone:/i.test(told.timeZone.name) && told.timeZone.bias === 0;
  const timeZone = isOwnUkZone ? ukZone : ianaZone(told.timeZone.name);
  if (timeZone === undefined) return undefined;
  const named = told.daysOfWeek.map(name => days.find(day => day.toLowerCase() === name.toLowerCase()));
  return { days: named.flatMap(day => day ?? []), startMinute, endMinute, timeZone };
}

/** "17:00:00.0000000"; the last minute of the day means its end. */
function minuteOf(time: string | undefined): number | undefined {
  const found = /^(\d{2}):(\d{2})/.exec(time ?? '');
  if (!found) return undefined;
  const minute = Number(found[1]) * 60 + Number(found[2]);
  return minute === 1439 ? 1440 : minute;
}
