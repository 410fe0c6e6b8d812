import assert from 'node:assert/strict';
import { afterCard, isAfter } from '../../bot/conversation/cards/after-card.ts';
import type { Card } from '../../bot/conversation/cards/card.ts';
import { type AfterMeeting, blindAnswers, releaseTimes } from '../../bot/mentoring/chemistry/blind-answer.ts';
import type { OwnMeeting } from '../../bot/mentoring/chemistry/meeting.ts';
import { meetingFor } from '../../bot/mentoring/chemistry/meeting-for.ts';
import { aMeeting, priya, sam } from '../support/meetings.ts';

const times = releaseTimes(Date.parse('2026-12-03T09:30:00Z'));
const now = times.endedAt + 1;

function cardFor(
  after: AfterMeeting,
  mine?: OwnMeeting['mine'],
  stage: 'agreed' | 'waiting' = 'agreed',
): readonly Card[] {
  return [sam, priya].flatMap(person => {
    const seen = meetingFor(
      person,
      { ...aMeeting({ stage, after, id: 'm' }), ...(mine ? { mine } : {}) },
      now,
    );
    return seen && isAfter(seen)
      ? [afterCard({ seen, opId: () => 'op', placeLink: place => `https://tab/${place}` })]
      : [];
  });
}

const runs = (card: Card) => JSON.stringify(card.body).match(/(?<="text":")[^"]*/g) ?? [];
const titles = (card: Card | undefined) => card?.actions.map(({ title }) => title);

describe('The card about going on', () => {
  const every = [
    ...[undefined, ...blindAnswers].flatMap(mine => cardFor(times, mine)),
    ...cardFor(times, undefined, 'waiting'),
    ...(['going on', 'not going ahead', 'another meeting'] as const).flatMap(outcome =>
      cardFor({ ...times, released: { outcome, at: times.decidesAt, placeKeptUntil: times.decidesAt } }),
    ),
  ];

  it('asks with three answers, says what was answered, and lets the others be chosen still', () => {
    assert.deepEqual(titles(cardFor(times)[0]), ['Go on', 'Not for me', 'Another meeting first']);
    assert.deepEqual(titles(cardFor(times, 'go on')[1]), ['Not for me', 'Another meeting first']);
  });

  it('leads two who go on to a time and to their contract', () => {
    for (const card of cardFor({ ...times, released: { outcome: 'going on', at: times.decidesAt } })) {
      assert.deepEqual(titles(card), ['Choose a time for it', 'Open the contract']);
      assert.match(JSON.stringify(card.actions), /"https:\/\/tab\/contract\/[^"]+"/);
    }
  });

  it('offers no more sessions once the mentoring has ended', () => {
    const released = { outcome: 'going on', at: times.decidesAt } as const;
    for (const card of cardFor({ ...times, released, mentoringEndedAt: now })) {
      assert.deepEqual(titles(card), ['Open the contract']);
      assert.match(runs(card).join(' '), /Your mentoring with \w+ has ended\./);
    }
  });

  it('asks for a reason to choose from, which need not be given, of those alone who said no', () => {
    const [no] = cardFor(times, 'not for me');
    assert.equal(titles(no)?.[0], 'Give this reason');
    assert.match(JSON.stringify(no), /Why\? You need not say\./);
    for (const mine of ['go on', 'another meeting first'] as const)
      assert.doesNotMatch(JSON.stringify(cardFor(times, mine)), /Input\.ChoiceSet/);
  });

  it('says when both are told, without a date or time written otherwise than elsewhere', () => {
    const [card] = cardFor(times);
    assert.ok(card && runs(card).join(' ').includes('9am on Tuesday 8 December 2026'));
  });

  it('is read with ease: no please, sorry or exclamation mark, at most three buttons beside the reason', () => {
    assert.equal(every.length, 16);
    for (const card of every) {
      assert.ok(card.actions.length <= 3, String(titles(card)));
      for (const text of runs(card)) {
        assert.doesNotMatch(text, /please|sorry|oops|!|thank/i);
        assert.ok(
          text.split(/[.:?] /).every(sentence => sentence.split(/\s+/).length <= 30),
          text,
        );
      }
    }
  });

  it('never says who said what: a no and silence read alike', () => {
    const [mentee, mentor] = cardFor({
      ...times,
      released: { outcome: 'not going ahead', at: times.decidesAt },
    });
    assert.ok(mentee && mentor);
    assert.deepEqual(runs(mentor), ['Chemistry meeting with Sam Okoro', 'This is not going ahead.']);
    assert.deepEqual(titles(mentee), ['Other mentors']);
  });
});
