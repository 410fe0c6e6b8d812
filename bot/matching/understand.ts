import { type Criteria, noCriteria } from './criteria.ts';
import { distinct } from './facet.ts';
import { findDays } from './find-days.ts';
import { findLanguages } from './find-languages.ts';
import { findModes } from './find-modes.ts';
import { findPlaces } from './find-places.ts';
import { findProfessions } from './find-professions.ts';
import { findTimes } from './find-times.ts';
import { focusGuesser } from './focus-of.ts';
import { asksForAnotherOrganisation } from './own-organisation.ts';
import { spelled } from './spelling.ts';
import { isPlain, termsOf } from './terms.ts';
import { withCues } from './used-words.ts';
import { wordsOf } from './words.ts';

export { understoodWords } from './understood-words.ts';

export type Understanding = {
  readonly criteria: Criteria;
  /** What is left of the sentence, for this search only; it is never kept with the criteria. */
  readonly terms: readonly string[];
  /** Names of the vocabulary that mean more than one place: the likelier is in the criteria, and the person is asked. */
  readonly askBack: readonly AskBack[];
  /** Words that seem to ask for something and were not understood, as they were typed: to say so, never to keep. */
  readonly notUnderstood: readonly string[];
};

export type AskBack = {
  /** As the vocabulary spells it: "Newcastle". */
  readonly name: string;
  /** Likeliest first. */
  readonly places: readonly { readonly region: string; readonly town: string }[];
};

const guessFocus = focusGuesser();

/** Criteria first, as they have clear words; what is left tells what the mentoring is for. Any text, at most 4,000 characters of it. */
export function understand(sentence: string): Understanding {
  const words = spelled(wordsOf(sentence));
  const professions = findProfessions(words);
  const places = findPlaces(words);
  const languages = findLanguages(words);
  const modes = findModes(words);
  const days = findDays(words);
  const used = withCues(
    words,
    new Set([professions, places, languages, modes, days].flatMap(facet => facet.used)),
  );
  const rest = words.filter((_, at) => !used.has(at));
  const focus = guessFocus(rest);
  const [meetingMode] = modes.wanted;
  const criteria: Criteria = {
    ...noCriteria,
    focusAreas: focus.areas,
    needs: focus.needs,
    professions: professions.wanted,
    regions: distinct(places.wanted.map(({ region }) => region)),
    towns: distinct(places.wanted.flatMap(({ town }) => town ?? [])),
    languages: languages.wanted,
    ...(meetingMode === undefined ? {} : { meetingMode }),
    days: days.wanted,
    ...findTimes(sentence),
    notOwnOrganisation: asksForAnotherOrganisation(sentence),
    ...(professions.own === undefined ? {} : { ownProfession: professions.own }),
    avoided: {
      ...noCriteria.avoided,
      professions: professions.avoided,
      regions: distinct(places.avoided.flatMap(({ region, town }) => (town === undefined ? region : []))),
      towns: distinct(places.avoided.flatMap(({ town }) => town ?? [])),
      modes: modes.avoided,
      days: days.avoided,
    },
  };
  return {
    criteria,
    terms: distinct([...professions.roles, ...termsOf(rest).filter(isPlain)]),
    askBack: [],
    notUnderstood: [],
  };
}
