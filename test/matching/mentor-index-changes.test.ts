import assert from 'node:assert/strict';
import fc from 'fast-check';
import { askedFacets, asksForFocus } from '../../bot/matching/asked-facets.ts';
import { type MentorIndex, mentorIndex } from '../../bot/matching/mentor-index.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { aMentor } from './a-mentor.ts';
import { aRandomMentor, mentorIds, someCriteria, someTerms } from './random-mentors.ts';

const rules = { asker: { managers: new Set<string>() }, today: '2026-11-24' };
const change = fc
  .constantFrom(...mentorIds)
  .chain(id =>
    fc.oneof(
      { weight: 3, arbitrary: aRandomMentor(id).map(put => ({ put })) },
      { weight: 1, arbitrary: fc.constant({ remove: id }) },
    ),
  );
const indexOf = (mentors: Iterable<MentorProfile>): MentorIndex => {
  const index = mentorIndex();
  for (const mentor of mentors) index.put(mentor);
  return index;
};

describe('An index that mentors come to, change in and leave', () => {
  it('answers after any changes as a fresh one does', () => {
    const changes = fc.array(change, { maxLength: 25 });
    fc.assert(
      fc.property(changes, someCriteria, someTerms, (sequence, criteria, terms) => {
        const changed = mentorIndex();
        const kept = new Map<string, MentorProfile>();
        for (const each of sequence) {
          if ('put' in each) {
            changed.put(each.put);
            kept.set(each.put.id, each.put);
          } else {
            changed.remove(each.remove);
            kept.delete(each.remove);
          }
        }
        const fresh = indexOf(kept.values());
        const options = { ...rules, limit: 4 };
        assert.equal(changed.size(), kept.size);
        assert.deepEqual(
          changed.rank({ criteria, terms }, options),
          fresh.rank({ criteria, terms }, options),
        );
        assert.deepEqual(changed.facetCounts(criteria, rules), fresh.facetCounts(criteria, rules));
        assert.deepEqual(changed.relax({ criteria }, rules), fresh.relax({ criteria }, rules));
      }),
      { numRuns: 200 },
    );
  });

  it('explains each score as it was reached', () => {
    const mentors = fc.tuple(...mentorIds.map(aRandomMentor));
    fc.assert(
      fc.property(mentors, someCriteria, someTerms, (all, criteria, terms) => {
        const index = indexOf(all);
        fc.pre(askedFacets(criteria).length > 0 || asksForFocus(criteria));
        for (const { profile, score } of index.rank({ criteria, terms }, { ...rules, limit: 6 }).mentors) {
          const parts = index.explain({ criteria, terms }, profile.id);
          assert.ok(Math.abs((parts?.score ?? 0) - score) < 1e-9);
          assert.ok(score <= 1 + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds a word again that had been too common to tell anything', () => {
    const many = Array.from({ length: 1300 }, (_, at) =>
      aMentor({ id: `m${at}`, about: 'I work in audiology.' }),
    );
    const index = indexOf([...many, aMentor({ id: 'a-other' })]);
    const first = () =>
      index.rank(
        { criteria: index.likeThis('a-other')?.criteria ?? assert.fail(), terms: ['audiology'] },
        { ...rules, limit: 1 },
      ).mentors[0]?.profile.id;
    assert.equal(first(), 'a-other');
    for (const { id } of many.slice(0, 800)) index.remove(id);
    assert.equal(first(), 'm1000');
  });

  it('sees a mentor come back on the day until which they paused', () => {
    const index = indexOf([aMentor({ pausedUntil: '2026-12-01' })]);
    const found = (today: string) =>
      index.rank(
        { criteria: index.likeThis('priya')?.criteria ?? assert.fail(), terms: [] },
        { ...rules, today, limit: 1 },
      );
    assert.equal(found('2026-11-30').mentors.length, 0);
    assert.equal(found('2026-12-01').mentors.length, 1);
    assert.equal(found('2026-11-30').mentors.length, 0);
  });

  it('forgets a place that is free again', () => {
    const index = indexOf([aMentor({ capacity: 1 })]);
    const { criteria } = index.likeThis('priya') ?? assert.fail();
    const count = () => index.rank({ criteria, terms: [] }, { ...rules, limit: 1 }).mentors.length;
    index.setPlacesTaken('priya', 1);
    assert.equal(count(), 0);
    index.setPlacesTaken('priya', 0);
    assert.equal(count(), 1);
  });
});
