import type { MeetingView, RelationshipView } from '../../bot/http/contract.ts';
import { day, when } from '../when.ts';

type Stage = MeetingView['stage'];
/** "Thursday 3 December 2026, 9am to 9.30am", or what there is instead of a time. */
export function timeOf({ startAt, endAt, stage, proposed }: MeetingView): string {
  const first = proposed[0];
  if (first && (stage === 'proposed' || stage === 'moving')) {
    return proposed.length === 1
      ? `1 time offered, on ${day(first.startAt)}`
      : `${proposed.length} times offered, the first on ${day(first.startAt)}`;
  }
  return startAt && endAt ? when(startAt, endAt) : 'No time yet';
}

export function placeOfMeeting({ mode, place }: MeetingView): string {
  if (mode === 'online') return 'Online, in Teams';
  return place ? `In person: ${place}` : 'In person';
}

export const notToldInTeams = 'We could not tell you about this in Teams';

/** How the matter stands, in one short sentence. `over`: it is among the past meetings. */
export function standing(meeting: MeetingView, over: boolean): string {
  const other = isolated(meeting.with);
  if (meeting.after) return afterStanding[meeting.after.stands];
  if (over && meeting.waitsFor === 'nobody' && isOpen(meeting.stage)) return 'Nobody answered in time';
  switch (meeting.stage) {
    case 'asked':
    case 'waiting':
      return meeting.waitsFor === 'me'
        ? `${other} would like ${meeting.kind ? 'a session with' : 'to meet'} you`
        : `Waiting for ${other} to say yes`;
    case 'proposed':
      return meeting.waitsFor === 'me' ? `${other} proposed times` : `Waiting for ${other} to choose a time`;
    case 'moving':
      return meeting.waitsFor === 'me'
        ? `${other} asked for another time`
        : `Waiting for ${other} to choose another time`;
    case 'agreed':
      return over ? 'Agreed by both of you' : 'Agreed';
    case 'not now':
      return meeting.iAm === 'mentor' ? 'You said not now' : `${other} said not now`;
    case 'cancelled':
      return meeting.cancelledBy === 'other'
        ? `Cancelled by ${other}`
        : meeting.cancelledBy === 'me'
          ? 'Cancelled by you'
          : 'Cancelled';
  }
}

const afterStanding: Record<NonNullable<MeetingView['after']>['stands'], string> = {
  asked: 'You have met',
  'going on': 'You both go on',
  'not going ahead': 'Not going ahead',
  'another meeting': 'A second meeting is on offer to both of you',
};

/** Under a mentor's or mentee's name. */
export function relationshipStanding({ stage, nextAt, lastAt }: RelationshipView): string {
  if (nextAt) return `${stage === 'agreed' ? 'Next meeting' : 'Asked for'} ${day(nextAt)}`;
  if (lastAt) return `Last meeting ${day(lastAt)}`;
  return stage === 'moving' ? 'Choosing another time' : 'Choosing a time';
}

/** On the button that leads from a person to the contract with them. */
export const contractWords: Record<NonNullable<RelationshipView['contract']>, string> = {
  drafting: 'Contract: being written',
  proposed: 'Contract: to be signed',
  active: 'Contract: in force',
  ended: 'Contract: ended',
};

/** While the contract is being written. */
export function writeWords({ with: name }: RelationshipView): string {
  return `You and ${isolated(name)} go on together. Write your contract: what it is for, and how you meet.`;
}

function isOpen(stage: Stage): boolean {
  return stage === 'asked' || stage === 'proposed' || stage === 'waiting' || stage === 'moving';
}

/** Keeps a name of another writing direction from reordering the sentence around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** What a toast says once it has been done. */
export function doneWords(what: 'accept' | 'cancel' | 'not now', meeting: MeetingView): string {
  const other = isolated(meeting.with);
  switch (what) {
    case 'accept':
      return `You are meeting ${other}`;
    case 'cancel':
      return `Meeting with ${other} cancelled`;
    case 'not now':
      return `We let ${other} know`;
  }
}
