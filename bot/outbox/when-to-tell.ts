import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { type ContractMatter, sideIn } from '../mentoring/contract/contract-matter.ts';
import { timeToTell } from '../mentoring/decency/decent-hours.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isContractNews, isContractReminderKind } from '../mentoring/reminders/contract-reminders.ts';
import { isReminderKind, isWorthSaying, latestUse } from '../mentoring/reminders/meeting-reminders.ts';
import { zone } from '../mentoring/zone.ts';
import type { Reminder } from '../ports/chat.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';
import type { PersonRecord } from '../records/person-record.ts';

/** How the matter stands that somebody is to be told about. */
export type MatterNow = { readonly meeting: Meeting } | { readonly contract: ContractMatter };

/** What there is to say of it now to this person; absent: nothing any more, or nothing that they want to hear. */
export function reminderOf(
  { kind }: Pick<OutboxRecord, 'kind'>,
  matter: MatterNow,
  to: PersonId,
  person: PersonRecord | undefined,
  now: number,
): Reminder | undefined {
  if (person?.muted?.some(each => each === kind)) return undefined;
  if ('meeting' in matter) {
    if (!isReminderKind(kind) || !isWorthSaying(kind, matter.meeting, now)) return undefined;
    return { kind, meeting: matter.meeting };
  }
  const side = sideIn(matter.contract, to);
  if (!side || !isContractReminderKind(kind) || !isContractNews(kind, matter.contract, side, now))
    return undefined;
  return { kind, contract: matter.contract };
}

/** When to say it: at a decent time for this person, unless that is too late. Epoch ms. */
export function whenToTell(reminder: Reminder, person: PersonRecord | undefined, now: number): number {
  const latest = 'meeting' in reminder ? latestUse(reminder.kind, reminder.meeting) : undefined;
  return timeToTell(now, latest, person?.canMeet, zone);
}
