import assert from 'node:assert/strict';
import { bankHolidaysKnownDays, isBankHoliday } from '../../bot/mentoring/availability/bank-holidays.ts';
import { workingDayBefore, workingDaysAfter } from '../../bot/mentoring/reminders/working-days.ts';
import { zone } from '../../bot/mentoring/zone.ts';

describe("England's working days", () => {
  const london = (at: number) => new Date(at).toISOString();

  it('leave out bank holidays, also those that moved to a Monday', () => {
    assert.equal(isBankHoliday('2026-12-28', 'England'), true);
    assert.equal(isBankHoliday('2026-12-26', 'England'), false, 'a Saturday in that year');
    assert.equal(
      london(workingDaysAfter(Date.parse('2027-12-24T10:00:00Z'), 1, zone)),
      '2027-12-29T10:00:00.000Z',
    );
    assert.equal(
      london(workingDayBefore(Date.parse('2026-12-29T10:00:00Z'), 10, zone)),
      '2026-12-24T10:00:00.000Z',
    );
  });

  it('know only Saturdays and Sundays beyond the years of the file, and say how far it goes', () => {
    assert.equal(bankHolidaysKnownDays(Date.parse('2028-12-31T00:00:00Z')), 1);
    assert.equal(bankHolidaysKnownDays(Date.parse('2030-01-01T00:00:00Z')), 0);
    assert.equal(isBankHoliday('2029-12-25', 'England'), false);
  });
});
