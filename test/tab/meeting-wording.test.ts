import assert from 'node:assert/strict';
import { stagesSeen } from '../../bot/http/contract.ts';
import { oneMeetingView } from '../../bot/http/home-view.ts';
import { placeOfMeeting, relationshipStanding, standing, timeOf } from '../../tab/home/meeting-wording.ts';
import { aMeeting, from, priya, sam } from '../support/meetings.ts';

const now = Date.parse('2026-12-01T12:00:00Z');

function told(stage: (typeof stagesSeen)[number], by: typeof sam, over = false): string {
  const meeting = aMeeting({
    stage,
    cancelledBy: 'mentee',
    at: over ? '2026-11-03T09:00:00Z' : '2026-12-03T09:00:00Z',
  });
  const view = oneMeetingView(by, meeting, now);
  assert.ok(view);
  return standing(view, over).replace(/[\u2068\u2069]/g, '');
}

describe('How a meeting stands, in words', () => {
  it('says who waits for whom', () => {
    assert.equal(told('waiting', sam), 'Waiting for Priya Varghese to say yes');
    assert.equal(told('waiting', priya), 'Sam Okoro would like to meet you');
    assert.equal(told('moving', sam), 'Priya Varghese asked for another time');
    assert.equal(told('moving', priya), 'Waiting for Sam Okoro to choose another time');
  });

  it('says how it ended', () => {
    assert.equal(told('cancelled', sam), 'Cancelled by you');
    assert.equal(told('cancelled', priya), 'Cancelled by Sam Okoro');
    assert.equal(told('not now', sam), 'Priya Varghese said not now');
    assert.equal(told('not now', priya), 'You said not now');
    assert.equal(told('waiting', sam, true), 'Nobody answered in time');
    assert.equal(told('agreed', sam, true), 'Agreed by both of you');
  });

  it('has words for every stage that people see, for both of them', () => {
    for (const stage of stagesSeen)
      for (const by of [sam, priya]) assert.match(told(stage, by), /^\S/, stage);
  });

  it('says what times are offered while none is chosen', () => {
    const proposed = [from('2026-12-10T13:30:00Z'), from('2026-12-09T09:00:00Z')];
    const view = oneMeetingView(sam, aMeeting({ stage: 'proposed', at: null, proposed }), now);
    assert.ok(view);
    assert.equal(timeOf(view), '2 times offered, the first on Wednesday 9 December 2026');
  });

  it('says where', () => {
    const view = oneMeetingView(sam, aMeeting({ mode: 'in person', place: 'Seminar room 4' }), now);
    assert.ok(view);
    assert.equal(placeOfMeeting(view), 'In person: Seminar room 4');
    assert.equal(view.joinUrl, undefined);
  });

  it('says where a relationship stands', () => {
    const known = { pairId: 'p', with: 'Priya Varghese', stage: 'agreed' } as const;
    assert.equal(
      relationshipStanding({ ...known, nextAt: '2026-12-03T09:00:00.000Z' }),
      'Next meeting Thursday 3 December 2026',
    );
    assert.equal(
      relationshipStanding({ ...known, lastAt: '2026-11-03T09:00:00.000Z' }),
      'Last meeting Tuesday 3 November 2026',
    );
  });
});
