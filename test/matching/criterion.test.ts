import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noCriteria } from '../../bot/matching/criteria.ts';
import { criteriaFrom, criterionIds, withCriterion, without } from '../../bot/matching/criterion.ts';
import { understand } from '../../bot/matching/understand.ts';

const one = fc.constantFrom(
  'focus:interviews-and-applications',
  'focus:confidence',
  'focus:returning-to-work',
  'profession:nursing',
  'profession:digital-data-and-technology',
  'region:london',
  'region:north-east-and-yorkshire',
  'place:leeds',
  'place:newcastle-upon-tyne',
  'place:oxford',
  'organisation:mersey-care-nhs-foundation-trust',
  'type:acute',
  'type:general-practice-and-pcn',
  'band:8a',
  'band:consultant',
  'language:welsh',
  'language:british-sign-language',
  'lived:adhd',
  'lived:lgbtq',
  'mode:online',
  'mode:in-person',
  'day:monday',
  'day:friday',
  'part:morning',
  'after:540',
  'before:1020',
  'not:own-organisation',
  'not:profession:medical-and-dental',
  'not:region:wales',
  'not:place:leeds',
  'not:organisation:mersey-care-nhs-foundation-trust',
  'not:type:acute',
  'not:mode:online',
  'not:day:monday',
);
const several = fc.uniqueArray(one, { maxLength: 12 });

const idsOf = (ids: readonly string[]) => criterionIds(criteriaFrom(ids)).map(({ id }) => id);

describe('A criterion', () => {
  it('has an id that an address can hold, and words for people', () => {
    assert.deepEqual(criterionIds(understand('confidence, in Leeds, not in my trust, no Mondays').criteria), [
      { id: 'focus:confidence', words: 'confidence' },
      { id: 'place:leeds', words: 'near Leeds' },
      { id: 'not:own-organisation', words: 'outside your organisation' },
      { id: 'not:day:monday', words: 'not Mondays' },
    ]);
  });

  it('comes back from its id', () => {
    fc.assert(
      fc.property(one, id => {
        assert.deepEqual(idsOf([id]), [id]);
      }),
    );
  });

  it('keeps its company: criteria, their ids, and the criteria again are the same', () => {
    fc.assert(
      fc.property(several, ids => {
        const criteria = criteriaFrom(ids);
        assert.deepEqual(criteriaFrom(idsOf(ids)), criteria);
      }),
    );
  });

  it('can be taken off without a trace, and put on again', () => {
    fc.assert(
      fc.property(several, one, (ids, id) => {
        const before = criteriaFrom(ids.filter(each => !sameKind(each, id)));
        const added = withCriterion(before, id);
        assert.ok(criterionIds(added).some(each => each.id === id));
        assert.deepEqual(without(added, id), before);
      }),
    );
  });

  it('is left out when nothing in the vocabulary has its id', () => {
    for (const id of [
      '',
      'focus:',
      'focus:juggling',
      'place:atlantis',
      'after:9999',
      'not:',
      'nonsense',
      ':',
    ])
      assert.deepEqual(criteriaFrom([id]), noCriteria, id);
  });

  it('brings along the region that a place lies in, and takes it away again', () => {
    const criteria = criteriaFrom(['place:leeds']);
    assert.deepEqual(criteria.regions, ['North East and Yorkshire']);
    assert.deepEqual(without(criteria, 'place:leeds'), noCriteria);
  });

  it('weighs chosen areas alike, as alternatives, unless both are needed', () => {
    const either = criteriaFrom(['focus:confidence', 'focus:returning-to-work']);
    assert.deepEqual(
      either.focusAreas.map(({ weight }) => weight),
      [0.5, 0.5],
    );
    assert.equal(either.needs, 1);
    assert.equal(withCriterion(either, 'needs:both').needs, 2);
  });

  it('does not bring up an unlikely area when a likely one is taken off', () => {
    const criteria = { ...noCriteria, needs: 1 as const };
    const guessed = {
      ...criteria,
      focusAreas: [
        { name: 'Confidence', weight: 0.8 },
        { name: 'Retirement and late career', weight: 0.05 },
      ],
    };
    assert.deepEqual(without(guessed, 'focus:confidence').focusAreas, []);
  });

  it('can name an organisation that only the register knows', () => {
    const criteria = criteriaFrom(['organisation:leeds-hospitals'], { organisations: ['Leeds Hospitals'] });
    assert.deepEqual(criteria.organisations, ['Leeds Hospitals']);
    assert.deepEqual(criteriaFrom(['organisation:leeds-hospitals']).organisations, []);
  });
});

/** Ids that replace or imply each other, or the same id. */
function sameKind(a: string, b: string): boolean {
  const kind = (id: string): string =>
    id.startsWith('not:')
      ? id
      : (id.split(':')[0] ?? '').replace(/^(?:place|region)$/, 'where').replace(/^focus$/, 'focus');
  return kind(a) === kind(b);
}
