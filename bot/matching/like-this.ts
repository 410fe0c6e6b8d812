import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { noCriteria } from './criteria.ts';
import { distinct } from './facet.ts';
import { regionOfProfile } from './mentor-table.ts';
import { isPlain, termsOf } from './terms.ts';
import type { Understanding } from './understand.ts';
import { wordsOf } from './words.ts';

/** Whoever helps with more of the same, in the same profession and region; near the same town and with a like role first. */
export function likeThis(profile: MentorProfile): Understanding {
  const { focusAreas, profession, town, jobTitle } = profile;
  const region = regionOfProfile(profile);
  const said = (name: string): readonly string[] => (name.trim() === '' ? [] : [name]);
  return {
    criteria: {
      ...noCriteria,
      focusAreas: focusAreas.map(name => ({ name, weight: 1 / focusAreas.length })),
      needs: focusAreas.length > 0 ? 1 : 0,
      professions: said(profession),
      regions: said(region),
      towns: said(town),
    },
    terms: distinct(termsOf(wordsOf(jobTitle)).filter(isPlain)),
    askBack: [],
    notUnderstood: [],
  };
}
