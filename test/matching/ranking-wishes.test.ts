import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Criteria, noCriteria } from '../../bot/matching/criteria.ts';
import { criteriaFrom } from '../../bot/matching/criterion.ts';
import { type MentorIndex, mentorIndex, type RankOptions } from '../../bot/matching/mentor-index.ts';
import type { NotForMeReason } from '../../bot/matching/not-for-me.ts';
import { organisationTypeOf } from '../../bot/matching/organisation-type.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { aMentor } from './a-mentor.ts';
import { aRandomMentor, mentorIds, someCriteria, someTerms } from './random-mentors.ts';

const options: RankOptions = { limit: 10, asker: { managers: new Set() }, today: '2026-11-24' };
const indexOf = (mentors: readonly MentorProfile[]): MentorIndex => {
  const index = mentorIndex();
  for (const mentor of mentors) index.put(mentor);
  return index;
};
const ranked = (mentors: readonly MentorProfile[], criteria: Criteria, more: Partial<RankOptions> = {}) =>
  indexOf(mentors).rank({ criteria, terms: [] }, { ...options, ...more }).mentors;
const idsOf = (...args: Parameters<typeof ranked>) => ranked(...args).map(({ profile }) => profile.id);
const randomMentors = fc.tuple(...mentorIds.map(aRandomMentor));

describe('A band', () => {
  it('alone ranks nobody', () => {
    assert.deepEqual(idsOf([aMentor({ band: '7' })], criteriaFrom(['band:7'])), []);
  });

  it('changes nothing where nothing else is asked', () => {
    fc.assert(
      fc.property(randomMentors, someTerms, fc.constantFrom('5', '7', '8a'), (mentors, terms, band) => {
        const index = indexOf(mentors);
        const without = index.rank({ criteria: noCriteria, terms }, options);
        assert.deepEqual(
          index
            .rank({ criteria: { ...noCriteria, bands: [band] }, terms }, options)
            .mentors.map(each => each.score),
          without.mentors.map(each => each.score),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('counts as one thing that was asked, beside others', () => {
    const mentors = [aMentor({ id: 'a', band: '5' }), aMentor({ id: 'b', band: '7' })];
    assert.deepEqual(idsOf(mentors, criteriaFrom(['focus:moving-into-management', 'band:7'])), ['b', 'a']);
  });
});

describe('Lived experience', () => {
  const carer = (shown: boolean) => ({ livedExperience: { shown, of: ['carer'] } });
  const asked = criteriaFrom(['focus:moving-into-management', 'lived:carer']);

  it('brings those up who turned it on, and says so in their own choice', () => {
    const [first] = ranked([aMentor({ id: 'a' }), aMentor({ id: 'b', ...carer(true) })], asked);
    assert.equal(first?.profile.id, 'b');
    assert.ok(first.reasons.some(reason => reason.endsWith('as they chose to share')));
  });

  it('is neither used nor said while the mentor keeps it off', () => {
    const [first, second] = ranked([aMentor({ id: 'a' }), aMentor({ id: 'b', ...carer(false) })], asked);
    assert.equal(first?.profile.id, 'a');
    assert.equal(first.score, second?.score);
    assert.deepEqual(second?.reasons, first.reasons);
  });

  it('is never a penalty: the others stand to each other as if it had not been asked', () => {
    fc.assert(
      fc.property(randomMentors, someCriteria, (mentors, criteria) => {
        const index = indexOf(mentors);
        const order = (livedExperiences: readonly string[]) =>
          index
            .rank({ criteria: { ...criteria, livedExperiences }, terms: [] }, options)
            .mentors.filter(
              ({ profile: { livedExperience: lived } }) => !lived?.shown || !lived.of.includes('carer'),
            );
        const [asking, notAsking] = [order(['carer']), order([])];
        assert.deepEqual(
          asking.map(({ profile }) => profile.id),
          notAsking.map(({ profile }) => profile.id),
        );
        for (const { against } of asking) assert.ok(!/care[rs]/.test(against ?? ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('Organisations', () => {
  it('are found by name, whatever their legal form', () => {
    const mentors = [aMentor({ id: 'a', organisation: 'York Hospitals' }), aMentor({ id: 'b' })];
    const criteria = { ...noCriteria, organisations: ['Leeds Hospitals NHS Foundation Trust'] };
    assert.deepEqual(idsOf(mentors, criteria), ['b']);
  });

  it('tell their type by their name, where the register says nothing', () => {
    for (const [organisation, type] of [
      ['Leeds Hospitals NHS Foundation Trust', 'acute'],
      ['Oxford Community Health NHS Trust', 'community'],
      ['Preston Primary Care Network', 'general practice and PCN'],
      ['The Meadows Surgery', 'general practice and PCN'],
      ['York City Council', 'local authority'],
      ['Norfolk County Council', 'local authority'],
      ['NHS Sussex Integrated Care Board', 'ICB'],
      ['Derby Mental Health NHS Foundation Trust', 'mental health and learning disability'],
      ['Yorkshire Ambulance Service NHS Trust', 'ambulance'],
      ['St Anne’s Hospice', 'hospice and voluntary'],
      ['University of Kent', 'university'],
      ['Kent University Hospitals NHS Trust', 'acute'],
      ['NHS England', 'national body'],
      ['Sunny Bank Care Home', 'care provider'],
      ['Somewhere else', ''],
      ['', ''],
    ])
      assert.equal(organisationTypeOf({ organisation: organisation ?? '' }), type, organisation);
    assert.equal(
      organisationTypeOf({ organisation: 'X Hospital', organisationType: 'specialist' }),
      'specialist',
    );
  });

  it('and types that are not wanted are left out', () => {
    const mentors = [aMentor({ id: 'a' }), aMentor({ id: 'b', organisation: 'Leeds City Council' })];
    const criteria = (more: Partial<Criteria['avoided']>): Criteria => ({
      ...criteriaFrom(['focus:moving-into-management']),
      avoided: { ...noCriteria.avoided, ...more },
    });
    assert.deepEqual(idsOf(mentors, criteria({ organisations: ['Leeds Hospitals'] })), ['b']);
    assert.deepEqual(idsOf(mentors, criteria({ organisationTypes: ['local authority'] })), ['a']);
  });
});

describe('A town', () => {
  it('puts nearer mentors first, among those of its region', () => {
    const mentors = ['Hull', 'Bradford', 'Leeds', 'York'].map(town => aMentor({ id: town, town }));
    assert.deepEqual(idsOf(mentors, criteriaFrom(['place:leeds'])).slice(0, 3), [
      'Leeds',
      'Bradford',
      'York',
    ]);
  });
});

describe('Not for me', () => {
  const asked = criteriaFrom(['focus:moving-into-management']);
  const idsAfter = (mentors: readonly MentorProfile[], because?: NotForMeReason, criteria = asked) =>
    idsOf(mentors, criteria, {
      notForMe: [{ profileId: 'a', ...(because === undefined ? {} : { because }) }],
    });
  const first = aMentor({ id: 'a', band: '8a', meets: ['in person'] });

  it('takes the mentor out of the search, and counts them nowhere', () => {
    const index = indexOf([first, aMentor({ id: 'b' })]);
    const { mentors, hidden } = index.rank(
      { criteria: asked, terms: [] },
      { ...options, notForMe: [{ profileId: 'a', because: 'know them' }] },
    );
    assert.deepEqual(
      mentors.map(({ profile }) => profile.id),
      ['b'],
    );
    assert.deepEqual(hidden, {});
    assert.deepEqual(idsAfter([first]), []);
  });

  const cases: readonly (readonly [NotForMeReason, Partial<MentorProfile>, string])[] = [
    ['too far', { town: 'York' }, 'another town'],
    ['other profession', { profession: 'Midwifery' }, 'another profession'],
    ['other focus', { focusAreas: ['Moving into management', 'Confidence'] }, 'further areas'],
    ['not this way of meeting', { meets: ['online'] }, 'another way of meeting'],
    ['too senior', { band: '7' }, 'a lower band'],
    ['too junior', { band: '8c' }, 'a higher band'],
  ];
  for (const [because, says, words] of cases) {
    it(`because "${because}" puts those with ${words} before others like that mentor`, () => {
      const mentors = [first, aMentor({ ...first, id: 'b' }), aMentor({ ...first, id: 'c', ...says })];
      assert.deepEqual(idsAfter(mentors, because), ['c', 'b']);
      assert.deepEqual(idsAfter(mentors), ['b', 'c']);
    });
  }

  it('never weighs as much as something that was asked', () => {
    const nurse = aMentor({ id: 'b' });
    const midwife = aMentor({ id: 'c', profession: 'Midwifery' });
    const criteria = criteriaFrom([
      'focus:moving-into-management',
      'profession:nursing',
      'mode:online',
      'day:thursday',
    ]);
    assert.deepEqual(idsAfter([first, nurse, midwife], 'other profession', criteria), ['b', 'c']);
  });
});

describe('More like this', () => {
  it('finds those with the same areas, profession and place first', () => {
    const index = indexOf([
      aMentor({ id: 'a', focusAreas: ['Confidence', 'Leading change'] }),
      aMentor({ id: 'b', focusAreas: ['Confidence'], profession: 'Pharmacy' }),
      aMentor({ id: 'c', focusAreas: ['Confidence', 'Leading change'] }),
      aMentor({
        id: 'd',
        focusAreas: ['Retirement and late career'],
        profession: 'Pharmacy',
        town: 'Truro',
        region: 'South West',
      }),
    ]);
    const like = index.likeThis('a') ?? assert.fail();
    const { mentors } = index.rank(like, { ...options, notForMe: [{ profileId: 'a' }] });
    assert.deepEqual(
      mentors.map(({ profile }) => profile.id),
      ['c', 'b'],
    );
    assert.equal(index.likeThis('nobody'), undefined);
  });
});

describe('The reason against', () => {
  const online = aMentor({ id: 'a', meets: ['online'] });
  const inPerson = aMentor({ id: 'b', meets: ['in person'] });
  const against = (mentors: readonly MentorProfile[], ids: readonly string[], id = 'b') =>
    ranked(mentors, criteriaFrom(ids)).find(({ profile }) => profile.id === id)?.against;

  it('is one thing that was asked, that the mentor has not, and others in the list have', () => {
    assert.equal(against([online, inPerson], ['mode:online']), undefined);
    const asked = ['focus:moving-into-management', 'mode:online'];
    assert.equal(against([online, inPerson], asked), 'Usually meets in person. You asked for online.');
    assert.equal(against([online, inPerson], asked, 'a'), undefined);
    assert.equal(against([inPerson], asked), undefined);
  });

  it('says it in plain words', () => {
    const focus = 'focus:moving-into-management';
    const other = (says: Partial<MentorProfile>, id: string) =>
      against([aMentor({ id: 'a', languages: ['Welsh'] }), aMentor({ id: 'b', ...says })], [focus, id]);
    assert.equal(other({ profession: 'Midwifery' }, 'profession:nursing'), 'Not a nurse');
    assert.equal(other({}, 'language:welsh'), 'Does not list Welsh');
    assert.equal(other({ availableDays: ['Monday'] }, 'day:thursday'), 'Not usually free on Thursdays');
    assert.equal(other({ town: 'Camden', region: 'London' }, 'place:leeds'), 'In Camden, not near Leeds');
    assert.equal(other({ organisation: 'Leeds City Council' }, 'type:acute'), 'Not in an acute hospital');
    assert.equal(other({ band: '5' }, 'band:7'), 'Not band 7');
  });
});
