import assert from 'node:assert/strict';
import fc from 'fast-check';
import { understand, understoodWords } from '../../bot/matching/understand.ts';
import { understandMore } from '../../bot/matching/understand-more.ts';

describe('What a further sentence adds', () => {
  const before = understand(
    "I'm a band 6 nurse near Leeds and I want to move into management, Thursdays are best",
  ).criteria;
  const words = (sentence: string) => understoodWords(understandMore(before, sentence).criteria);

  it('starts from what was understood', () => {
    assert.deepEqual(understoodWords(before), ['moving into management', 'near Leeds', 'Thursdays']);
  });

  for (const [sentence, understood] of [
    ['online, on a Monday', ['moving into management', 'near Leeds', 'online', 'Mondays']],
    ['in person', ['moving into management', 'near Leeds', 'in person', 'Thursdays']],
    ['in Plymouth', ['moving into management', 'near Plymouth', 'Thursdays']],
    ['somebody who speaks Polish', ['moving into management', 'near Leeds', 'speaks Polish', 'Thursdays']],
    ['not in Bradford', ['moving into management', 'near Leeds', 'Thursdays', 'not in Bradford']],
    ['mornings', ['moving into management', 'near Leeds', 'Thursdays', 'mornings']],
    ['rather public speaking', ['presenting and public speaking', 'near Leeds', 'Thursdays']],
  ] as const) {
    it(`“${sentence}” leaves the rest as it was`, () => assert.deepEqual(words(sentence), understood));
  }

  it('keeps what the person said of themselves', () => {
    assert.equal(understandMore(before, 'online').criteria.ownProfession, before.ownProfession);
  });

  it('keeps everything when nothing is understood', () => {
    assert.deepEqual(understandMore(before, 'qwrtz plmkn').criteria, before);
  });

  it('keeps only words of the vocabulary, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, unit: 'grapheme' }), text => {
        const canary = `zqx${text.replace(/\p{L}/gu, 'q')}zqx`;
        return !JSON.stringify(understandMore(before, canary).criteria).includes('zqx');
      }),
      { numRuns: 50 },
    );
  });
});
