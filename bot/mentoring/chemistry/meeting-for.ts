import type { Interval } from '../availability/interval.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import type { BlindAnswer, BlindOutcome } from './blind-answer.ts';
import { isSession, type Meeting, type MeetingStage, type OwnMeeting, type Party } from './meeting.ts';
import { invitedOf, organiserOf } from './organiser.ts';

export type MeetingAct = 'accept' | 'pick a time' | 'move' | 'not now' | 'cancel';

/** The stages that people see. */
export type StageSeen = Exclude<MeetingStage, 'reserving' | 'released'>;

/** A meeting as one of its two people sees it. */
export type MeetingFor = {
  readonly meeting: Meeting;
  readonly stage: StageSeen;
  readonly iAm: 'mentee' | 'mentor';
  /** I choose its times; otherwise I answer. */
  readonly iOrganise: boolean;
  readonly other: Party;
  readonly waitsFor: 'me' | 'other' | 'nobody';
  /** Nothing can be done any more: it is over, was called off, or nobody answered in time. */
  readonly isPast: boolean;
  /** When it is or was, or the first of the times proposed. Epoch milliseconds. */
  readonly startsAt: number;
  readonly can: readonly MeetingAct[];
  readonly after?: AfterMeetingFor;
};

/** Whether the two go on: asked, with one's own answer until it is released (`until`, epoch ms, at the latest), or what came of it. */
export type AfterMeetingFor =
  | { readonly stands: 'asked'; readonly until: number; readonly mine?: BlindAnswer }
  | { readonly stands: BlindOutcome; readonly placeKeptUntil?: number; readonly hasEnded?: true };

/** A mentor or mentee, by the meeting that tells most: the next one, otherwise the latest. */
export type Relationship = { readonly pairId: string; readonly other: Party; readonly latest: MeetingFor };

/** Each meeting that the person may see is in exactly one of the first five. */
export type MeetingsFor = {
  readonly next?: MeetingFor;
  readonly waitingForYou: readonly MeetingFor[];
  readonly waitingForOthers: readonly MeetingFor[];
  /** After `next`, soonest first. */
  readonly upcoming: readonly MeetingFor[];
  /** Newest first. */
  readonly past: readonly MeetingFor[];
  readonly mentors: readonly Relationship[];
  readonly mentees: readonly Relationship[];
};

/** `undefined`: not this person's, or not there yet for anybody. `now` in epoch milliseconds. */
export function meetingFor(person: PersonId, meeting: OwnMeeting, now: number): MeetingFor | undefined {
  if (meeting.stage === 'reserving' || meeting.stage === 'released') return undefined;
  const iAm = roleOf(person, meeting);
  if (!iAm) return undefined;
  const stage = meeting.stage;
  const iOrganise = organiserOf(meeting) === iAm;
  const isPast = stage === 'not now' || stage === 'cancelled' || lastChance(meeting) <= now;
  const answers = answeredBy(stage, meeting);
  const after = afterFor(meeting);
  return {
    meeting,
    stage,
    iAm,
    iOrganise,
    other: iAm === 'mentee' ? meeting.mentor : meeting.mentee,
    waitsFor: isPast || !answers ? 'nobody' : answers === iAm ? 'me' : 'other',
    isPast,
    startsAt: times(meeting)[0]?.start ?? 0,
    can: isPast || hasStarted(meeting, now) ? [] : acts(stage, meeting, iOrganise),
    ...(after && { after }),
  };
}

/** `now` in epoch milliseconds. Meetings of other people are left out. */
export function meetingsFor(person: PersonId, meetings: readonly OwnMeeting[], now: number): MeetingsFor {
  const mine = meetings
    .map(meeting => meetingFor(person, meeting, now))
    .filter(seen => seen !== undefined)
    .sort((a, b) => a.startsAt - b.startsAt || (a.meeting.id < b.meeting.id ? -1 : 1));
  const live = mine.filter(seen => !seen.isPast);
  const next = live.find(hasItsTime);
  const later = live.filter(seen => seen !== next);
  return {
    ...(next && { next }),
    waitingForYou: later.filter(seen => seen.waitsFor === 'me'),
    waitingForOthers: later.filter(seen => seen.waitsFor === 'other'),
    upcoming: later.filter(seen => seen.waitsFor === 'nobody'),
    past: mine.filter(seen => seen.isPast).reverse(),
    mentors: relationships(mine.filter(seen => seen.iAm === 'mentee')),
    mentees: relationships(mine.filter(seen => seen.iAm === 'mentor')),
  };
}

function afterFor({ after, mine }: OwnMeeting): AfterMeetingFor | undefined {
  if (!after) return undefined;
  const { decidesAt, released, mentoringEndedAt } = after;
  if (!released) return { stands: 'asked', until: decidesAt, ...(mine ? { mine } : {}) };
  const { outcome, placeKeptUntil } = released;
  return {
    stands: outcome,
    ...(placeKeptUntil === undefined ? {} : { placeKeptUntil }),
    ...(mentoringEndedAt === undefined ? {} : { hasEnded: true }),
  };
}

/** In both diaries at its time, not asked to be moved. */
function hasItsTime(seen: MeetingFor): boolean {
  return seen.stage === 'agreed' || seen.stage === 'waiting' || seen.stage === 'asked';
}

function roleOf(person: PersonId, meeting: Meeting): 'mentee' | 'mentor' | undefined {
  if (samePerson(person, meeting.mentee.person)) return 'mentee';
  if (samePerson(person, meeting.mentor.person)) return 'mentor';
  return undefined;
}

function answeredBy(stage: StageSeen, meeting: Meeting): 'mentee' | 'mentor' | undefined {
  if (stage === 'moving') return organiserOf(meeting);
  return stage === 'asked' || stage === 'proposed' || stage === 'waiting' ? invitedOf(meeting) : undefined;
}

function acts(stage: StageSeen, meeting: Meeting, iOrganise: boolean): readonly MeetingAct[] {
  const no = isSession(meeting) ? 'cancel' : 'not now';
  switch (stage) {
    case 'asked':
    case 'waiting':
      return iOrganise ? ['move', 'cancel'] : ['accept', 'move', no];
    case 'proposed':
      return iOrganise ? ['cancel'] : ['pick a time', no];
    case 'moving':
      return iOrganise ? ['pick a time', 'cancel'] : ['cancel'];
    case 'agreed':
      return ['move', 'cancel'];
    case 'not now':
    case 'cancelled':
      return [];
  }
}

/** Earliest first. Times still to be picked from count where the meeting has no time that stands. */
function times(meeting: Meeting): readonly Interval[] {
  const open = meeting.stage === 'proposed' || meeting.stage === 'moving';
  const offered = [...(meeting.proposed ?? [])].sort((a, b) => a.start - b.start);
  if (open && offered.length > 0) return offered;
  return meeting.interval ? [meeting.interval] : offered;
}

/** After this instant nothing about the meeting can still come true. */
function lastChance(meeting: Meeting): number {
  const all = times(meeting);
  if (all.length === 0) return Number.POSITIVE_INFINITY;
  return meeting.stage === 'proposed' || meeting.stage === 'moving'
    ? Math.max(...all.map(time => time.start))
    : Math.max(...all.map(time => time.end));
}

function hasStarted(meeting: Meeting, now: number): boolean {
  if (meeting.stage === 'proposed' || meeting.stage === 'moving') return false;
  return meeting.interval !== undefined && meeting.interval.start <= now;
}

/** Soonest next meeting first, then those behind us, newest first. What was called off or does not go ahead makes no relationship. */
function relationships(mine: readonly MeetingFor[]): readonly Relationship[] {
  const byPair = new Map<string, MeetingFor>();
  for (const seen of mine) {
    if (seen.stage === 'not now' || seen.stage === 'cancelled') continue;
    if (seen.after?.stands === 'not going ahead') continue;
    const known = byPair.get(seen.meeting.pairId);
    if (!known || known.isPast) byPair.set(seen.meeting.pairId, seen);
  }
  const latest = [...byPair.values()];
  const ordered = [...latest.filter(seen => !seen.isPast), ...latest.filter(seen => seen.isPast).reverse()];
  return ordered.map(seen => ({ pairId: seen.meeting.pairId, other: seen.other, latest: seen }));
}
