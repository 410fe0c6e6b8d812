import type { FoundMentor, FoundMentors } from '../journeys/find-mentors.ts';
import { criterionIds } from '../matching/criterion.ts';
import { organisationTypeOf } from '../matching/organisation-type.ts';
import { days } from '../mentoring/people/mentor-profile.ts';
import type { Signpost } from '../mentoring/people/scheme.ts';
import { plain } from './plain.ts';
import { facetsShown, type MentorView, type ProfileView, type SearchView } from './search-shapes.ts';

/** ISO dates by profile id. */
type FreeDays = ReadonlyMap<string, string>;

/** What a search in the tab gives. */
export type TabFound = {
  readonly found: FoundMentors;
  readonly like?: { readonly id: string; readonly name: string };
  readonly freeDays: FreeDays;
  /** Given where the sentence speaks of harm. */
  readonly signposts: readonly Signpost[];
};

export type TabProfile = {
  readonly mentor: FoundMentor;
  readonly isYours: boolean;
  readonly freeDays: FreeDays;
};

export function searchView({ found, like, freeDays, signposts }: TabFound): SearchView {
  const { criteria, ranked, shown, counts } = found;
  return {
    understood: criterionIds(criteria).map(({ id, words }) => ({ id, words })),
    notUnderstood: [...found.notUnderstood],
    askBack: found.askBack.map(({ name, choices }) => ({
      name,
      choices: choices.map(({ words, takeOff, putOn }) => ({ words, takeOff: [...takeOff], putOn })),
    })),
    ...(like && { like: { id: like.id, name: plain(like.name) } }),
    facets: facetsShown.map(facet => ({
      facet,
      values: inOrder(counts.facets[facet].map(({ id, name, count }) => ({ id, words: plain(name), count }))),
    })),
    withEverything: counts.withEverything,
    mentors: found.mentors.map(mentor => mentorView(mentor, freeDays)),
    hasMore: shown < ranked.length,
    hidden: found.hidden.map(({ reason, count }) => ({ reason, count })),
    wider: found.wider.map(({ criterionId, words, count }) => ({ id: criterionId, words, count })),
    signposts: signposts.map(({ name, says, link }) => ({ name, says, ...(isSafe(link) && { link }) })),
  };
}

export function profileView({ mentor, isYours, freeDays }: TabProfile): ProfileView {
  const { profile } = mentor;
  const { reasons: _, against: __, ...seen } = mentorView(mentor, freeDays);
  const lived = profile.livedExperience;
  return {
    ...seen,
    isYours,
    profession: plain(profile.profession),
    band: plain(profile.band),
    organisationType: plain(organisationTypeOf(profile)),
    town: plain(profile.town),
    region: plain(profile.region),
    focusAreas: profile.focusAreas.map(plain),
    languages: profile.languages.map(plain),
    meets: [...profile.meets],
    availableDays: days.filter(day => profile.availableDays.includes(day)),
    accreditation: plain(profile.accreditation),
    about: plain(profile.about),
    livedExperience: lived?.shown ? lived.of.map(plain) : [],
  };
}

function mentorView(found: FoundMentor, freeDays: FreeDays): MentorView {
  const { profile, reasons, against, joined, canBeBooked } = found;
  const nextFreeOn = freeDays.get(profile.id);
  return {
    id: profile.id,
    name: plain(profile.name),
    jobTitle: plain(profile.jobTitle),
    organisation: plain(profile.organisation),
    reasons: reasons.slice(0, 3),
    ...(against !== undefined && { against }),
    joined,
    canBeBooked: joined || canBeBooked,
    ...(nextFreeOn !== undefined && { nextFreeOn }),
  };
}

type Value = SearchView['facets'][number]['values'][number];

/** Days as they follow in the week, all else by name: an order that no choice changes. */
function inOrder(values: readonly Value[]): Value[] {
  const places = new Map<string, number>(days.map((day, place) => [day, place]));
  const place = ({ words }: Value) => places.get(words) ?? 0;
  return values.toSorted((a, b) => place(a) - place(b) || a.words.localeCompare(b.words, 'en-GB'));
}

function isSafe(link: string | undefined): link is string {
  return link !== undefined && /^(https:\/\/|tel:)/.test(link);
}
