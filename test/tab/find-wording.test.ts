import assert from 'node:assert/strict';
import { facetsShown, type SearchView } from '../../bot/http/search-shapes.ts';
import { hiddenReasons } from '../../bot/matching/hidden-counts.ts';
import { notForMeReasons } from '../../bot/matching/not-for-me.ts';
import { becauseWords, facetTitles, fitWords, hiddenWords, widerWords } from '../../tab/find/find-wording.ts';

function found(withEverything: number, shown: number, understood = 1): SearchView {
  const mentor = {
    id: 'm',
    name: 'M',
    jobTitle: '',
    organisation: '',
    reasons: [],
    joined: true,
    canBeBooked: true,
  };
  return {
    understood: Array.from({ length: understood }, () => ({ id: 'day:monday', words: 'Mondays' })),
    notUnderstood: [],
    askBack: [],
    facets: [],
    withEverything,
    mentors: Array.from({ length: shown }, () => mentor),
    hasMore: false,
    hidden: [],
    wider: [],
    signposts: [],
  };
}

describe('What a search found, in words', () => {
  it('says how well the mentors fit', () => {
    assert.equal(fitWords(found(4, 4)), '4 mentors have all of that.');
    assert.equal(fitWords(found(1, 5)), '1 mentor has all of that. The others come close.');
    assert.equal(fitWords(found(0, 5)), 'Nobody has all of that. These come closest.');
    assert.equal(fitWords(found(0, 0)), 'We found nobody who fits and has a place now.');
    assert.match(fitWords(found(9, 3, 0)), /^We did not make out/);
  });

  it('has words for each rule, one mentor and several apart', () => {
    for (const reason of hiddenReasons) {
      const [one, several] = [hiddenWords(reason, 1), hiddenWords(reason, 2)];
      assert.match(one, /^1 /);
      assert.match(several, /^2 /);
      assert.notEqual(one.slice(1), several.slice(1));
    }
    assert.equal(widerWords('Thursdays', 1), 'Without “Thursdays”: 1 mentor');
  });

  it('has words for each list and each reason', () => {
    assert.deepEqual(Object.keys(facetTitles), [...facetsShown]);
    assert.deepEqual(
      becauseWords.map(([because]) => because),
      [...notForMeReasons],
    );
  });
});
