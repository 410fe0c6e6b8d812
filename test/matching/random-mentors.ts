import fc from 'fast-check';
import { type Criteria, noCriteria } from '../../bot/matching/criteria.ts';
import { days, type MentorProfile, meetingModes } from '../../bot/mentoring/people/mentor-profile.ts';
import { aMentor } from './a-mentor.ts';

const areas = ['Confidence', 'Moving into management', 'Returning to work', 'Leading change'];
const professions = ['Nursing', 'Midwifery', 'Pharmacy'];
const places = [
  ['Leeds', 'North East and Yorkshire'],
  ['York', 'North East and Yorkshire'],
  ['Camden', 'London'],
] as const;
const organisations = ['Leeds Hospitals NHS Foundation Trust', 'York City Council', 'Camden Hospice'];
const types = ['acute', 'local authority', 'hospice and voluntary'];
const languages = ['English', 'Punjabi', 'Welsh'];
const lived = ['carer', 'ADHD'];
const bands = ['5', '7', '8a'];
const words = ['audiology', 'prison', 'theatres', 'Ward', 'manager'];

const some = <T>(values: readonly T[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });

export const aRandomMentor = (id: string): fc.Arbitrary<MentorProfile> =>
  fc
    .record({
      place: fc.constantFrom(...places),
      profession: fc.constantFrom(...professions),
      band: fc.constantFrom(...bands),
      organisation: fc.constantFrom(...organisations),
      focusAreas: some(areas, 3),
      languages: some(languages),
      meets: some(meetingModes),
      availableDays: some(days.slice(0, 3)),
      about: some(words, 3).map(list => list.join(' ')),
      jobTitle: fc.constantFrom(...words),
      capacity: fc.integer({ min: 0, max: 3 }),
      livedExperience: fc.record({ shown: fc.boolean(), of: some(lived) }),
    })
    .map(({ place: [town, region], ...says }) => aMentor({ id, ...says, town, region }));

export const mentorIds = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];

/** Terms are words as mentors may write them. */
export const someTerms = some(words);

export const someCriteria: fc.Arbitrary<Criteria> = fc
  .record({
    focusAreas: some(areas, 3),
    both: fc.boolean(),
    professions: some(professions, 1),
    place: fc.option(fc.constantFrom(...places), { nil: undefined }),
    byTown: fc.boolean(),
    organisations: some(organisations, 1),
    organisationTypes: some(types, 1),
    bands: some(bands, 1),
    languages: some(languages, 1),
    livedExperiences: some(lived, 1),
    meetingMode: fc.option(fc.constantFrom(...meetingModes), { nil: undefined }),
    days: some(days.slice(0, 3)),
    avoidedProfessions: some(professions, 1),
    avoidedTypes: some(types, 1),
    avoidedDays: some(days.slice(0, 3), 1),
  })
  .map(({ place, byTown, both, focusAreas, meetingMode, ...says }) => {
    const { avoidedProfessions, avoidedTypes, avoidedDays, ...lists } = says;
    const [town, region] = place ?? [];
    return {
      ...noCriteria,
      ...lists,
      focusAreas: focusAreas.map(name => ({ name, weight: 1 / focusAreas.length })),
      needs: focusAreas.length === 0 ? 0 : both && focusAreas.length > 1 ? 2 : 1,
      regions: region === undefined ? [] : [region],
      towns: town === undefined || !byTown ? [] : [town],
      ...(meetingMode === undefined ? {} : { meetingMode }),
      avoided: {
        ...noCriteria.avoided,
        professions: avoidedProfessions,
        organisationTypes: avoidedTypes,
        days: avoidedDays,
      },
    };
  });
