import type { HiddenReason } from '../../matching/hidden-counts.ts';
import type { ApartBecause } from '../../mentoring/people/kept-apart.ts';
import { escapeMarkdown } from './card.ts';

const first = (name: string) => name.split(' ')[0] ?? name;

/** What is said while somebody looks for a mentor. */
export const findingWording = {
  understood: (words: string, fit: string) => `Understood: ${words}. ${fit}`,
  understoodHint: 'We look for this. Press one to take it off.',
  understoodNothing:
    'We did not make out a topic, a place or a day. These mentors may still help. Say more about what you need and we look again.',
  notUnderstood: (words: readonly string[]) =>
    `We did not understand: ${words.map(each => `“${each}”`).join(', ')}.`,
  takeOff: (words: string) => `Take off: ${words}`,
  whichPlace: (name: string) => `${name}: which one?`,
  fit: 'These mentors fit.',
  closest: (have: number) => {
    if (have === 0) return 'Nobody has all of that. These come closest.';
    return have === 1
      ? '1 mentor has all of that. The others come close.'
      : `${have} mentors have all of that. Others come close.`;
  },
  noMentors: 'We found nobody who fits and has a place now. Leave something out and look again.',
  wider: 'Leave one thing out to see more:',
  widerBy: (what: string, more: number) => `${what}: ${more} more`,
  moreFound: 'These fit too.',
  moreLike: (name: string) => `These are like ${escapeMarkdown(name)}.`,
  takenOff: (words: string) => `Taken off: ${words}.`,
  notAsked: 'That is not part of what you look for now.',
  nothingLeft: 'Nothing is left to look for. Tell us in a sentence what you would like from a mentor.',
  nobodyThere: 'That mentor is not on the screen now. Type “more” to see others.',
  undo: 'Undo',
  nothingToUndo: 'There is nothing to undo here.',
  refineTitle: 'Not quite right?',
  refineLabel: 'Add or change something',
  refinePlaceholder: 'For example: online, on a Monday',
  refineError: 'Write at most 500 characters.',
  searchAgain: 'Look again',
  more: 'Show 3 more',
  startAgain: 'Start again',
  whyNotOthers: 'Why not others?',
  hiddenTitle: 'These would fit too, but:',
  nobodyHidden: 'We left nobody out who fits.',
  hidden: (reason: HiddenReason, count: number) => hiddenWords(reason, count),
  nextFree: (day: string) => `Next free: ${day}`,
  notJoined: (canBeBooked: boolean) =>
    canBeBooked
      ? 'Has not joined yet. Your invitation in Outlook tells them about it.'
      : 'Has not joined yet, so cannot be booked now.',
  moreLikeThis: 'More like this',
  notForMe: 'Not for me',
  reasonLabel: 'Why? You need not say.',
  reasonPlaceholder: 'No reason',
  reasonError: 'Choose a reason from the list, or none.',
  reasons: {
    'too far': 'Too far away',
    'other profession': 'I want another profession',
    'other focus': 'Not what I need help with',
    'not this way of meeting': 'I want to meet another way',
    'know them': 'We know each other or work together',
    'never again': 'Do not show me this mentor again',
  },
  leaveOut: 'Leave out',
  leftOut: (name: string) => `Left out: ${name}`,
  apart: (because: ApartBecause | undefined) => {
    if (because === undefined) return 'Gone from this search.';
    return because === 'conflict'
      ? 'You two do not find each other any more. Nobody is told.'
      : 'You do not see each other here any more. Nobody is told.';
  },
  othersInstead: 'These fit as well.',
  shownAgain: (name: string) => `${escapeMarkdown(name)} can be shown again.`,
  leftOutTitle: 'Who is left out',
  nobodyLeftOut: 'You have left nobody out for good.',
  leftOutBecause: (name: string, because: ApartBecause) =>
    because === 'conflict'
      ? `${name}: you know each other or work together`
      : `${name}: you said never again`,
  showAgain: (name: string) => `Show ${name} again`,
  moreLeftOut: (count: number) => `And ${count} more. Type “show everyone again” to end it for all.`,
  everyoneAgain: 'Everyone can be shown again, and everyone can ask you.',
  neverAsk: 'Do not let them ask me again',
  neverAsks: (name: string) => `${name} cannot ask you again`,
  neverAsksLine: (name: string) => `${first(name)} does not find you any more, and is told nothing.`,
  asksAgain: 'They can find you and ask you again.',
  nobodyAsked: 'This is for somebody whom you answered with “not now”. Type “my meetings” to see yours.',
};

function hiddenWords(reason: HiddenReason, count: number): string {
  const one = count === 1;
  switch (reason) {
    case 'not available':
      return `${count} ${one ? 'is' : 'are'} not available now`;
    case 'paused':
      return `${count} ${one ? 'is' : 'are'} taking a break`;
    case 'full':
      return `${count} ${one ? 'has' : 'have'} no place left`;
    case 'manages you':
      return one ? '1 manages you or is managed by you' : `${count} manage you or are managed by you`;
    case 'already your mentor':
      return `${count} ${one ? 'has' : 'have'} a meeting with you already`;
    case 'own organisation':
      return `${count} ${one ? 'works' : 'work'} in your own organisation`;
  }
}

const anyOf: Readonly<Record<string, string>> = {
  profession: 'Any profession',
  place: 'Anywhere',
  region: 'Anywhere',
  organisation: 'Any organisation',
  type: 'Any kind of organisation',
  band: 'Any band',
  language: 'Any language',
  mode: 'Online or in person',
  day: 'Any day',
  part: 'Any time of day',
  after: 'Any time of day',
  before: 'Any time of day',
};

/** What it means to leave this criterion out: "Any day", "Without moving into management". */
export function withoutWords(criterionId: string, words: string): string {
  return anyOf[criterionId.split(':')[0] ?? ''] ?? `Without ${words}`;
}
