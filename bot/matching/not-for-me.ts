import type { Criteria } from './criteria.ts';
import type { MentorTable } from './mentor-table.ts';
import { nearness } from './nearness.ts';
import type { BySet } from './small-shares.ts';

export const notForMeReasons = [
  'too far',
  'other profession',
  'other focus',
  'not this way of meeting',
  'too senior',
  'too junior',
  'know them',
] as const;
export type NotForMeReason = (typeof notForMeReasons)[number];

/** A mentor whom the asker has put aside, and why if they said so. */
export type NotForMe = { readonly profileId: string; readonly because?: NotForMeReason };

/**
 * Whoever shares what was wrong comes down by this, once for each kind of reason: less than any one thing that was asked
 * weighs, so it decides between mentors who have as much of it.
 */
const comesDown = 0.85;

/** Each a ladder of its own; nobody on one is more senior than anybody on another. */
const ladders: readonly (readonly string[])[] = [
  ['2', '3', '4', '5', '6', '7', '8', '8a', '8b', '8c', '8d', '9', 'vsm'],
  ['foundation doctor', 'core or specialty trainee', 'sas', 'consultant'],
];

/**
 * What each reason does to the others: `too far` puts the town that was asked for first, or, where none was, other towns
 * than that mentor's; `other profession`, `not this way of meeting`: whoever has nothing but the same comes down; `other
 * focus`: the more areas are the same, the more; `too senior`, `too junior`: the same band and beyond, on one ladder.
 * `know them` changes nothing but that the mentor is gone.
 */
export function notForMeBySet(
  table: MentorTable,
  criteria: Criteria,
  notForMe: readonly NotForMe[],
): readonly BySet[] {
  return notForMe.flatMap(({ profileId, because }) => {
    const row = table.rowOf(profileId);
    return row === undefined || because === undefined ? [] : (bySet(table, criteria, row, because) ?? []);
  });
}

function bySet(
  { columns }: MentorTable,
  { towns }: Criteria,
  row: number,
  because: NotForMeReason,
): BySet | undefined {
  const factor = (
    facet: BySet['facet'],
    likeness: (names: readonly string[], theirs: readonly string[]) => number,
  ): BySet => {
    const { sets, names, setOf } = columns[facet];
    const namesOf = (set: number) => (sets[set] ?? []).map(value => (names[value] ?? '').toLowerCase());
    const theirs = namesOf(setOf()[row] ?? 0);
    const shares = Float64Array.from(sets, (_, set) => 1 - (1 - comesDown) * likeness(namesOf(set), theirs));
    return { facet, bySet: shares };
  };
  switch (because) {
    case 'too far':
      return factor('place', ([place = ''], [theirs = '']) => {
        if (towns.length > 0) return towns.some(town => nearness(place, town) > 0) ? 0 : 1;
        return place === theirs && place !== '' ? 1 : 0;
      });
    case 'other profession':
      return factor('profession', shareAmong);
    case 'other focus':
      return factor('focus', shareAmong);
    case 'not this way of meeting':
      return factor('mode', (modes, theirs) => (modes.every(mode => theirs.includes(mode)) ? 1 : 0));
    case 'too senior':
      return factor('band', ([band = ''], [theirs = '']) => (rung(band, theirs) >= 0 ? 1 : 0));
    case 'too junior':
      return factor('band', ([band = ''], [theirs = '']) => (rung(band, theirs) <= 0 ? 1 : 0));
    case 'know them':
      return undefined;
  }
}

function shareAmong(names: readonly string[], theirs: readonly string[]): number {
  const shared = names.filter(name => theirs.includes(name)).length;
  return shared === 0 ? 0 : shared / new Set([...names, ...theirs]).size;
}

/** How many rungs above the other; NaN where the two are not on one ladder. */
function rung(band: string, other: string): number {
  const ladder = ladders.find(rungs => rungs.includes(band) && rungs.includes(other));
  return ladder === undefined ? Number.NaN : ladder.indexOf(band) - ladder.indexOf(other);
}
