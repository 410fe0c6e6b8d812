import type { MentorView, ProfileView, SearchRequest, SearchView } from '../../bot/http/search-shapes.ts';

type Facet = SearchView['facets'][number]['facet'];
type Because = NonNullable<NonNullable<SearchRequest['putAside']>[number]['because']>;
type HiddenReason = SearchView['hidden'][number]['reason'];

export const facetTitles: Record<Facet, string> = {
  focus: 'What it is about',
  profession: 'Profession',
  region: 'Region',
  type: 'Organisation',
  language: 'Language',
  mode: 'Way of meeting',
  day: 'Day',
};

/** In the order in which they are offered. */
export const becauseWords: readonly (readonly [Because, string])[] = [
  ['too far', 'Too far away'],
  ['other profession', 'I want another profession'],
  ['other focus', 'Not what I need help with'],
  ['not this way of meeting', 'I want to meet another way'],
  ['too senior', 'Too senior for me'],
  ['too junior', 'Not senior enough for me'],
  ['know them', 'We know each other or work together'],
];

/** How well the mentors fit, as one sentence. */
export function fitWords({ withEverything, mentors, understood }: SearchView): string {
  if (mentors.length === 0) return 'We found nobody who fits and has a place now.';
  if (understood.length === 0)
    return 'We did not make out a topic, a place or a day. These mentors may still help.';
  if (withEverything === 0) return 'Nobody has all of that. These come closest.';
  const all =
    withEverything === 1 ? '1 mentor has all of that.' : `${withEverything} mentors have all of that.`;
  return withEverything < mentors.length ? `${all} The others come close.` : all;
}

export function hiddenWords(reason: HiddenReason, count: number): string {
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

/** On the button that leaves one criterion out. */
export function widerWords(words: string, count: number): string {
  return `Without “${words}”: ${count} ${count === 1 ? 'mentor' : 'mentors'}`;
}

export function notUnderstoodWords(words: readonly string[]): string {
  return `We did not understand ${words.map(each => `“${each}”`).join(', ')}.`;
}

export function joinedWords({
  joined,
  canBeBooked,
}: Pick<MentorView, 'joined' | 'canBeBooked'>): string | undefined {
  if (joined) return undefined;
  return canBeBooked
    ? 'Has not joined yet. Your invitation in Outlook tells them about it.'
    : 'Has not joined yet, so cannot be booked now.';
}

/** What is known of a mentor, as name and value; nothing where nothing is known. */
export function factsOf(profile: ProfileView): readonly (readonly [string, string])[] {
  const { band, livedExperience } = profile;
  const facts: readonly (readonly [string, string])[] = [
    ['Helps with', profile.focusAreas.join(', ')],
    ['Profession', profile.profession],
    ['Band or grade', /^\d/.test(band) ? `Band ${band}` : band],
    ['Works at', [profile.organisation, profile.organisationType].filter(Boolean).join(', ')],
    ['Place', [...new Set([profile.town, profile.region])].filter(Boolean).join(', ')],
    ['Languages', profile.languages.join(', ')],
    ['Meets', profile.meets.join(' or ')],
    ['Days', profile.availableDays.join(', ')],
    ['Training', profile.accreditation],
    ['Has lived through', livedExperience.join(', ')],
  ];
  return facts.filter(([, value]) => value !== '');
}
