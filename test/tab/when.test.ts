import assert from 'node:assert/strict';
import { clock, day, when } from '../../tab/when.ts';

describe('When a meeting is', () => {
  it('is told by the clocks of the United Kingdom, in winter and in summer', () => {
    assert.equal(
      when('2026-12-03T09:00:00.000Z', '2026-12-03T09:30:00.000Z'),
      'Thursday 3 December 2026, 9am to 9.30am',
    );
    assert.equal(
      when('2026-07-02T09:00:00.000Z', '2026-07-02T09:30:00.000Z'),
      'Thursday 2 July 2026, 10am to 10.30am',
    );
  });

  it('is right on both sides of the night when the clocks change', () => {
    assert.equal(clock('2026-10-25T00:30:00Z'), '1.30am');
    assert.equal(clock('2026-10-25T01:30:00Z'), '1.30am');
    assert.equal(clock('2027-03-28T00:59:00Z'), '12.59am');
    assert.equal(clock('2027-03-28T01:00:00Z'), '2am');
  });

  it('says midday and midnight, which 12am and 12pm leave open', () => {
    assert.equal(clock('2026-12-03T12:00:00Z'), 'midday');
    assert.equal(clock('2026-12-03T00:00:00Z'), 'midnight');
    assert.equal(clock('2026-12-03T12:30:00Z'), '12.30pm');
  });

  it('names the second day where a meeting goes over midnight, but not where it ends then', () => {
    assert.equal(
      when('2026-12-03T23:45:00Z', '2026-12-04T00:15:00Z'),
      'Thursday 3 December 2026, 11.45pm to Friday 4 December 2026, 12.15am',
    );
    assert.equal(
      when('2026-12-03T23:30:00Z', '2026-12-04T00:00:00Z'),
      'Thursday 3 December 2026, 11.30pm to midnight',
    );
    assert.equal(day('2026-12-04T00:00:00Z'), 'Friday 4 December 2026');
  });
});
