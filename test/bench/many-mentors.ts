import { knownPlaces } from '../../bot/matching/places.ts';
import focusAreas from '../../bot/matching/vocabulary/focus-areas.json' with { type: 'json' };
import languages from '../../bot/matching/vocabulary/languages.json' with { type: 'json' };
import professions from '../../bot/matching/vocabulary/professions.json' with { type: 'json' };
import { days, type MentorProfile, meetingModes } from '../../bot/mentoring/people/mentor-profile.ts';

const kindsOfOrganisation = [
  'Hospitals NHS Foundation Trust',
  'Community Health NHS Trust',
  'Primary Care Network',
  'City Council',
  'Mental Health NHS Foundation Trust',
  'Hospice',
];
const firstNames =
  'Priya Daniel Vera Amara Beth Tomasz Grace Owen Fatima Chidi Ruth Callum Leila Wei Marcus Sinead'.split(
    ' ',
  );
const lastNames =
  'Varghese Baker Young Jones Adeyemi Hughes Nowak Okoro Khan Morgan Patel Evans Chen Walker Byrne Silva'.split(
    ' ',
  );
const settings =
  'theatres, endoscopy, a stroke ward, paediatrics, an urgent treatment centre, dermatology, renal, a hospice at home, oncology, a prison, a crisis team, cardiology, outpatients, a refugee clinic, rheumatology, ophthalmology, a burns unit, neonatal care, pathology, a call centre, audiology, haematology, sexual health, an eating disorder service'.split(
    ', ',
  );
const told = [
  'I have spent NUMBER years in SETTING.',
  'Most people come to me about AREA, and so did I once.',
  'I came back to PLACE after a spell abroad and know what that costs.',
  'I moved from SETTING to SETTING and learned to ask for help.',
  'People tell me that I listen first and talk later.',
  'I led NUMBER colleagues through a merger in PLACE.',
  'I like to work on AREA with somebody who is ready to try things.',
  'I failed NUMBER applications before one went well.',
  'My own mentor helped me with AREA when I was new to SETTING.',
  'I chair the journal club in PLACE and sit on a panel or two.',
];

/** Profiles like a register's, the same for the same seed. */
export function manyMentors(count: number, seed = 7): readonly MentorProfile[] {
  const random = randomFrom(seed);
  const one = <T>(among: readonly T[]): T => {
    const chosen = among[Math.floor(random() * among.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  };
  const some = <T>(among: readonly T[], least: number, most: number): readonly T[] => {
    const wanted = least + Math.floor(random() * (most - least + 1));
    const chosen = new Set<T>();
    while (chosen.size < wanted) chosen.add(one(among));
    return among.filter(each => chosen.has(each));
  };
  const sentence = (): string =>
    one(told)
      .replace(/NUMBER/g, () => String(2 + Math.floor(random() * 28)))
      .replace(/SETTING/g, () => one(settings))
      .replace(/AREA/g, () => one(focusAreas).inWords)
      .replace(/PLACE/g, () => one(knownPlaces).name);
  return Array.from({ length: count }, (_, at) => {
    const profession = one(professions);
    const { name: town, region } = one(knownPlaces);
    const name = `${one(firstNames)} ${one(lastNames)}`;
    return {
      id: `${name.toLowerCase().replace(' ', '.')}.${at}@example.nhs.uk`,
      schemeId: 'hub',
      name,
      address: `${name.toLowerCase().replace(' ', '.')}.${at}@example.nhs.uk`,
      jobTitle: one(profession.people),
      profession: profession.name,
      band: one(['5', '6', '7', '8a', '8b', '']),
      organisation: `${town} ${one(kindsOfOrganisation)}`,
      region,
      town,
      focusAreas: some(focusAreas, 2, 4).map(area => area.name),
      languages: ['English', ...(random() < 0.3 ? [one(languages).name] : [])],
      meets: some(meetingModes, 1, 2),
      availableDays: some(days.slice(0, 5), 1, 4),
      accreditation: one(['', '', 'EMCC Foundation', 'EMCC Practitioner']),
      capacity: one([0, 1, 2, 3]),
      about: [sentence(), sentence(), sentence()].join(' '),
      ...(random() < 0.05 ? { pausedUntil: '2027-02-01' } : {}),
    };
  });
}

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
