import assert from 'node:assert/strict';
import { isOnlyATime } from '../../bot/conversation/only-a-time.ts';

describe('Words that are only about a time', () => {
  for (const sentence of [
    'Thursday 3 December after 4pm',
    'next Tues 10.30',
    '3/12 at 4pm',
    '3rd of December, 9.30am',
    'tomorrow morning',
    'how about Friday between 2 and 4pm instead?',
    'I can do mornings next week',
  ]) {
    it(`are: ${sentence}`, () => assert.equal(isOnlyATime(sentence), true));
  }
  for (const sentence of [
    'a nurse in Leeds on Thursdays',
    'help with interviews on Mondays',
    'my husband hits me on Thursday',
    'book 1',
    '🙂',
    '',
  ]) {
    it(`are not: ${sentence || 'nothing'}`, () => assert.equal(isOnlyATime(sentence), false));
  }
});
