import type { Criteria } from './criteria.ts';
import { expectedGain, readings } from './expected-gain.ts';
import { dayMask, type IndexedMentor, modeMask, type Numbering } from './indexed-mentor.ts';

/** What only decides between mentors who are otherwise nearly equal, as shares of the score. */
const smallShares = { text: 0.02, town: 0.02, days: 0.01 };
const smallSum = 1 + smallShares.text + smallShares.town + smallShares.days;
/** A day, or a way of meeting, that the asker would rather not have, beside one that would do. */
const lessLiked = { days: 0.6, modes: 0.85 };

/** 0: has nothing that was asked, or something that the asker does not want. At most 1. `similarity`: of the texts, 0 to 1. */
export function scorer(
  criteria: Criteria,
  numbers: Numbering,
): (mentor: IndexedMentor, similarity: number) => number {
  const { avoided } = criteria;
  const marked = (...lists: readonly (readonly string[])[]): Uint8Array => {
    const marks = lists.flat().map(numbers.of);
    const marking = new Uint8Array(numbers.size());
    for (const mark of marks) marking[mark] = 1;
    return marking;
  };
  const bits = new Map(criteria.focusAreas.map(({ name }, at) => [numbers.of(name), 1 << at]));
  const professions = marked(criteria.professions);
  const regions = marked(criteria.regions);
  const languages = marked(criteria.languages);
  const towns = marked(criteria.towns);
  const unwanted = marked(avoided.professions, avoided.regions, avoided.towns);
  const bitOf = new Uint8Array(numbers.size());
  for (const [area, bit] of bits) bitOf[area] = bit;
  const days = dayMask(criteria.days);
  const modes = criteria.meetingMode === undefined ? 0 : modeMask([criteria.meetingMode]);
  const avoidedDays = dayMask(avoided.days);
  const avoidedModes = modeMask(avoided.modes);
  const asks =
    [criteria.professions, criteria.regions, criteria.languages, criteria.days].filter(
      ({ length }) => length > 0,
    ).length + (modes === 0 ? 0 : 1);
  const nothingAsked = asks === 0 && criteria.needs === 0;
  const gainOf = gains(criteria, asks);

  return (mentor, similarity) => {
    const { profession, region, town } = mentor;
    if (unwanted[profession] === 1 || unwanted[region] === 1 || unwanted[town] === 1) return 0;
    if (mentor.profile.capacity < 1) return 0;
    if (nothingAsked) return similarity * smallShares.text;
    let has = 0;
    for (const area of mentor.areas) has |= bitOf[area] ?? 0;
    let spoken = 0;
    for (const language of mentor.languages) spoken |= languages[language] ?? 0;
    const sharedDays = days & mentor.days;
    const hits =
      (professions[profession] ?? 0) +
      (regions[region] ?? 0) +
      spoken +
      (sharedDays === 0 ? 0 : 1) +
      ((modes & mentor.modes) === 0 ? 0 : 1);
    let score = gainOf(has, hits);
    if ((avoidedDays & mentor.days) !== 0) score *= lessLiked.days;
    if ((avoidedModes & mentor.modes) !== 0) score *= lessLiked.modes;
    const small =
      smallShares.text * similarity +
      smallShares.town * (towns[town] ?? 0) +
      (sharedDays === 0 ? 0 : (smallShares.days * ones(sharedDays)) / ones(days));
    return (score * (1 + small)) / smallSum;
  };
}

/** The expected gain for each combination of areas and hits, worked out when it first occurs. */
function gains(criteria: Criteria, asks: number): (has: number, hits: number) => number {
  const among = readings(criteria);
  const known = new Float64Array(256 * 8).fill(-1);
  return (has, hits) => {
    const key = has * 8 + hits;
    const before = known[key] ?? -1;
    if (before >= 0) return before;
    const gain = expectedGain(among, has, hits, asks);
    known[key] = gain;
    return gain;
  };
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
