import { isDeepStrictEqual } from 'node:util';
import { isAskedAbout } from '../mentoring/chemistry/asked-about.ts';
import type { Side } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { organiserOf } from '../mentoring/chemistry/organiser.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isReminderKind, remindersFor, standsAlike } from '../mentoring/reminders/meeting-reminders.ts';
import { freshMs, leaseMs } from '../outbox/take.ts';
import type { Stored, Write } from '../ports/store.ts';
import { type OutboxRecord, outboxRecordId } from '../records/outbox-record.ts';
import { type IntentRecord, isIntent, type Todo } from '../records/pair-record.ts';
import { isNothing, restsUntil } from './todo.ts';

/** The card that tells one of the two how the meeting stands. */
export const standing = 'standing';
/** Something else has come into the organiser's calendar. */
export const clash = 'clash';
/** The meeting is over: each is asked whether to go on. */
export const met = 'met';
/** What is told with the matter itself, by whoever settles it. */
export const ofMatter: ReadonlySet<string> = new Set([standing, clash]);

export type Times = { readonly now: number; readonly real: number };

/** What has become of one that was taken, by its etag; done: it is no more. */
export type Outcomes = ReadonlyMap<string, OutboxRecord | 'done'>;

export type OutboxChange = {
  readonly meeting: Meeting;
  /** Absent: what there was. */
  readonly todo?: Todo;
  /** Who is told how it stands now, these alone; absent: who was to be told. `tellAt`: not at once (movable, epoch ms). */
  readonly tell?: readonly Side[];
  readonly tellAt?: number;
  /** The organiser is told of a clash. */
  readonly clashed?: boolean;
  /** The work rests as long (real ms) before anybody takes it up again. */
  readonly pauseMs?: number;
  readonly outcomes?: Outcomes;
};

/** All that is in the outbox about a meeting once it has changed. Those that stay are the same objects as before. */
export function outboxAfter(
  before: { readonly meeting: Meeting; readonly outbox: readonly Stored<OutboxRecord>[] },
  change: OutboxChange,
  times: Times,
): readonly OutboxRecord[] {
  const { meeting } = change;
  const kept = before.outbox.flatMap(({ document, etag }) => {
    const outcome = change.outcomes?.get(etag);
    return outcome === 'done' ? [] : [outcome ?? document];
  });
  const intent = kept.find(isIntent);
  const told = kept.filter(each => each.kind === standing);
  const reminders = kept.filter(each => isReminderKind(each.kind));
  const ends = kept.filter(each => each.kind === met);
  const apart = new Set<OutboxRecord>([...told, ...reminders, ...ends]);
  const others = kept.filter(each => !isIntent(each) && !apart.has(each));
  const alike = standsAlike(before.meeting, meeting);
  return [
    ...asList(intentAfter(intent, change, times)),
    ...(change.tell ? change.tell.map(side => toTell(told, change, side, times)) : told),
    ...(alike ? reminders : remindersAfter(reminders, meeting, times)),
    ...(alike ? ends : asList(endOf(ends, meeting, times))),
    ...(alike ? others : []),
    ...(change.clashed
      ? [
          newRecord(
            meeting,
            { kind: clash, to: meeting[organiserOf(meeting)].person, dueAt: times.now },
            times,
          ),
        ]
      : []),
  ];
}

/** What takes the outbox from one to the other, under the etags that were read. */
export function outboxWrites(
  before: readonly Stored<OutboxRecord>[],
  after: readonly OutboxRecord[],
): readonly Write[] {
  const known = new Map(before.map(each => [each.document.id, each]));
  const stays = new Set(after.map(each => each.id));
  return [
    ...before
      .filter(({ document }) => !stays.has(document.id))
      .map(({ document, etag }) => ({ remove: document.id, ifMatch: etag })),
    ...after
      .filter(each => known.get(each.id)?.document !== each)
      .map(each => ({ put: each, ifMatch: known.get(each.id)?.etag ?? 'absent' })),
  ];
}

export function newIntent(
  meeting: Pick<Meeting, 'id' | 'pairId'>,
  todo: Todo,
  times: Times,
  again: { readonly tries?: number; readonly pauseMs?: number; readonly before?: OutboxRecord } = {},
): IntentRecord {
  const rests = restsUntil(todo);
  const { tries = 0, pauseMs = leaseMs } = again;
  const dueAt = rests ?? Math.min(again.before?.dueAt ?? times.now, times.now);
  return {
    ...newRecord(meeting, { kind: 'settle', dueAt }, times, again.before),
    kind: 'settle',
    todo,
    leaseUntil: rests === undefined ? times.real + pauseMs : 0,
    tries: rests === undefined ? tries : 0,
  };
}

export function newRecord(
  { id, pairId }: Pick<Meeting, 'id' | 'pairId'>,
  what: { readonly kind: string; readonly to?: PersonId; readonly dueAt: number; readonly wantedAt?: number },
  { real }: Times,
  before?: OutboxRecord,
): OutboxRecord {
  return {
    id: outboxRecordId(id, what),
    type: 'outbox',
    ...what,
    about: { pairId, meetingId: id },
    state: 'waiting',
    leaseUntil: 0,
    fence: before?.fence ?? 0,
    tries: 0,
    version: Math.max((before?.version ?? 0) + 1, real),
  };
}

function intentAfter(
  before: IntentRecord | undefined,
  { meeting, todo, pauseMs }: OutboxChange,
  times: Times,
): IntentRecord | undefined {
  if (!todo) return before;
  if (isNothing(todo)) return undefined;
  const again = pauseMs === undefined ? {} : { pauseMs, tries: before?.tries ?? 0 };
  return newIntent(meeting, todo, times, { ...again, ...(before ? { before } : {}) });
}

/** A newer one about the same matter takes the place of one that was not sent; whoever is sending that finds out. */
function toTell(
  told: readonly OutboxRecord[],
  { meeting, tellAt }: OutboxChange,
  side: Side,
  times: Times,
): OutboxRecord {
  const to = meeting[side].person;
  const before = told.find(each => isDeepStrictEqual(each.to, to));
  const dueAt = Math.max(tellAt ?? times.now, times.now);
  const record = newRecord(meeting, { kind: standing, to, dueAt }, times, before);
  return dueAt > times.now ? record : { ...record, leaseUntil: times.real + freshMs };
}

function remindersAfter(
  before: readonly OutboxRecord[],
  meeting: Meeting,
  times: Times,
): readonly OutboxRecord[] {
  return remindersFor(meeting, times.now).map(({ kind, to, at }) => {
    const person = meeting[to].person;
    const known = before.find(
      each => each.kind === kind && each.wantedAt === at && isDeepStrictEqual(each.to, person),
    );
    return known ?? newRecord(meeting, { kind, to: person, dueAt: at, wantedAt: at }, times);
  });
}

/** For when the meeting ends, as long as nothing comes between. */
function endOf(before: readonly OutboxRecord[], meeting: Meeting, times: Times): OutboxRecord | undefined {
  if (!isAskedAbout(meeting) || !meeting.interval || meeting.after) return undefined;
  const dueAt = meeting.interval.end;
  return before.find(each => each.dueAt === dueAt) ?? newRecord(meeting, { kind: met, dueAt }, times);
}

function asList<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
