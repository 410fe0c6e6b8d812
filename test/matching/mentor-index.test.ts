import assert from 'node:assert/strict';
import { type MentorIndex, mentorIndex, type RankOptions } from '../../bot/matching/mentor-index.ts';
import { understand } from '../../bot/matching/understand.ts';
import type { MentorProfile } from '../../bot/mentoring/people/mentor-profile.ts';
import { aMentor } from './a-mentor.ts';

const everybody: RankOptions = {
  limit: 10,
  asker: { managers: new Set() },
  today: '2026-11-24',
};

function indexOf(...mentors: readonly MentorProfile[]): MentorIndex {
  const index = mentorIndex();
  for (const mentor of mentors) index.put(mentor);
  return index;
}
const found = (index: MentorIndex, sentence: string, options = everybody): readonly string[] =>
  index.rank(understand(sentence), options).mentors.map(({ profile }) => profile.id);

describe('The index of mentors', () => {
  it('puts first the mentor who has most of what was asked', () => {
    const index = indexOf(
      aMentor({ id: 'a-elsewhere', town: 'Truro', region: 'South West' }),
      aMentor({ id: 'b-all' }),
      aMentor({ id: 'c-other-need', focusAreas: ['Confidence'], town: 'Truro', region: 'South West' }),
    );
    const ranked = found(index, 'move into management, near Leeds, Thursdays');
    assert.deepEqual(ranked, ['b-all', 'a-elsewhere', 'c-other-need']);
  });

  it('says why, strongest first, and only what the profile and the sentence both say', () => {
    const index = indexOf(aMentor({ languages: ['English', 'Punjabi'] }));
    const reasons = (sentence: string) => index.rank(understand(sentence), everybody).mentors[0]?.reasons;
    assert.deepEqual(reasons("I'm a nurse in Leeds and want to go into management, Thursdays"), [
      'Helps with moving into management',
      'Nurse, like you',
      'In Leeds',
    ]);
    assert.deepEqual(reasons('someone in Sheffield who speaks Punjabi, on a Thursday'), [
      'Speaks Punjabi',
      'In Leeds, the same region as Sheffield',
      'Usually free on Thursdays',
    ]);
    assert.deepEqual(reasons('ideally a nurse, face to face'), ['Works in nursing', 'Meets in person']);
  });

  it('leaves out whoever has what the asker does not want', () => {
    const index = indexOf(
      aMentor({ id: 'doctor', profession: 'Medical and dental' }),
      aMentor({ id: 'londoner', region: 'London', town: 'Camden' }),
      aMentor({ id: 'nurse' }),
    );
    assert.deepEqual(found(index, 'moving into management, not a doctor, not in London'), ['nurse']);
  });

  it('leaves out mentors without a place and whoever may not be shown, and still fills the list', () => {
    const mentors = Array.from({ length: 300 }, (_, at) =>
      aMentor({ id: `m${String(at).padStart(3, '0')}` }),
    );
    const index = indexOf(...mentors, aMentor({ id: 'a-full', capacity: 0 }));
    const late = found(index, 'moving into management', {
      ...everybody,
      limit: 3,
      asker: { managers: new Set(), blocks: new Set(mentors.slice(0, 290).map(({ id }) => id)) },
    });
    assert.deepEqual(late, ['m290', 'm291', 'm292']);
  });

  it('replaces a profile that it has, and forgets one that is removed', () => {
    const index = indexOf(aMentor(), aMentor({ focusAreas: ['Confidence'] }));
    assert.equal(index.size(), 1);
    assert.deepEqual(index.get('priya')?.focusAreas, ['Confidence']);
    index.remove('priya');
    index.remove('nobody');
    assert.equal(index.size(), 0);
    assert.deepEqual(found(index, 'confidence'), []);
  });

  it('prefers among equals the town and the job title that were named', () => {
    const index = indexOf(
      aMentor({ id: 'a', town: 'Sheffield', jobTitle: 'Staff Nurse' }),
      aMentor({ id: 'b', town: 'Leeds', jobTitle: 'Staff Nurse' }),
      aMentor({ id: 'c', town: 'Sheffield', jobTitle: 'Health Visitor' }),
    );
    assert.equal(found(index, 'management, near Leeds')[0], 'b');
    assert.equal(found(index, 'management, ideally a health visitor')[0], 'c');
  });

  it('finds by criteria that were kept, without the words of the sentence', () => {
    const index = indexOf(aMentor());
    const { criteria } = understand('moving into management near Leeds');
    const kept = JSON.parse(JSON.stringify(criteria));
    assert.equal(index.rank({ criteria: kept, terms: [] }, everybody).mentors[0]?.profile.id, 'priya');
  });

  it('finds nobody for a sentence that says nothing', () => {
    assert.deepEqual(found(indexOf(aMentor()), '🙂'), []);
  });

  it('orders equals by id, whatever order they came in', () => {
    const ids = ['d', 'a', 'c', 'b'];
    const one = indexOf(...ids.map(id => aMentor({ id })));
    const other = indexOf(...[...ids].reverse().map(id => aMentor({ id })));
    assert.deepEqual(found(one, 'moving into management'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(found(other, 'moving into management'), ['a', 'b', 'c', 'd']);
  });
});
