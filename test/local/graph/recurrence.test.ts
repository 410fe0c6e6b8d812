import assert from 'node:assert/strict';
import { occurrenceDays, type Recurrence } from '../../../infra/local/graph/recurrence.ts';
import { dayNumber, isoDate } from '../../../infra/local/graph/zones.ts';

function days(pattern: Recurrence['pattern'], startDate: string, from: string, to: string): string[] {
  const series: Recurrence = { pattern, range: { type: 'noEnd', startDate } };
  return occurrenceDays(series, dayNumber(from), dayNumber(to)).map(isoDate);
}

describe('A recurrence', () => {
  it('takes place every third day', () => {
    const found = days({ type: 'daily', interval: 3 }, '2026-12-01', '2026-12-02', '2026-12-10');
    assert.deepEqual(found, ['2026-12-04', '2026-12-07', '2026-12-10']);
  });

  it('takes place on two days of every other week, weeks beginning on the day it says', () => {
    const pattern = { type: 'weekly', interval: 2, daysOfWeek: ['tuesday', 'sunday'] } as const;
    const sunday = days({ ...pattern, firstDayOfWeek: 'sunday' }, '2026-12-01', '2026-12-01', '2026-12-20');
    const monday = days({ ...pattern, firstDayOfWeek: 'monday' }, '2026-12-01', '2026-12-01', '2026-12-20');
    assert.deepEqual(sunday, ['2026-12-01', '2026-12-13', '2026-12-15']);
    assert.deepEqual(monday, ['2026-12-01', '2026-12-06', '2026-12-15', '2026-12-20']);
  });

  it('takes place on the last day of a month that has no 31st', () => {
    const found = days(
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      '2026-10-31',
      '2026-10-01',
      '2027-01-01',
    );
    assert.deepEqual(found, ['2026-10-31', '2026-11-30', '2026-12-31']);
  });

  it('takes place on the second Thursday and on the last Friday of a month', () => {
    const second = {
      type: 'relativeMonthly',
      interval: 1,
      daysOfWeek: ['thursday'],
      index: 'second',
    } as const;
    const last = { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' } as const;
    assert.deepEqual(days(second, '2026-12-10', '2026-12-01', '2027-01-31'), ['2026-12-10', '2027-01-14']);
    assert.deepEqual(days(last, '2026-12-25', '2026-12-01', '2027-01-31'), ['2026-12-25', '2027-01-29']);
  });

  it('takes place once a year', () => {
    const pattern = { type: 'absoluteYearly', interval: 1, month: 7, dayOfMonth: 5 } as const;
    assert.deepEqual(days(pattern, '2026-07-05', '2026-01-01', '2027-12-31'), ['2026-07-05', '2027-07-05']);
  });

  it('takes place on no day after its end', () => {
    const series: Recurrence = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'endDate', startDate: '2026-12-01', endDate: '2026-12-03' },
    };
    assert.equal(occurrenceDays(series, dayNumber('2026-11-01'), dayNumber('2027-01-01')).length, 3);
  });
});
