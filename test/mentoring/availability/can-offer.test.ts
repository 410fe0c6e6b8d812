import assert from 'node:assert/strict';
import { canOffer } from '../../../bot/mentoring/availability/can-offer.ts';

const seen = { seen: true, busy: [] } as const;
const hidden = { seen: false, why: 'no mailbox' } as const;

describe('Whether times can be offered', () => {
  it('takes two calendars that are seen', () => {
    assert.deepEqual(canOffer({ organiser: seen, invited: seen }), {
      both: true,
      organiser: seen,
      invited: seen,
    });
  });

  it('T12 never takes somebody for free whose calendar is hidden or was not answered, and says whose', () => {
    assert.deepEqual(canOffer({ organiser: seen, invited: hidden }), { both: false, hidden: 'invited' });
    assert.deepEqual(canOffer({ organiser: undefined, invited: seen }), { both: false, hidden: 'organiser' });
    assert.deepEqual(canOffer({ organiser: hidden, invited: undefined }), { both: false, hidden: 'both' });
  });
});
