import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Side } from '../../../bot/mentoring/chemistry/change-meeting.ts';
import { isRefusal } from '../../../bot/mentoring/refusal.ts';
import {
  answered,
  isShown,
  newReview,
  type Review,
  reviewResults,
  wished,
} from '../../../bot/mentoring/review/review.ts';
import { type AnswersOfBoth, reviewFor } from '../../../bot/mentoring/review/review-for.ts';
import { answersTo, reviewQuestions } from '../../../bot/mentoring/review/review-questions.ts';
import { zone } from '../../../bot/mentoring/zone.ts';
import { must } from '../../support/contracts.ts';

const due = Date.parse('2027-03-01T09:00:00Z');
const review = newReview({ id: 'agreed-2027-03-01', kind: 'agreed', dueOn: '2027-03-01' }, zone);
const sides = ['mentee', 'mentor'] as const;
const other = (side: Side) => (side === 'mentee' ? 'mentor' : 'mentee');

type Act =
  | { readonly does: 'answer'; readonly by: Side; readonly text: string }
  | { readonly does: 'wish'; readonly by: Side; readonly what: (typeof reviewResults)[number] };
const side = fc.constantFrom(...sides);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ does: fc.constant('answer' as const), by: side, text: fc.string({ minLength: 1 }) }),
  fc.record({ does: fc.constant('wish' as const), by: side, what: fc.constantFrom(...reviewResults) }),
);
const acts = fc.array(fc.record({ act, wait: fc.integer({ min: 0, max: 4 * 86_400_000 }) }), {
  maxLength: 14,
});

/** What a store would hold after these acts, refused ones left out. */
function heldAfter(steps: readonly { act: Act; wait: number }[]) {
  let now = due;
  let stands: Review = review;
  const answers: { mentee?: Record<string, string>; mentor?: Record<string, string> } = {};
  for (const { act, wait } of steps) {
    now += wait;
    const next =
      act.does === 'answer' ? answered(stands, act.by, now) : wished(stands, act.by, act.what, now);
    if (isRefusal(next)) continue;
    stands = next;
    if (act.does === 'answer') answers[act.by] = { works: act.text };
  }
  return { now, stands, answers };
}

describe('A review', () => {
  it('shows answers ten working days after it is due, when somebody has not answered', () => {
    assert.equal(new Date(review.shownAt).toISOString(), '2027-03-15T09:00:00.000Z');
    assert.equal(isShown(review, review.shownAt - 1), false);
    assert.equal(isShown(review, review.shownAt), true);
  });

  it('gives each, until both are shown, nothing that depends on what the other did', () => {
    fc.assert(
      fc.property(acts, side, (steps, me) => {
        const mine = steps.filter(({ act }) => act.by === me);
        const { now, stands, answers } = heldAfter(steps);
        if (isShown(stands, now) || stands.answeredAt[me] !== undefined) return;
        const alone = heldAfter(mine);
        assert.equal(
          JSON.stringify(reviewFor(stands, me, answers, now)),
          JSON.stringify(reviewFor(alone.stands, me, alone.answers, now)),
        );
      }),
    );
  });

  it('never shows an answer before both have answered or its day has come', () => {
    fc.assert(
      fc.property(acts, side, (steps, me) => {
        const { now, stands, answers } = heldAfter(steps);
        const seen = reviewFor(stands, me, answers, now);
        const both = sides.every(each => stands.answeredAt[each] !== undefined);
        assert.equal(seen.theirs !== undefined, both || now >= stands.shownAt);
        if (seen.theirs) assert.deepEqual(seen.theirs, answers[other(me)] ?? {});
        if (!seen.theirs) assert.deepEqual([seen.theirWish, seen.myWish], [undefined, undefined]);
      }),
    );
  });

  it('comes to a result only when both want the same, after both could read', () => {
    fc.assert(
      fc.property(acts, steps => {
        const { stands } = heldAfter(steps);
        if (!stands.result) return;
        assert.deepEqual(
          [stands.wishes.mentee, stands.wishes.mentor],
          [stands.result.what, stands.result.what],
        );
        assert.ok(isShown(stands, stands.result.at));
      }),
    );
  });

  it('lets an answer be changed until both are shown, and then no more', () => {
    const once = must(answered(review, 'mentee', due));
    assert.ok(!isRefusal(answered(once, 'mentee', due + 1)));
    const both = must(answered(once, 'mentor', due + 2));
    assert.deepEqual(answered(both, 'mentee', due + 3), { refused: 'answers shown' });
    assert.deepEqual(wished(once, 'mentor', 'go on', due + 2), { refused: 'answers not shown yet' });
  });

  it('still takes the answer of somebody who comes after its day, once', () => {
    const late = must(answered(review, 'mentee', review.shownAt + 1));
    assert.deepEqual(answered(late, 'mentee', review.shownAt + 2), { refused: 'answers shown' });
  });

  it('is closed by its result', () => {
    const shown = must(answered(must(answered(review, 'mentee', due)), 'mentor', due));
    const settled = must(wished(must(wished(shown, 'mentee', 'end', due)), 'mentor', 'end', due));
    assert.deepEqual(wished(settled, 'mentee', 'go on', due), { refused: 'review over' });
    assert.equal(wished(settled, 'mentee', 'end', due), settled);
    assert.deepEqual(answered(settled, 'mentee', due), { refused: 'review over' });
  });

  it('tells who is waited for', () => {
    const none: AnswersOfBoth = {};
    const waits = (stands: Review) => sides.map(each => reviewFor(stands, each, none, due).waitsFor);
    assert.deepEqual(waits(review), ['me', 'me']);
    const one = must(answered(review, 'mentee', due));
    assert.deepEqual(waits(one), ['other', 'me']);
    const both = must(answered(one, 'mentor', due));
    assert.deepEqual(waits(both), ['both', 'both']);
    const wish = must(wished(both, 'mentor', 'amend', due));
    assert.deepEqual(waits(wish), ['me', 'other']);
    assert.deepEqual(waits(must(wished(wish, 'mentee', 'end', due))), ['both', 'both']);
  });
});

describe('Answers to a review', () => {
  it('are kept trimmed, without empty ones, and only to its own questions', () => {
    assert.deepEqual(answersTo(reviewQuestions, { works: ' Time to think ', change: '  ' }), {
      works: 'Time to think',
    });
    assert.equal(answersTo(reviewQuestions, { made_up: 'x' }), undefined);
    assert.equal(answersTo(reviewQuestions, { challenge: 'plenty' }), undefined);
    assert.equal(answersTo(reviewQuestions, { works: 'x'.repeat(2001) }), undefined);
    assert.equal(answersTo(reviewQuestions, { works: ' ' }), undefined);
  });
});
