import type { Meeting } from '../../bot/mentoring/chemistry/meeting.ts';
import type { ProfileRecord } from '../../bot/records/profile-record.ts';
import { mondayMorning } from '../support/booking-by-chat.ts';

const day = 24 * 60 * 60_000;

/** What has happened since the card was sent, and what the buttons on it then answer: by side and verb, `rest` for others. */
export type CardState = {
  readonly what: string;
  readonly meeting: Partial<Meeting>;
  readonly profile?: Partial<ProfileRecord['profile']> & { readonly leftAt?: string };
  readonly at?: number;
  readonly says: Readonly<Record<string, RegExp>>;
  /** Cells that another test has. */
  readonly without?: readonly string[];
};

const times = /^30 minutes with Priya Varghese/;
const confirm = /^Book a chemistry meeting with Priya Varghese/;
const finding = {
  'mentee choose-time': times,
  'mentee more-times': times,
  'mentee ask-when': times,
  'mentee can-meet': times,
  'mentee pick': confirm,
};
const already = {
  'mentee book': /The two of you have a meeting already\./,
  'mentee propose': /The two of you have a meeting already\./,
};
const anew = {
  'mentee book': /Waiting for Priya|These are free too/,
  'mentee propose': /Waiting for Priya/,
};
const past = {
  ...finding,
  'mentee move-to': times,
  'mentee pick': /That time has passed\. Choose a later one\./,
  'mentee book': /That time has passed\. Choose a later one\./,
  'mentee propose': /That time has passed\. Choose a later one\./,
};
const gone = (words: RegExp) => ({
  'mentee choose-time': words,
  'mentee more-times': words,
  'mentee ask-when': words,
  'mentee can-meet': words,
  'mentee book': words,
  'mentee propose': words,
});

export const cardStates: readonly CardState[] = [
  {
    what: 'the mentor has said yes meanwhile',
    meeting: { stage: 'agreed' },
    says: {
      rest: /In both calendars|It is in both calendars/i,
      ...finding,
      ...already,
      'mentor move': /We have asked Sam to choose another time\./,
      'mentor another-time': /We have asked Sam to choose another time\./,
      'mentor not-now': /This was answered already\. This is how it stands\.\nYou said yes\./,
      'mentor suggest': /This was answered already\. This is how it stands\.\nYou said yes\./,
      'mentor cancel': /You cancelled it\./,
      'mentee move': times,
      'mentee cancel': /You cancelled it\./,
    },
    without: ['mentee move-to'],
  },
  {
    what: 'it has been moved to another time',
    meeting: {
      stage: 'waiting',
      interval: { start: mondayMorning + 8 * day, end: mondayMorning + 8 * day + 1_800_000 },
    },
    says: {
      rest: /Tuesday 1 December 2026, 10am/,
      ...finding,
      ...already,
      'mentor accept': /The time has changed meanwhile\. This is the new one\.[\s\S]*Tuesday 1 December 2026/,
      'mentor not-now': /You said not now\./,
      'mentee move': times,
    },
    without: ['mentee move-to'],
  },
  {
    what: 'the mentor has asked for another time',
    meeting: { stage: 'moving' },
    says: {
      rest: /We have asked Sam to choose another time\./,
      ...finding,
      ...already,
      'mentor accept': /You said yes\./,
      'mentor not-now': /You said not now\./,
      'mentor cancel': /You cancelled it\./,
      'mentee show-meeting': /Priya asks for another time\./,
      'mentee move': times,
      'mentee cancel': /You cancelled it\./,
    },
    without: ['mentee move-to'],
  },
  ...(['mentee', 'mentor'] as const).map(
    (by): CardState => ({
      what: `the ${by} has cancelled it`,
      meeting: { stage: 'cancelled', cancelledBy: by },
      says: {
        rest: by === 'mentee' ? /(You|Sam) cancelled it\./ : /(You|Priya) cancelled it\./,
        ...finding,
        ...anew,
      },
    }),
  ),
  {
    what: 'the mentor has said not now',
    meeting: { stage: 'not now', cancelledBy: 'mentor' },
    says: { rest: /You said not now\.|Priya cannot take this on now\./, ...finding, ...anew },
  },
  {
    what: 'nobody answered in time',
    meeting: { stage: 'not now' },
    says: {
      rest: /The time to answer it has passed\.|Priya cannot take this on now\./,
      ...finding,
      ...anew,
    },
  },
  {
    what: 'they have met',
    meeting: { stage: 'agreed' },
    at: mondayMorning + 10 * day,
    says: { rest: /You have met\./, ...past },
  },
  {
    what: 'its time has passed without an answer',
    meeting: { stage: 'waiting' },
    at: mondayMorning + 10 * day,
    says: { rest: /This was in both calendars\./, ...past },
  },
  {
    what: 'it is being put into the calendars at this moment',
    meeting: { stage: 'reserving' },
    says: {
      rest: /not here|at this moment|still putting it/i,
      ...finding,
      ...already,
      'mentee book': /still putting it|already/i,
      'mentee propose': /still putting it|already/i,
    },
  },
  {
    what: 'the mentor takes a break',
    meeting: { stage: 'cancelled', cancelledBy: 'mentor' },
    profile: { pausedUntil: '2027-03-01' },
    says: {
      rest: /(You|Priya) cancelled it\./,
      ...gone(/This mentor is taking a break\. Type “more” to see others\./),
      'mentee pick': /This mentor is taking a break|^Book a chemistry meeting/,
    },
  },
  {
    what: 'the mentor has no place left',
    meeting: { stage: 'cancelled', cancelledBy: 'mentor' },
    profile: { capacity: 0 },
    says: {
      rest: /(You|Priya) cancelled it\./,
      ...gone(/This mentor has no place left now\. Type “more” to see others\.|^30 minutes with Priya/),
      'mentee pick': /This mentor has no place left|^Book a chemistry meeting/,
      // The pair's own place of an earlier meeting is theirs still.
      'mentee propose': /This mentor has no place left now\.|Waiting for Priya/,
      'mentee book': /This mentor has no place left now\.|These are free too/,
    },
  },
  {
    what: 'the mentor has left',
    meeting: { stage: 'cancelled', cancelledBy: 'mentor' },
    profile: { leftAt: '2026-11-20T09:00:00.000Z' },
    says: {
      rest: /(You|Priya) cancelled it\./,
      ...gone(/This mentor has left\. Type “more” to see others\./),
      'mentee pick': /This mentor has left|^Book a chemistry meeting/,
    },
  },
];
