import { isAskedAbout } from '../mentoring/chemistry/asked-about.ts';
import {
  nextQuarter,
  placeKeptUntil,
  type Release,
  releaseBy,
  releaseTimes,
} from '../mentoring/chemistry/blind-answer.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';
import { type AfterChange, type AfterMatter, withMeeting } from './after-store.ts';
import { awaitedAfter, question, release, releasedRecord, releaseRecord } from './outbox-after-meeting.ts';
import { met, type Times } from './outbox-of-meeting.ts';

/** The meeting is over: its release times are fixed, and each is to be asked. */
export function askedAfter({ record, pair, outbox }: AfterMatter, times: Times): AfterChange | 'as it was' {
  const { meeting } = record;
  const ends = outbox.find(({ document }) => document.kind === met && document.dueAt <= times.now)?.document;
  if (!ends) return 'as it was';
  const rest = outbox.map(({ document }) => document).filter(each => each !== ends);
  if (!isAskedAbout(meeting) || !meeting.interval || meeting.after) return { record, pair, outbox: rest };
  const after = releaseTimes(meeting.interval.end);
  return {
    record: withMeeting(record, { after }),
    pair,
    outbox: [...rest, ...awaitedAfter(meeting, after, times)],
  };
}

/** Releases what the clock says, in one write for both of the two; what each answered is gone with it. */
export function releasedBy(matter: AfterMatter, times: Times): AfterChange | undefined {
  const { after } = matter.record.meeting;
  if (!after || after.released) return undefined;
  const found = releaseBy(matter.record.answers ?? {}, after, times.now);
  return found && sealed(matter, found, times);
}

/** The same at its hour, with the next look where there was nothing to release. */
export function lookedAt(matter: AfterMatter, times: Times): AfterChange | 'as it was' {
  const { record, pair, outbox } = matter;
  const looks = outbox.find(({ document }) => document.kind === release)?.document;
  if (!looks || looks.dueAt > times.now) return 'as it was';
  const rest = outbox.map(({ document }) => document).filter(each => each !== looks);
  const { after } = record.meeting;
  if (!after || after.released) return { record, pair, outbox: rest };
  const next = () => releaseRecord(record.meeting, after.decidesAt, times, looks);
  return releasedBy(matter, times) ?? { record, pair, outbox: [...rest, next()] };
}

/** Looked at again at the next quarter of an hour, whatever was answered. */
export function looksAgain({ record, outbox }: AfterMatter, times: Times): readonly OutboxRecord[] {
  const all = outbox.map(({ document }) => document);
  const before = all.find(each => each.kind === release);
  const { decidesAt } = record.meeting.after ?? {};
  if (decidesAt === undefined) return all;
  const dueAt = Math.min(nextQuarter(times.now), decidesAt);
  if (before?.dueAt === dueAt) return all;
  return [...all.filter(each => each !== before), releaseRecord(record.meeting, dueAt, times, before)];
}

function sealed({ record, pair, outbox }: AfterMatter, found: Release, times: Times): AfterChange {
  const { answers, ...kept } = record;
  const { after } = record.meeting;
  if (!after) throw new Error('Nothing is released of a meeting that nobody was asked about');
  const again = found.outcome === 'another meeting' ? { placeKeptUntil: placeKeptUntil(found.at) } : {};
  const reasons = [answers?.mentee?.reason, answers?.mentor?.reason].filter(each => each !== undefined);
  const { openMeetingId, ...head } = pair;
  const isOpen = openMeetingId !== undefined && openMeetingId !== record.meeting.id;
  return {
    record: withMeeting(kept, { after: { ...after, released: { ...found, ...again } } }),
    pair: {
      ...head,
      ...(isOpen ? { openMeetingId } : {}),
      ...(found.outcome === 'going on' ? { goesOnSince: new Date(found.at).toISOString() } : {}),
    },
    outbox: [
      ...outbox.map(({ document }) => document).filter(each => !isOfAnswers(each)),
      releasedRecord(record.meeting, reasons, times),
    ],
  };
}

function isOfAnswers({ kind }: OutboxRecord): boolean {
  return kind === release || kind === question || kind === 'go-on-awaited';
}
