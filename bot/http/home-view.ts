import type { Interval } from '../mentoring/availability/interval.ts';
import { isSession, type OwnMeeting } from '../mentoring/chemistry/meeting.ts';
import {
  type MeetingFor,
  meetingFor,
  meetingsFor,
  type Relationship,
} from '../mentoring/chemistry/meeting-for.ts';
import { contractFor } from '../mentoring/contract/contract-for.ts';
import type { ContractMatter } from '../mentoring/contract/contract-matter.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import {
  type AfterMeetingView,
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
  readonly meetings: readonly OwnMeeting[];
  /** Ids of the pairs that book sessions. */
  readonly goingOn?: ReadonlySet<string>;
  readonly contracts?: readonly ContractMatter[];
};

export function homeView(person: PersonId, listed: Listed, now: number): HomeView {
  const mine = meetingsFor(person, listed.meetings, now);
  const withContract = (relationship: Relationship): RelationshipView => ({
    ...relationshipView(relationship, listed.goingOn),
    ...contractOf(
      person,
      listed.contracts?.find(each => each.pairId === relationship.pairId),
      now,
    ),
  });
  return {
    me: { name: plain(listed.me.name) },
    isMentor:
      listed.me.isMentor || listed.meetings.some(each => meetingFor(person, each, now)?.iAm === 'mentor'),
    ...(mine.next && { next: meetingView(mine.next) }),
    waitingForYou: mine.waitingForYou.map(meetingView),
    waitingForOthers: mine.waitingForOthers.map(meetingView),
    upcoming: mine.upcoming.map(meetingView),
    mentors: mine.mentors.map(withContract),
    mentees: mine.mentees.map(withContract),
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

export function oneMeetingView(person: PersonId, meeting: OwnMeeting, now: number): MeetingView | undefined {
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
    ...(isSession(meeting) && { kind: 'session' }),
    ...(meeting.interval && instants(meeting.interval)),
    proposed: toPick ? [...(meeting.proposed ?? [])].sort((a, b) => a.start - b.start).map(instants) : [],
    mode: meeting.mode,
    ...(meeting.place !== undefined && { place: meeting.place }),
    ...(joinUrl?.startsWith('https://') && { joinUrl }),
    stage,
    waitsFor: seen.waitsFor,
    ...(meeting.cancelledBy && { cancelledBy: meeting.cancelledBy === seen.iAm ? 'me' : 'other' }),
    can: [...seen.can],
    ...(seen.after && { after: afterView(seen.after) }),
  };
}

function afterView(after: NonNullable<MeetingFor['after']>): AfterMeetingView {
  if (after.stands !== 'asked') return { stands: after.stands };
  const { stands, mine, until } = after;
  return { stands, ...(mine && { mine }), until: new Date(until).toISOString() };
}

function relationshipView(
  { pairId, other, latest }: Relationship,
  goingOn: ReadonlySet<string> = new Set(),
): RelationshipView {
  const at = latest.meeting.interval && new Date(latest.meeting.interval.start).toISOString();
  return {
    pairId,
    with: plain(other.name),
    stage: latest.stage,
    ...(at && (latest.isPast ? { lastAt: at } : { nextAt: at })),
    ...(goingOn.has(pairId) && { goesOn: true }),
  };
}

function instants({ start, end }: Interval): { startAt: string; endAt: string } {
  return { startAt: new Date(start).toISOString(), endAt: new Date(end).toISOString() };
}

function contractOf(
  person: PersonId,
  contract: ContractMatter | undefined,
  now: number,
): Pick<RelationshipView, 'contract' | 'contractAsks'> {
  const seen = contract && contractFor(person, contract, now);
  if (!seen) return {};
  const isMine = seen.waitsFor === 'me' || seen.waitsFor === 'both';
  const asks = seen.stands === 'to sign' ? 'sign' : seen.stands === 'review' ? 'review' : undefined;
  return { contract: seen.contract.stage, ...(isMine && asks && { contractAsks: asks }) };
}
