import assert from 'node:assert/strict';
import { type TypedTime, typedTime } from '../../bot/matching/typed-time.ts';

/** Sunday 22 November 2026, 10am in London. */
const now = Date.parse('2026-11-22T10:00:00Z');
const read = (sentence: string, at = now) => typedTime(sentence, at, 'Europe/London');

const cases: readonly (readonly [string, Omit<TypedTime, 'isPast'> & { isPast?: boolean }])[] = [
  ['Thursday 3 December after 4pm', { day: '2026-12-03', notBefore: 960 }],
  ['next Tues 10.30', { day: '2026-11-24', exact: 630 }],
  ['tomorrow morning', { day: '2026-11-23', notAfter: 720 }],
  ['5 January', { day: '2027-01-05' }],
  ['3/12 4pm', { day: '2026-12-03', exact: 960 }],
  ['3.12.2026 at 9', { day: '2026-12-03', exact: 540 }],
  ['3rd of December at 9', { day: '2026-12-03', exact: 540 }],
  ['between 2 and 4pm on Friday', { day: '2026-11-27', notBefore: 840, notAfter: 960 }],
  ['Friday 10-2pm', { day: '2026-11-27', notBefore: 600, notAfter: 840 }],
  ['Friday 2pm to 4pm', { day: '2026-11-27', notBefore: 840, notAfter: 960 }],
  ['before 11am on Monday', { day: '2026-11-23', notAfter: 660 }],
  ['Monday by 3pm', { day: '2026-11-23', notAfter: 900 }],
  ['Mon after lunch', { day: '2026-11-23', notBefore: 780 }],
  ['Wednesday 16:00', { day: '2026-11-25', exact: 960 }],
  ['2026-12-03 16:00', { day: '2026-12-03', exact: 960 }],
  ['noon tomorrow', { day: '2026-11-23', exact: 720 }],
  ['midday on 3 Dec', { day: '2026-12-03', exact: 720 }],
  ['half past nine tomorrow', { day: '2026-11-23', exact: 570 }],
  ['tmrw 9 a.m.', { day: '2026-11-23', exact: 540 }],
  ['tuesday afternoon', { day: '2026-11-24', notBefore: 720, notAfter: 1020 }],
  ['thurs eve', { day: '2026-11-26', notBefore: 1020 }],
  ['Thursday from 3', { day: '2026-11-26', notBefore: 900 }],
  ['Thursday 3pm onwards', { day: '2026-11-26', notBefore: 900 }],
  ['next week', { day: '2026-11-23', lastDay: '2026-11-29' }],
  ['mornings next week', { day: '2026-11-23', lastDay: '2026-11-29', notAfter: 720 }],
  ['after 4pm', { notBefore: 960 }],
  ['3 December 2025', { day: '2025-12-03', isPast: true }],
  ['yesterday', { day: '2026-11-21', isPast: true }],
  ['today at 9am', { day: '2026-11-22', exact: 540, isPast: true }],
  ['today at 3', { day: '2026-11-22', exact: 900 }],
];

describe('A time that somebody types', () => {
  for (const [sentence, expected] of cases) {
    it(`is understood: ${sentence}`, () => {
      assert.deepEqual(read(sentence), { isPast: false, ...expected });
    });
  }

  it('is not seen where there is none', () => {
    const others = [
      '',
      "I'm a band 6 nurse near Leeds",
      'after 5 years on the wards I want to move into management',
      'Thursdays are best',
      'somebody with 10 to 20 mentees',
      'I may want to lead',
      '31 November',
      '🙂',
    ];
    assert.deepEqual(
      others.filter(sentence => read(sentence) !== undefined),
      [],
    );
  });

  it('is taken from the date in London when it is already tomorrow there', () => {
    const lateInSummer = Date.parse('2027-06-30T23:30:00Z');
    assert.equal(read('today after 9am', lateInSummer)?.day, '2027-07-01');
    assert.equal(read('tomorrow', lateInSummer)?.day, '2027-07-02');
  });

  it('is read quickly, however long the sentence', () => {
    assert.equal(read(`${'1 '.repeat(10_000)}`)?.exact, undefined);
  });
});
