import { remindsAt } from '../chemistry/blind-answer.ts';
import type { Side } from '../chemistry/change-meeting.ts';
import type { Meeting } from '../chemistry/meeting.ts';
import { invitedOf, organiserOf } from '../chemistry/organiser.ts';
import { zone } from '../zone.ts';
import { workingDayBefore, workingDaysAfter } from './working-days.ts';

const hourMs = 60 * 60_000;

export const reminderKinds = ['meeting-ahead', 'answer-awaited', 'time-awaited', 'go-on-awaited'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** One kind of reminder: of which meetings, to whom, when. What is said is in the conversation's wording. */
type Row = {
  readonly kind: ReminderKind;
  readonly to: readonly (Side | 'organiser' | 'invited')[];
  /** It is still worth saying of a meeting that stands so. */
  holds(meeting: Meeting): boolean;
  /** Epoch ms; `since`: when it came to stand so. */
  at(meeting: Meeting, since: number): number;
  /** After this it comes too late, epoch ms. */
  latest(meeting: Meeting): number | undefined;
};

/** Later matters add their rows beside these. Outlook reminds of the meeting itself a quarter of an hour before. */
const rows: readonly Row[] = [
  {
    kind: 'meeting-ahead',
    to: ['mentee', 'mentor'],
    holds: ({ stage, interval }) => interval !== undefined && (stage === 'agreed' || stage === 'waiting'),
    at: ({ interval }) => workingDayBefore(interval?.start ?? 0, 10, zone),
    latest: ({ interval }) => interval && interval.start - hourMs,
  },
  {
    kind: 'answer-awaited',
    to: ['invited'],
    holds: ({ stage }) => stage === 'asked' || stage === 'proposed' || stage === 'waiting',
    at: (_meeting, since) => workingDaysAfter(since, 1, zone),
    latest: lastUse,
  },
  {
    kind: 'time-awaited',
    to: ['organiser'],
    holds: ({ stage }) => stage === 'moving',
    at: (_meeting, since) => workingDaysAfter(since, 1, zone),
    latest: lastUse,
  },
  {
    kind: 'go-on-awaited',
    to: ['mentee', 'mentor'],
    holds: ({ after }) => after !== undefined && !after.released,
    at: ({ after }) => remindsAt(after?.endedAt ?? 0),
    latest: ({ after }) => after && after.decidesAt - hourMs,
  },
];

export type WantedReminder = { readonly kind: ReminderKind; readonly to: Side; readonly at: number };

/** All that the two are to be reminded of from now on, while the meeting stands as it does. `now` in epoch ms. */
export function remindersFor(meeting: Meeting, now: number): readonly WantedReminder[] {
  return rows
    .filter(row => row.holds(meeting))
    .flatMap(row => row.to.map(to => ({ kind: row.kind, to: sideIn(meeting, to), at: row.at(meeting, now) })))
    .filter(({ kind, at }) => at > now && isInTime(kind, meeting, at));
}

/** Still true and of use at that instant. */
export function isWorthSaying(kind: ReminderKind, meeting: Meeting, at: number): boolean {
  const row = rows.find(each => each.kind === kind);
  return row?.holds(meeting) === true && isInTime(kind, meeting, at);
}

/** After this instant it comes too late; absent: never. */
export function latestUse(kind: ReminderKind, meeting: Meeting): number | undefined {
  return rows.find(each => each.kind === kind)?.latest(meeting);
}

/** The two read the same: nothing to be reminded of has changed. */
export function standsAlike(a: Meeting, b: Meeting): boolean {
  const times = ({ interval, proposed = [] }: Meeting) =>
    [interval?.start, ...proposed.map(each => each.start)].join();
  return a.stage === b.stage && times(a) === times(b);
}

export function isReminderKind(kind: string): kind is ReminderKind {
  return reminderKinds.some(each => each === kind);
}

function sideIn(meeting: Meeting, to: Row['to'][number]): Side {
  if (to === 'organiser') return organiserOf(meeting);
  return to === 'invited' ? invitedOf(meeting) : to;
}

function isInTime(kind: ReminderKind, meeting: Meeting, at: number): boolean {
  return at <= (latestUse(kind, meeting) ?? Number.POSITIVE_INFINITY);
}

/** An answer is of no use once the last of its times has come. */
function lastUse({ interval, proposed = [] }: Meeting): number | undefined {
  const starts = [...(interval ? [interval.start] : []), ...proposed.map(each => each.start)];
  return starts.length > 0 ? Math.max(...starts) : undefined;
}
