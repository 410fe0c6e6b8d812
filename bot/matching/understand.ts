import type { AskBack } from './ask-back.ts';
import { type Criteria, noCriteria } from './criteria.ts';
import { distinct } from './facet.ts';
import { findBands } from './find-bands.ts';
import { findDays } from './find-days.ts';
import { findLanguages } from './find-languages.ts';
import { findModes } from './find-modes.ts';
import { findNamed } from './find-named.ts';
import { findPlaces } from './find-places.ts';
import { findProfessions } from './find-professions.ts';
import { findTimes } from './find-times.ts';
import { focusGuesser } from './focus-of.ts';
import { type MentionFinder, mentionFinder, type RegisterOrganisation } from './mentions.ts';
import { withoutMistypes } from './mistyped.ts';
import { notUnderstood } from './not-understood.ts';
import { asksForAnotherOrganisation } from './own-organisation.ts';
import { type ReadMention, readMentions } from './read-mentions.ts';
import { spelled } from './spelling.ts';
import { isPlain, termsOf } from './terms.ts';
import { withCues } from './used-words.ts';
import { wordsOf } from './words.ts';

export { understoodWords } from './criterion.ts';

export type Understanding = {
  readonly criteria: Criteria;
  /** What is left of the sentence, for this search only; it is never kept with the criteria. */
  readonly terms: readonly string[];
  /** Names of the vocabulary that mean more than one place: the likelier is in the criteria, and the person is asked. */
  readonly askBack: readonly AskBack[];
  /** Words that seem to ask for something and were not understood, as they were typed: to say so, never to keep. */
  readonly notUnderstood: readonly string[];
};

const guessFocus = focusGuesser();
/** A few words by themselves always resemble some area: only a sure guess says that they were understood. */
const sureOfFocus = 0.9;

const findVocabulary = mentionFinder();
const findersWith = new WeakMap<readonly RegisterOrganisation[], MentionFinder>();

/** Names from the register beside those of the vocabulary. Pass the same array as long as nothing in it changes. */
export type Hearing = { readonly organisations?: readonly RegisterOrganisation[] };

function finderFor({ organisations }: Hearing): MentionFinder {
  if (organisations === undefined) return findVocabulary;
  const finder = findersWith.get(organisations) ?? mentionFinder(organisations);
  findersWith.set(organisations, finder);
  return finder;
}

/**
 * Criteria first, as they have clear words; what is left tells what the mentoring is for. Any text, at most 4,000
 * characters of it.
 */
export function understand(sentence: string, hearing: Hearing = {}): Understanding {
  const words = spelled(withoutMistypes(wordsOf(sentence)));
  const mentions = readMentions(words, finderFor(hearing)(words));
  const professions = findProfessions(words, mentions);
  const places = findPlaces(words, mentions);
  const settings = findNamed(mentions, typeOf);
  const organisations = findNamed(mentions, organisationOf);
  const lived = findNamed(mentions, livedOf);
  const bands = findBands(words, mentions);
  const languages = findLanguages(words);
  const modes = findModes(words);
  const days = findDays(words);
  const used = withCues(
    words,
    new Set(
      [professions, places, settings, organisations, lived, bands, languages, modes, days].flatMap(
        facet => facet.used,
      ),
    ),
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
    organisations: organisations.wanted,
    organisationTypes: settings.wanted,
    bands: bands.wanted,
    languages: languages.wanted,
    livedExperiences: lived.wanted,
    ...(meetingMode === undefined ? {} : { meetingMode }),
    days: days.wanted,
    ...findTimes(sentence),
    notOwnOrganisation: asksForAnotherOrganisation(sentence),
    ...(professions.own === undefined ? {} : { ownProfession: professions.own }),
    avoided: {
      professions: professions.avoided,
      regions: distinct(places.avoided.flatMap(({ region, town }) => (town === undefined ? region : []))),
      towns: distinct(places.avoided.flatMap(({ town }) => town ?? [])),
      organisations: organisations.avoided,
      organisationTypes: settings.avoided,
      modes: modes.avoided,
      days: days.avoided,
    },
  };
  return {
    criteria,
    terms: distinct([...professions.roles, ...termsOf(rest).filter(isPlain)]),
    askBack: places.askBack,
    notUnderstood: notUnderstood(
      words,
      used,
      asked => (guessFocus(asked).areas[0]?.weight ?? 0) >= sureOfFocus,
    ),
  };
}

function typeOf({ entry }: ReadMention): string | undefined {
  return entry.kind === 'setting' ? entry.type : undefined;
}

function organisationOf({ entry }: ReadMention): string | undefined {
  return entry.kind === 'organisation' ? entry.organisation.name : undefined;
}

function livedOf({ entry }: ReadMention): string | undefined {
  return entry.kind === 'trait' ? entry.lived : undefined;
}
