import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ianaZone, instantOf, wallTime } from '../../../infra/local/graph/zones.ts';

const zones = ['Europe/London', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];
const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 });

describe('Zones of the local Graph', () => {
  it('agree with Temporal on every wall time, both ways', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone);
        const wall = there.toPlainDateTime();
        assert.equal(wallTime(at * 60_000, zone), wall.toString({ fractionalSecondDigits: 7 }));
        assert.equal(instantOf(wall.toString(), zone), wall.toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it('keep British summer time under its Windows name and know no zone of a made-up one', () => {
    assert.equal(ianaZone('GMT Standard Time'), 'Europe/London');
    assert.equal(
      wallTime(Date.parse('2026-07-02T09:00:00Z'), 'Europe/London'),
      '2026-07-02T10:00:00.0000000',
    );
    assert.equal(ianaZone('Leeds'), undefined);
    assert.equal(ianaZone('+01:00'), undefined);
  });

  it('put a time that the clocks skip after the gap, and one that comes twice at its first', () => {
    assert.equal(instantOf('2027-03-28T01:30:00', 'Europe/London'), Date.parse('2027-03-28T01:30:00Z'));
    assert.equal(instantOf('2026-10-25T01:30:00', 'Europe/London'), Date.parse('2026-10-25T00:30:00Z'));
  });
});
