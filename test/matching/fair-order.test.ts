import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearlyEqual } from '../../bot/matching/fair-order.ts';
import { type MentorIndex, mentorIndex } from '../../bot/matching/mentor-index.ts';
import { understand } from '../../bot/matching/understand.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { aMentor } from './a-mentor.ts';
import { aRandomMentor, mentorIds, someCriteria, someTerms } from './random-mentors.ts';

const rules = { asker: { managers: new Set<string>() }, today: '2026-11-24' };
const need = understand('I want to move into management');
const indexOf = (mentors: readonly MentorProfile[]): MentorIndex => {
  const index = mentorIndex();
  for (const mentor of mentors) index.put(mentor);
  return index;
};
const equals = (count: number): readonly MentorProfile[] =>
  Array.from({ length: count }, (_, at) => aMentor({ id: `m${String(at).padStart(4, '0')}` }));

/** What one instance has shown, which it alone knows. */
function counted(openRequests: (profileId: string) => number) {
  const counts = new Map<string, number>();
  return {
    shown: (ids: readonly string[]) => {
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    },
    of: (id: string) => ({ recentlyShown: counts.get(id) ?? 0, openRequests: openRequests(id) }),
  };
}

/** How often each was shown in 1,000 searches for the same need, three at a time, by so many instances in turn. */
function thousandSearches(mentors: readonly MentorProfile[], instances: number): ReadonlyMap<string, number> {
  const index = indexOf(mentors);
  const exposures = Array.from({ length: instances }, () => counted(index.placesTaken));
  const shown = new Map<string, number>();
  for (let search = 0; search < 1000; search += 1) {
    const exposure = exposures[search % instances] ?? assert.fail();
    const ranking = index.rank(need, {
      ...rules,
      limit: 3,
      exposure: exposure.of,
      seed: `asker ${search % 97}`,
    });
    const ids = ranking.mentors.map(({ profile }) => profile.id);
    exposure.shown(ids);
    for (const id of ids) shown.set(id, (shown.get(id) ?? 0) + 1);
  }
  return shown;
}

describe('Turns', () => {
  for (const instances of [1, 2, 4]) {
    it(`show nobody among 150 equals more than twice the mean in 1,000 searches, by ${instances} instances`, () => {
      const hidden = Array.from({ length: 20 }, (_, at) => aMentor({ id: `h${at}`, capacity: 0 }));
      const shown = thousandSearches([...equals(150), ...hidden], instances);
      const mean = 3000 / 150;
      assert.equal(shown.size, 150);
      assert.ok(Math.max(...shown.values()) <= 2 * mean, `${Math.max(...shown.values())}`);
      assert.ok(Math.min(...shown.values()) >= mean / 2, `${Math.min(...shown.values())}`);
    });
  }

  it('also reach those who say something that puts them ahead by less than 2 %', () => {
    const other = aMentor({ id: 'other', availableDays: ['Monday', 'Thursday'] });
    const shown = thousandSearches([...equals(29), other], 1);
    assert.ok(Math.max(...shown.values()) <= 2 * (3000 / 30));
  });

  it('go first to those who have fewer requests waiting', () => {
    const index = indexOf(equals(5).map(mentor => ({ ...mentor, capacity: 3 })));
    index.setPlacesTaken('m0000', 2);
    index.setPlacesTaken('m0002', 1);
    const { of } = counted(index.placesTaken);
    const ids = index
      .rank(need, { ...rules, limit: 5, exposure: of })
      .mentors.map(({ profile }) => profile.id);
    assert.deepEqual(ids, ['m0001', 'm0003', 'm0004', 'm0002', 'm0000']);
  });

  it('never put a mentor before one who is better by 2 % or more, and leave nobody out', () => {
    const mentors = fc.tuple(...mentorIds.map(aRandomMentor));
    const exposures = fc.array(fc.nat(9), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        mentors,
        someCriteria,
        someTerms,
        exposures,
        fc.nat(6),
        (all, criteria, terms, seen, limit) => {
          const index = indexOf(all);
          const exposure = (id: string) => ({
            recentlyShown: seen[mentorIds.indexOf(id)] ?? 0,
            openRequests: 0,
          });
          const plain = index.rank({ criteria, terms }, { ...rules, limit }).mentors;
          const fair = index.rank({ criteria, terms }, { ...rules, limit, exposure, seed: 'x' }).mentors;
          assert.equal(fair.length, plain.length);
          fair.forEach(({ score }, at) => {
            for (const later of fair.slice(at + 1)) assert.ok(score > later.score * (1 - nearlyEqual));
            assert.ok(score > (plain[at]?.score ?? 0) * (1 - nearlyEqual));
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are the same for the same seed, and others for another', () => {
    const index = indexOf(equals(50));
    const order = (seed: string) =>
      index
        .rank(need, { ...rules, limit: 10, seed, exposure: () => ({ recentlyShown: 0, openRequests: 0 }) })
        .mentors.map(({ profile }) => profile.id);
    assert.deepEqual(order('one'), order('one'));
    assert.notDeepEqual(order('one'), order('another'));
  });
});
