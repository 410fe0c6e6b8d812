import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal } from '../../../bot/mentoring/refusal.ts';
import {
  askedAgainAt,
  type Ending,
  endedNow,
  keptUntil,
  notEndedTogether,
  suggestedToEnd,
} from '../../../bot/mentoring/review/ending.ts';
import { zone } from '../../../bot/mentoring/zone.ts';

const at = Date.parse('2026-11-23T10:00:00Z');

describe('An ending', () => {
  it('is natural only when both have said so, with nothing taken back between', () => {
    const step = fc.constantFrom('mentee', 'mentor', 'take back');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        let ending: Ending = {};
        let open: string | undefined;
        for (const each of steps) {
          const wasEnded = ending.ended !== undefined;
          const next =
            each === 'take back'
              ? notEndedTogether(ending)
              : suggestedToEnd(ending, each === 'mentee' ? 'mentee' : 'mentor', at);
          assert.equal(isRefusal(next), wasEnded);
          if (isRefusal(next)) continue;
          ending = next;
          const both = each !== 'take back' && open !== undefined && open !== each;
          assert.equal(ending.ended?.how, both ? 'natural' : undefined);
          open = each === 'take back' ? undefined : (open ?? each);
        }
      }),
    );
  });

  it('is for either alone at any time, and says nowhere who', () => {
    assert.deepEqual(endedNow({ suggested: { by: 'mentor', at } }, 'early', at), {
      ended: { how: 'early', at },
    });
    assert.deepEqual(endedNow({ ended: { how: 'early', at } }, 'planned', at), { refused: 'contract ended' });
  });

  it('keeps the record so many months, and asks again after six at 9am', () => {
    assert.equal(keptUntil(at, 24, zone), '2028-11-23');
    assert.equal(keptUntil(Date.parse('2026-08-31T12:00:00Z'), 6, zone), '2027-02-28');
    assert.equal(new Date(askedAgainAt(at, zone)).toISOString(), '2027-05-23T08:00:00.000Z');
  });
});
