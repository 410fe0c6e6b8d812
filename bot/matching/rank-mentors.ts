import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { bestOf } from './best-of.ts';
import { type Exposed, fairOrder } from './fair-order.ts';
import type { HiddenBecause } from './hard-rules.ts';
import { type HiddenCounts, hiddenCounts } from './hidden-counts.ts';
import type { Rules } from './hidden-rows.ts';
import type { MentorTable } from './mentor-table.ts';
import type { MentorText } from './mentor-text.ts';
import { type NotForMe, notForMeBySet } from './not-for-me.ts';
import { reasonAgainst } from './reason-against.ts';
import { reasonsFor } from './reasons.ts';
import { scoreMentors } from './score-mentors.ts';
import type { Understanding } from './understand.ts';

export type RankedMentor = {
  readonly profile: MentorProfile;
  /** Above 0; near 1 is a mentor who has all that was asked. */
  readonly score: number;
  /** Up to three, strongest first. */
  readonly reasons: readonly string[];
  /** One thing that was asked and this mentor has not, while others in the list have it. */
  readonly against?: string;
};

export type RankOptions = Rules & {
  readonly limit: number;
  /** Puts those first who were shown less, among mentors whose scores differ by less than 2 %. */
  readonly exposure?: (profileId: string) => Exposed;
  /** With `exposure`: equals rotate by it, one order a seed. */
  readonly seed?: string;
  /** Gone from this search, their reasons changing the order of the others a little. */
  readonly notForMe?: readonly NotForMe[];
};

export type Ranking = {
  readonly mentors: readonly RankedMentor[];
  /**
   * How many mentors each rule left out, of those whose score is at least that of the lowest score in `mentors`; where
   * there are fewer than `limit`, of all who have anything that was asked. A mentor hidden by several rules counts once.
   * Whoever the asker has put aside (`notForMe`) is not counted.
   */
  readonly hidden: HiddenCounts;
};

export function rankMentors(
  table: MentorTable,
  text: MentorText,
  because: (row: number) => HiddenBecause | undefined,
  { criteria, terms }: Pick<Understanding, 'criteria' | 'terms'>,
  { limit, exposure, seed, notForMe = [] }: Omit<RankOptions, keyof Rules>,
): Ranking {
  const factors = notForMeBySet(table, criteria, notForMe);
  const scores = scoreMentors(table, criteria, text.match(terms), factors);
  for (const { profileId } of notForMe) {
    const row = table.rowOf(profileId);
    if (row !== undefined) scores[row] = 0;
  }
  const mayBeShown = (row: number): boolean => because(row) === undefined;
  const best = bestOf(table, scores, limit, mayBeShown);
  const order =
    exposure === undefined
      ? best
      : fairOrder(table, scores, best, {
          limit,
          exposure,
          mayBeShown,
          ...(seed === undefined ? {} : { seed }),
        });
  const shown = order.flatMap(({ row, score }) => {
    const profile = table.at(row);
    return profile === undefined ? [] : [{ profile, score }];
  });
  const profiles = shown.map(({ profile }) => profile);
  const lowest = shown.length < limit ? 0 : Math.min(...shown.map(({ score }) => score));
  return {
    mentors: shown.map(({ profile, score }) => {
      const against = reasonAgainst(profile, criteria, profiles);
      return {
        profile,
        score,
        reasons: reasonsFor(profile, criteria),
        ...(against === undefined ? {} : { against }),
      };
    }),
    hidden: countHidden(scores, lowest, because),
  };
}

function countHidden(
  scores: Float64Array,
  lowest: number,
  because: (row: number) => HiddenBecause | undefined,
): HiddenCounts {
  const counts = new Map<HiddenBecause, number>();
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0;
    if (score <= 0 || score < lowest) continue;
    const rule = because(row);
    if (rule !== undefined) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return hiddenCounts(counts);
}
