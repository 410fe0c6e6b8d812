import { contractReminderKinds } from './contract-reminders.ts';
import { reminderKinds } from './meeting-reminders.ts';

/** All that somebody is told in a digest, and may mute. */
export const kindsTold = [...reminderKinds, ...contractReminderKinds] as const;
export type KindTold = (typeof kindsTold)[number];

export function isKindTold(kind: string): kind is KindTold {
  return kindsTold.some(each => each === kind);
}
