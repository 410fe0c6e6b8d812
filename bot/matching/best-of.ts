import type { MentorTable } from './mentor-table.ts';

export type Placed = { readonly row: number; readonly score: number };

/**
 * The best rows that may be shown, equals by id. A score of 0 is never shown. `mayBeShown` is asked only of rows that
 * would come among the best so far.
 */
export function bestOf(
  table: MentorTable,
  scores: Float64Array,
  limit: number,
  mayBeShown: (row: number) => boolean,
): readonly Placed[] {
  const comesBefore = (a: Placed, b: Placed): boolean =>
    a.score > b.score || (a.score === b.score && table.isBefore(a.row, b.row));
  const best = bestFew(limit, comesBefore);
  if (limit < 1) return [];
  let least = 0;
  let worst = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] ?? 0;
    if (score < least || score <= 0) continue;
    if (score === least && !table.isBefore(row, worst)) continue;
    if (!mayBeShown(row)) continue;
    best.take({ row, score });
    least = best.worst()?.score ?? 0;
    worst = best.worst()?.row ?? 0;
  }
  return best.inOrder();
}

export type Few<T> = {
  wouldTake(one: T): boolean;
  take(one: T): void;
  /** Once there are as many as wanted. */
  worst(): T | undefined;
  inOrder(): readonly T[];
};

/** Keeps the first few of many in order, each put in its place: for limits of some tens. */
export function bestFew<T>(limit: number, comesBefore: (a: T, b: T) => boolean): Few<T> {
  const kept: T[] = [];
  const worst = (): T | undefined => (kept.length < limit ? undefined : kept.at(-1));
  return {
    wouldTake: one => {
      const last = worst();
      return last === undefined ? limit > 0 : comesBefore(one, last);
    },
    take: one => {
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = kept[middle];
        if (other !== undefined && comesBefore(other, one)) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, one);
      if (kept.length > limit) kept.pop();
    },
    worst,
    inOrder: () => kept,
  };
}
