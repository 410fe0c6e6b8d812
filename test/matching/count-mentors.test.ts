import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noCriteria } from '../../bot/matching/criteria.ts';
import { criteriaFrom, criterionIds, withCriterion, without } from '../../bot/matching/criterion.ts';
import { type MentorIndex, mentorIndex } from '../../bot/matching/mentor-index.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { aMentor } from './a-mentor.ts';
import { aRandomMentor, mentorIds, someCriteria } from './random-mentors.ts';

const rules = { asker: { managers: new Set<string>() }, today: '2026-11-24' };
const indexOf = (mentors: readonly MentorProfile[]): MentorIndex => {
  const index = mentorIndex();
  for (const mentor of mentors) index.put(mentor);
  return index;
};

describe('Counts by facet', () => {
  const nurseInLeeds = aMentor({ id: 'a', focusAreas: ['Confidence'] });
  const midwifeInLeeds = aMentor({ id: 'b', focusAreas: ['Confidence'], profession: 'Midwifery' });
  const nurseInLondon = aMentor({ id: 'c', focusAreas: ['Confidence'], town: 'Camden', region: 'London' });
  const paused = aMentor({ id: 'd', focusAreas: ['Confidence'], pausedUntil: '2027-01-01' });
  const index = indexOf([nurseInLeeds, midwifeInLeeds, nurseInLondon, paused]);
  const counts = (ids: readonly string[]) => index.facetCounts(criteriaFrom(ids), rules);
  const of = (values: readonly { id: string; count: number }[]) =>
    Object.fromEntries(values.map(({ id, count }) => [id, count]));

  it('say for each value how many have it and all that is asked elsewhere', () => {
    const { withEverything, facets } = counts(['focus:confidence', 'profession:nursing']);
    assert.equal(withEverything, 2);
    assert.deepEqual(of(facets.profession), { 'profession:nursing': 2, 'profession:midwifery': 1 });
    assert.deepEqual(of(facets.place), { 'place:leeds': 1, 'place:camden': 1 });
  });

  it('count nobody whom a rule hides, and nobody who is not wanted', () => {
    assert.equal(counts([]).withEverything, 3);
    const { withEverything, facets } = counts(['not:profession:midwifery']);
    assert.equal(withEverything, 2);
    assert.deepEqual(of(facets.profession), { 'profession:nursing': 2 });
  });

  it('let a town and its region stand for one wish', () => {
    const { withEverything, facets } = counts(['place:leeds']);
    assert.equal(withEverything, 2);
    assert.deepEqual(of(facets.region), { 'region:north-east-and-yorkshire': 2, 'region:london': 1 });
  });

  it('count what a mentor has lived through only once they have turned it on', () => {
    const shown = indexOf([
      aMentor({ id: 'a', livedExperience: { shown: true, of: ['carer'] } }),
      aMentor({ id: 'b', livedExperience: { shown: false, of: ['carer'] } }),
    ]);
    assert.deepEqual(of(shown.facetCounts(noCriteria, rules).facets.lived), { 'lived:carer': 1 });
  });

  it('promise what choosing the value then gives, where nothing of its kind was chosen', () => {
    const mentors = fc.tuple(...mentorIds.map(aRandomMentor));
    fc.assert(
      fc.property(mentors, someCriteria, (all, criteria) => {
        const many = indexOf(all);
        const { facets } = many.facetCounts({ ...criteria, professions: [], languages: [] }, rules);
        for (const { id, count } of [...facets.profession, ...facets.language]) {
          const chosen = withCriterion({ ...criteria, professions: [], languages: [] }, id);
          assert.equal(many.facetCounts(chosen, rules).withEverything, count, id);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('Which criterion to take off', () => {
  const index = indexOf([
    aMentor({ id: 'a', profession: 'Midwifery', meets: ['online'] }),
    aMentor({ id: 'b', profession: 'Midwifery', meets: ['online'] }),
    aMentor({ id: 'c', meets: ['in person'] }),
  ]);

  it('is told with how many mentors that gives, most first', () => {
    const criteria = criteriaFrom(['focus:moving-into-management', 'profession:midwifery', 'mode:in-person']);
    assert.equal(index.facetCounts(criteria, rules).withEverything, 0);
    assert.deepEqual(index.relax({ criteria }, rules), [
      { criterionId: 'mode:in-person', words: 'in person', count: 2 },
      { criterionId: 'profession:midwifery', words: 'someone in midwifery', count: 1 },
    ]);
  });

  it('can be the wish for another organisation', () => {
    const criteria = criteriaFrom(['focus:moving-into-management', 'not:own-organisation']);
    const asker = { managers: new Set<string>(), organisation: 'Leeds Hospitals' };
    assert.deepEqual(index.relax({ criteria }, { ...rules, asker }), [
      { criterionId: 'not:own-organisation', words: 'outside your organisation', count: 3 },
    ]);
  });

  it('always gives what it promises, and more than there are', () => {
    const mentors = fc.tuple(...mentorIds.map(aRandomMentor));
    fc.assert(
      fc.property(mentors, someCriteria, (all, criteria) => {
        const many = indexOf(all);
        const now = many.facetCounts(criteria, rules).withEverything;
        const said = criterionIds(criteria).map(({ id }) => id);
        for (const { criterionId, count } of many.relax({ criteria }, rules)) {
          assert.ok(said.includes(criterionId) && count > now);
          assert.equal(many.facetCounts(without(criteria, criterionId), rules).withEverything, count);
        }
      }),
      { numRuns: 100 },
    );
  });
});
