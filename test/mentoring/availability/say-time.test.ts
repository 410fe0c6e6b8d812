import assert from 'node:assert/strict';
import {
  sayDay,
  sayFromTo,
  sayShortDay,
  sayShortWhen,
  sayTime,
  sayWhen,
} from '../../../bot/mentoring/availability/say-time.ts';
import { at, london } from './people-who-meet.ts';

describe('Times in words', () => {
  it('are said as people write them', () => {
    const said = [0, 30, 540, 570, 605, 720, 750, 960, 1410, 1440].map(sayTime);
    assert.deepEqual(said, [
      'midnight',
      '12.30am',
      '9am',
      '9.30am',
      '10.05am',
      'midday',
      '12.30pm',
      '4pm',
      '11.30pm',
      'midnight',
    ]);
  });

  it('name the day in full or in short', () => {
    assert.equal(sayDay('2026-12-03'), 'Thursday 3 December 2026');
    assert.equal(sayShortDay('2026-12-03'), 'Thu 3 Dec');
    assert.equal(sayDay('2027-05-30'), 'Sunday 30 May 2027');
  });

  it('are those of London, in winter and in summer', () => {
    const winter = { start: at('2026-12-03T11:30:00Z'), end: at('2026-12-03T12:00:00Z') };
    const summer = { start: at('2027-07-01T08:00:00Z'), end: at('2027-07-01T08:30:00Z') };
    assert.equal(sayWhen(winter, london), 'Thursday 3 December 2026, 11.30am to midday');
    assert.equal(sayFromTo(summer, london), '9am to 9.30am');
    assert.equal(sayShortWhen(summer, london), 'Thu 1 Jul, 9am');
  });
});
