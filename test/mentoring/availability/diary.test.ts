import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Diary,
  diaryDays,
  diaryId,
  emptyDiary,
  hold,
  release,
} from '../../../bot/mentoring/availability/diary.ts';
import { overlaps } from '../../../bot/mentoring/availability/interval.ts';

const zone = 'Europe/London';
/** The third of December with one meeting, from 10 to 40. */
function withOneMeeting(): Diary {
  const held = hold(emptyDiary('2026-12-03'), { start: 10, end: 40, meetingId: 'm1' });
  assert.notEqual(held, 'taken');
  return held === 'taken' ? emptyDiary('2026-12-03') : held;
}

const at = (iso: string) => Date.parse(iso);

describe('A diary', () => {
  it('is one document for a person and a day', () => {
    assert.deepEqual(emptyDiary('2026-12-03'), { id: 'diary:2026-12-03', type: 'diary', entries: [] });
    assert.equal(diaryId('2026-12-03'), 'diary:2026-12-03');
  });

  it('belongs to the day in London, not in UTC', () => {
    const lateInSummer = { start: at('2026-07-01T23:00:00Z'), end: at('2026-07-01T23:30:00Z') };
    assert.deepEqual(diaryDays(lateInSummer, zone), ['2026-07-02']);
  });

  it('is held on two days when a meeting goes over midnight, on one when it ends at midnight', () => {
    const overMidnight = { start: at('2026-12-03T23:45:00Z'), end: at('2026-12-04T00:15:00Z') };
    const toMidnight = { start: at('2026-12-03T23:30:00Z'), end: at('2026-12-04T00:00:00Z') };
    assert.deepEqual(diaryDays(overMidnight, zone), ['2026-12-03', '2026-12-04']);
    assert.deepEqual(diaryDays(toMidnight, zone), ['2026-12-03']);
  });

  it('holds the same meeting at the same time twice without a change', () => {
    const held = withOneMeeting();
    assert.equal(hold(held, { start: 10, end: 40, meetingId: 'm1' }), held);
  });

  it('is taken for another meeting, and for the same meeting at another time that overlaps', () => {
    const held = withOneMeeting();
    assert.equal(hold(held, { start: 39, end: 69, meetingId: 'm2' }), 'taken');
    assert.equal(hold(held, { start: 10, end: 40, meetingId: 'm2' }), 'taken');
    assert.equal(hold(held, { start: 20, end: 50, meetingId: 'm1' }), 'taken');
    assert.notEqual(hold(held, { start: 40, end: 70, meetingId: 'm2' }), 'taken');
  });

  it('refuses an entry that ends before it starts', () => {
    assert.throws(() => hold(emptyDiary('2026-12-03'), { start: 40, end: 40, meetingId: 'm1' }), RangeError);
  });

  it('keeps nothing of a released meeting', () => {
    const held = withOneMeeting();
    assert.deepEqual(release(held, { start: 10, end: 40, meetingId: 'm1' }).entries, []);
    assert.equal(release(held, { start: 10, end: 40, meetingId: 'm2' }), held);
  });

  it('never holds two intervals that overlap, whatever is held and released, of any length and start', () => {
    const act = fc.record({
      does: fc.constantFrom('hold', 'hold', 'release'),
      meetingId: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5'),
      start: fc.integer({ min: 0, max: 100 }),
      minutes: fc.integer({ min: 1, max: 45 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), acts => {
        let diary = emptyDiary('2026-12-03');
        for (const { does, meetingId, start, minutes } of acts) {
          const before = diary;
          const next =
            does === 'hold'
              ? hold(diary, { start, end: start + minutes, meetingId })
              : release(diary, { meetingId, start, end: start + minutes });
          if (next !== 'taken') diary = next;
          const wasFree = !before.entries.some(held => overlaps(held, { start, end: start + minutes }));
          if (does === 'hold' && wasFree) assert.notEqual(next, 'taken');
          for (const [index, one] of diary.entries.entries())
            assert.ok(!diary.entries.slice(index + 1).some(other => overlaps(one, other)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
