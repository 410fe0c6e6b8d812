import { workingDaysAfter } from '../reminders/working-days.ts';
import { zone } from '../zone.ts';

const workingDaysToAnswer = 3;

/** When a mentor who wants to be asked first has had three working days (Monday to Friday). Epoch milliseconds. */
export function lapsesAt(askedAt: number): number {
  return workingDaysAfter(askedAt, workingDaysToAnswer, zone);
}
