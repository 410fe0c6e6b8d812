import type { MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import type { ContractFor } from '../../mentoring/contract/contract-for.ts';
import type { ContractReminderKind } from '../../mentoring/reminders/contract-reminders.ts';
import type { ReminderKind } from '../../mentoring/reminders/meeting-reminders.ts';
import { type Action, type Card, card, type Link, line, press, pressOnly } from './card.ts';
import { openContract } from './contract-card.ts';
import { contractWords } from './contract-words.ts';
import { reminderWords } from './reminder-words.ts';

export type SeenReminder = { readonly kind: ReminderKind; readonly seen: MeetingFor };
export type SeenContractNews = { readonly kind: ContractReminderKind; readonly contract: ContractFor };
type Seen = SeenReminder | SeenContractNews;

type Needs = { readonly now: number; readonly placeLink: (place: string) => string };

/** With the last button no more than six. */
const mostShown = 4;

/**
 * All that somebody is reminded of at one time. It carries no answers itself: a press shows how the matter stands then, so
 * that it does the right thing next week too.
 */
export function reminderCard(reminders: readonly Seen[], needs: Needs): Card {
  const shown = reminders.slice(0, mostShown);
  const left = reminders.length - shown.length;
  const kinds = [...new Set(reminders.map(({ kind }) => kind))];
  const ways = [...new Map(shown.map(each => [matterId(each), each])).values()];
  const lines = shown.map(each => lineOf(each, needs.now));
  return card(
    reminders.every(each => 'contract' in each)
      ? contractWords.news(ways.length)
      : reminderWords.title(reminders.length),
    [
      ...lines.map(each => line(each)),
      ...(left > 0 ? [line(reminderWords.more(left), { isSubtle: true })] : []),
    ],
    [
      ...ways.map(each => wayTo(each, ways.length === 1, needs)),
      pressOnly(reminderWords.stop, 'stop-reminders', { kinds: kinds.join(',') }),
    ],
    lines.join(' '),
  );
}

function matterId(each: Seen): string {
  return 'seen' in each ? each.seen.meeting.id : each.contract.contract.contractId;
}

function lineOf(each: Seen, now: number): string {
  return 'seen' in each
    ? reminderWords.line(each.kind, each.seen)
    : contractWords.line(each.kind, each.contract, now);
}

function wayTo(each: Seen, isOnly: boolean, { placeLink }: Needs): Action | Link {
  if ('contract' in each) {
    const title = isOnly ? contractWords.open : contractWords.openOf(each.contract.other);
    return openContract(each.contract, title, placeLink);
  }
  const { meeting, other } = each.seen;
  const title = isOnly ? reminderWords.show : reminderWords.showOf(other.name);
  const ids = { pairId: meeting.pairId, meetingId: meeting.id };
  return press(title, 'show-meeting', ids, isOnly ? 'positive' : undefined);
}
