import assert from 'node:assert/strict';
import { canOffer } from '../../../bot/mentoring/availability/can-offer.ts';

const seen = { seen: true, busy: [] } as const;
const hidden = { seen: false, why: 'no mailbox' } as const;

describe('Whether times can be offered', () => {
  it('takes two calendars that are seen', () => {
    assert.deepEqual(canOffer({ mentee: seen, mentor: seen }), { both: true, mentee: seen, mentor: seen });
  });

  it('T12 never takes somebody for free whose calendar is hidden or was not answered, and says whose', () => {
    assert.deepEqual(canOffer({ mentee: seen, mentor: hidden }), { both: false, hidden: 'mentor' });
    assert.deepEqual(canOffer({ mentee: undefined, mentor: seen }), { both: false, hidden: 'mentee' });
    assert.deepEqual(canOffer({ mentee: hidden, mentor: undefined }), { both: false, hidden: 'both' });
  });
});
