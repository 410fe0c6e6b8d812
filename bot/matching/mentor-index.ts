import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { type FacetCounts, facetCounts, type Relaxed, relax } from './count-mentors.ts';
import type { Criteria } from './criteria.ts';
import { explainScore, type ScoreParts } from './explain-score.ts';
import { hiddenRows, type Rules } from './hidden-rows.ts';
import { likeThis } from './like-this.ts';
import type { RegisterOrganisation } from './mentions.ts';
import { mentorTable } from './mentor-table.ts';
import { mentorText } from './mentor-text.ts';
import { type Ranking, type RankOptions, rankMentors } from './rank-mentors.ts';
import type { Understanding } from './understand.ts';

export type { RankedMentor, Ranking, RankOptions } from './rank-mentors.ts';

export type MentorIndex = {
  /** Adds a profile, or replaces the one with its id. */
  put(profile: MentorProfile): void;
  remove(id: string): void;
  get(id: string): MentorProfile | undefined;
  size(): number;
  /** Of all mentors there have been; the same array until there is a new one, as `understand` wants it. */
  organisations(): readonly RegisterOrganisation[];
  setPlacesTaken(profileId: string, count: number): void;
  placesTaken(profileId: string): number;
  /** Best first, ties by id: the same profiles, understanding and options always give the same answer. */
  rank(understanding: Pick<Understanding, 'criteria' | 'terms'>, options: RankOptions): Ranking;
  /** Which one criterion to take off, most mentors first; `count`: those who then have all that is asked. */
  relax(understanding: Pick<Understanding, 'criteria'>, rules: Rules): readonly Relaxed[];
  facetCounts(criteria: Criteria, rules: Rules): FacetCounts;
  /** What asks for mentors like this one; rank it with the mentor among those who are `notForMe`. */
  likeThis(profileId: string): Understanding | undefined;
  explain(
    understanding: Pick<Understanding, 'criteria' | 'terms'>,
    profileId: string,
  ): ScoreParts | undefined;
};

export function mentorIndex(): MentorIndex {
  const table = mentorTable();
  const text = mentorText(table.at, table.rows);
  const hidden = hiddenRows(table);
  const clear = (id: string): void => {
    const row = table.rowOf(id);
    const before = row === undefined ? undefined : table.at(row);
    if (row === undefined || before === undefined) return;
    text.remove(row, before);
    hidden.remove(row, before);
  };
  const towns: string[] = [];
  let organisations: readonly RegisterOrganisation[] = [];
  const get = (id: string): MentorProfile | undefined => {
    const row = table.rowOf(id);
    return row === undefined ? undefined : table.at(row);
  };
  return {
    put: profile => {
      clear(profile.id);
      const row = table.put(profile);
      if (towns.length < table.columns.organisation.names.length) towns.push(profile.town);
      text.put(row, profile);
      hidden.put(row, profile);
    },
    remove: id => {
      clear(id);
      table.remove(id);
    },
    get,
    size: table.size,
    organisations: () => {
      const { names } = table.columns.organisation;
      if (organisations.length < names.length)
        organisations = names.map((name, at) => ({ name, town: towns[at] ?? '' }));
      return organisations;
    },
    setPlacesTaken: hidden.setPlacesTaken,
    placesTaken: hidden.placesTaken,
    rank: (understanding, options) =>
      rankMentors(table, text, hidden.because(options), understanding, options),
    relax: ({ criteria }, rules) => relax(table, criteria, hidden.because(rules)),
    facetCounts: (criteria, rules) => facetCounts(table, criteria, hidden.because(rules)),
    likeThis: profileId => {
      const profile = get(profileId);
      return profile === undefined ? undefined : likeThis(profile);
    },
    explain: ({ criteria, terms }, profileId) => {
      const row = table.rowOf(profileId);
      return row === undefined ? undefined : explainScore(table, criteria, text.match(terms), row);
    },
  };
}
