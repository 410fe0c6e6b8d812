import type { Interval } from '../mentoring/availability/interval.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import {
  type MeetingFor,
  meetingFor,
  meetingsFor,
  type Relationship,
} from '../mentoring/chemistry/meeting-for.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import {
  type HomeView,
  type MeetingView,
  type PastView,
  pageSize,
  type RelationshipView,
} from './contract.ts';
import { plain } from './plain.ts';

/** What the journey that lists meetings gives. */
export type Listed = {
  readonly me: {
    readonly name: string;
    readonly isMentor: boolean;
    /** Since when (ISO instant) they cannot be spoken to in Teams, and which meetings (ids) they were not told about. */
    readonly unreachable?: {
      readonly since: string;
      readonly why: NonNullable<HomeView['unreachable']>['why'];
      readonly untold: readonly string[];
    };
  };
  readonly meetings: readonly Meeting[];
};

export function homeView(person: PersonId, listed: Listed, now: number): HomeView {
  const mine = meetingsFor(person, listed.meetings, now);
  return {
    me: { name: plain(listed.me.name) },
    isMentor: listed.me.isMentor,
    ...(mine.next && { next: meetingView(mine.next) }),
    waitingForYou: mine.waitingForYou.map(meetingView),
    waitingForOthers: mine.waitingForOthers.map(meetingView),
    upcoming: mine.upcoming.map(meetingView),
    mentors: mine.mentors.map(relationship => relationshipView(relationship)),
    mentees: mine.mentees.map(relationship => relationshipView(relationship)),
    past: mine.past.slice(0, pageSize).map(meetingView),
    pastTotal: mine.past.length,
    ...unreachable(listed),
  };
}

/** Only what is their own and can be seen. */
function unreachable({ me, meetings }: Listed): Pick<HomeView, 'unreachable'> {
  if (!me.unreachable) return {};
  const untold = me.unreachable.untold.filter(id => meetings.some(meeting => meeting.id === id));
  return untold.length > 0 ? { unreachable: { ...me.unreachable, untold } } : {};
}

/** `page` counts from 1. */
export function pastView(person: PersonId, listed: Listed, page: number, now: number): PastView {
  const { past } = meetingsFor(person, listed.meetings, now);
  return {
    past: past.slice((page - 1) * pageSize, page * pageSize).map(meetingView),
    pastTotal: past.length,
  };
}

export function oneMeetingView(person: PersonId, meeting: Meeting, now: number): MeetingView | undefined {
  const seen = meetingFor(person, meeting, now);
  return seen && meetingView(seen);
}

function meetingView(seen: MeetingFor): MeetingView {
  const { meeting, stage, isPast } = seen;
  const isOn = !isPast && meeting.mode === 'online' && (stage === 'agreed' || stage === 'waiting');
  const joinUrl = isOn ? meeting.event?.joinUrl : undefined;
  const toPick = !isPast && (stage === 'proposed' || stage === 'moving');
  return {
    id: meeting.id,
    pairId: meeting.pairId,
    with: plain(seen.other.name),
    iAm: seen.iAm,
    ...(meeting.interval && instants(meeting.interval)),
    proposed: toPick ? [...(meeting.proposed ?? [])].sort((a, b) => a.start - b.start).map(instants) : [],
    mode: meeting.mode,
    ...(meeting.place !== undefined && { place: meeting.place }),
    ...(joinUrl?.startsWith('https://') && { joinUrl }),
    stage,
    waitsFor: seen.waitsFor,
    ...(meeting.cancelledBy && { cancelledBy: meeting.cancelledBy === seen.iAm ? 'me' : 'other' }),
    can: [...seen.can],
  };
}

function relationshipView({ pairId, other, latest }: Relationship): RelationshipView {
  const at = latest.meeting.interval && new Date(latest.meeting.interval.start).toISOString();
  return {
    pairId,
    with: plain(other.name),
    stage: latest.stage,
    ...(at && (latest.isPast ? { lastAt: at } : { nextAt: at })),
  };
}

function instants({ start, end }: Interval): { startAt: string; endAt: string } {
  return { startAt: new Date(start).toISOString(), endAt: new Date(end).toISOString() };
}
