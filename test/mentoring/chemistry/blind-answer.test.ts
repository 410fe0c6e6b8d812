import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  blindAnswers,
  comesOutOf,
  type GivenAnswers,
  nextQuarter,
  releaseBy,
  releaseTimes,
  remindsAt,
} from '../../../bot/mentoring/chemistry/blind-answer.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const endedAt = Date.parse('2026-12-03T16:30:00Z');
const times = releaseTimes(endedAt);

const someTime = fc.integer({
  min: Date.parse('2026-01-01T00:00:00Z'),
  max: Date.parse('2028-12-01T00:00:00Z'),
});
const given = fc.option(
  fc.record({
    answer: fc.constantFrom(...blindAnswers),
    at: fc.integer({ min: endedAt, max: times.decidesAt - 1 }),
  }),
  { nil: undefined },
);
const answers: fc.Arbitrary<GivenAnswers> = fc
  .tuple(given, given)
  .map(([mentee, mentor]) => ({ ...(mentee ? { mentee } : {}), ...(mentor ? { mentor } : {}) }));
const instant = fc.integer({ min: endedAt, max: times.decidesAt + day });

describe('What two answers come to', () => {
  it('two yeses go on; a no from either, or silence, does not go ahead; all else is another meeting', () => {
    const at = endedAt;
    const outcomes = [...blindAnswers, undefined].flatMap(mentee =>
      [...blindAnswers, undefined].map(mentor =>
        comesOutOf({
          ...(mentee ? { mentee: { answer: mentee, at } } : {}),
          ...(mentor ? { mentor: { answer: mentor, at } } : {}),
        }),
      ),
    );
    const [on, no, again] = ['going on', 'not going ahead', 'another meeting'];
    assert.deepEqual(outcomes, [on, no, again, no, no, no, no, no, again, no, again, no, no, no, no, no]);
  });

  it('is released at a full quarter of an hour, by the clock', () => {
    fc.assert(
      fc.property(answers, instant, (each, now) => {
        const found = releaseBy(each, times, now);
        if (!found) return true;
        return (
          found.at % (15 * minute) === 0 &&
          found.at <= now &&
          found.at > endedAt &&
          found.at <= times.decidesAt
        );
      }),
    );
  });

  it('is released at 9am on the third working day at the latest, and before that for two yeses alone', () => {
    fc.assert(
      fc.property(answers, instant, (each, now) => {
        const found = releaseBy(each, times, now);
        if (now >= times.decidesAt) assert.equal(found?.outcome, comesOutOf(each));
        else if (found) assert.equal(found.outcome, 'going on');
      }),
    );
  });

  it('two yeses wait for a quarter of an hour that begins after the second, and for no other', () => {
    fc.assert(
      fc.property(fc.tuple(instant, instant), ([one, other]) => {
        const both = {
          mentee: { answer: 'go on', at: one },
          mentor: { answer: 'go on', at: other },
        } as const;
        const due = Math.min(nextQuarter(Math.max(one, other)), times.decidesAt);
        assert.equal(releaseBy(both, times, due - 1), undefined);
        assert.equal(releaseBy(both, times, due)?.at, due);
      }),
    );
  });

  it('whatever the other says but a yes to a yes, nothing differs before 9am', () => {
    fc.assert(
      fc.property(given, answers, instant, (mine, { mentor }, now) => {
        if (now >= times.decidesAt || (mine?.answer === 'go on' && mentor?.answer === 'go on')) return;
        const both = { ...(mine ? { mentee: mine } : {}), ...(mentor ? { mentor } : {}) };
        assert.equal(releaseBy(both, times, now), undefined);
      }),
    );
  });
});

describe('When answers are released', () => {
  const at = (ended: string) => new Date(releaseTimes(Date.parse(ended)).decidesAt).toISOString();

  it('is 9am on the third working day of England after the meeting', () => {
    assert.equal(at('2026-12-03T16:30:00Z'), '2026-12-08T09:00:00.000Z', 'over a weekend');
    assert.equal(
      at('2026-12-23T16:30:00Z'),
      '2026-12-30T09:00:00.000Z',
      'over Christmas, Boxing Day moved to Monday',
    );
    assert.equal(at('2026-04-01T15:30:00Z'), '2026-04-08T08:00:00.000Z', 'over Easter, in summer time');
    assert.equal(at('2026-12-05T10:00:00Z'), '2026-12-09T09:00:00.000Z', 'from a Saturday');
  });

  it('leaves time after the one reminder, at least a working day', () => {
    fc.assert(
      fc.property(someTime, ended => {
        const { decidesAt } = releaseTimes(ended);
        assert.ok(ended < remindsAt(ended) && decidesAt - remindsAt(ended) >= 23 * 60 * minute);
      }),
      { numRuns: 50 },
    );
  });
});
