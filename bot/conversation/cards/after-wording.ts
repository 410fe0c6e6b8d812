import { sayDay, sayTime } from '../../mentoring/availability/say-time.ts';
import { wallTime } from '../../mentoring/availability/wall-day.ts';
import type { BlindAnswer, BlindReason } from '../../mentoring/chemistry/blind-answer.ts';
import type { MeetingFor } from '../../mentoring/chemistry/meeting-for.ts';
import { zone } from '../../mentoring/zone.ts';

const first = (name: string) => name.split(' ')[0] ?? name;

/** All text about going on after a first meeting. */
export const afterWording = {
  answers: {
    'go on': 'Go on',
    'not for me': 'Not for me',
    'another meeting first': 'Another meeting first',
  } satisfies Record<BlindAnswer, string>,
  /** An answer within a sentence. */
  said: {
    'go on': 'You said that you want to go on.',
    'not for me': 'You said that this is not for you.',
    'another meeting first': 'You said that you want to meet once more first.',
  } satisfies Record<BlindAnswer, string>,
  reasons: {
    'other help': 'I need other help',
    'no time': 'I have too little time',
    'too far': 'It is too far, or the times do not fit',
    'did not fit': 'We did not fit each other',
    'did not meet': 'We did not meet',
    else: 'Something else',
  } satisfies Record<BlindReason, string>,
  met: ({ other, iAm, stage }: MeetingFor) => {
    const whether = `do you want to go on with ${first(other.name)} as your ${iAm === 'mentee' ? 'mentor' : 'mentee'}?`;
    return stage === 'agreed' ? `You have met. ${whether.replace('do', 'Do')}` : `If you met: ${whether}`;
  },
  inPrivate: (name: string) => `${first(name)} is asked the same, and does not see what you say.`,
  released: (until: number) =>
    `You are both told at the same time: soon if you both go on, and if not at ${instant(until)}. Until then you can change it.`,
  reasonLabel: 'Why? You need not say.',
  reasonPlaceholder: 'No reason',
  reasonError: 'Choose a reason from the list, or none.',
  giveReason: 'Give this reason',
  goingOn: (name: string) => `You and ${first(name)} both want to go on.`,
  ended: (name: string) => `Your mentoring with ${first(name)} has ended.`,
  next: 'Next you two agree in the tab how you work, and meet for your first session.',
  firstSession: 'Times for your first session, 45 minutes:',
  chooseSession: 'Choose a time for it',
  otherTimes: 'Other times',
  notGoingAhead: 'This is not going ahead.',
  otherMentors: 'Other mentors may fit you as well.',
  another: (name: string) => `A second meeting with ${first(name)} is on offer to both of you.`,
  placeKept: (until: number) => `The place is kept until ${day(until)}.`,
  chooses: (name: string) => `${first(name)} chooses a time, and you are asked then.`,
  chooseTime: 'Choose a time',
};

function instant(at: number): string {
  return `${sayTime(wallTime(at, zone).minute)} on ${day(at)}`;
}

function day(at: number): string {
  return sayDay(wallTime(at, zone).on);
}
