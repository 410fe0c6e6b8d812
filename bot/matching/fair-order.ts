import { bestFew, type Placed } from './best-of.ts';
import type { MentorTable } from './mentor-table.ts';

/** How much a mentor has been shown lately, and how many requests wait for them. */
export type Exposed = { readonly recentlyShown: number; readonly openRequests: number };

/** Mentors whose scores differ by less than this share may change places. */
export const nearlyEqual = 0.02;
/** A request that waits asks more of a mentor than being looked at. */
const requestsWeigh = 3;

type Turn = Placed & { readonly exposed: number; readonly lot: number };

/**
 * Gives their turn to those who were shown less: each group of scores within 2 % of its best is put in order of exposure,
 * then by a lot that the seed draws, then by id. `best` are the best by score, and `limit` of them at most; the last
 * group is filled from all that belong to it.
 */
export function fairOrder(
  table: MentorTable,
  scores: Float64Array,
  best: readonly Placed[],
  { limit, exposure, seed = '', mayBeShown }: FairOrder,
): readonly Placed[] {
  const ordered: Placed[] = [];
  for (let from = 0; from < best.length; ) {
    const top = best[from]?.score ?? 0;
    const least = top * (1 - nearlyEqual);
    let to = from;
    while (to < best.length && (best[to]?.score ?? 0) > least) to += 1;
    const isLast = to === best.length && best.length === limit;
    const few = bestFew<Turn>(isLast ? limit - from : to - from, (a, b) => isBefore(table, a, b));
    const give = (row: number, score: number, allowed: boolean): void => {
      const id = table.at(row)?.id ?? '';
      const { recentlyShown, openRequests } = exposure(id);
      const turn = {
        row,
        score,
        exposed: recentlyShown + requestsWeigh * openRequests,
        lot: lotOf(seed, id),
      };
      if (few.wouldTake(turn) && (allowed || mayBeShown(row))) few.take(turn);
    };
    if (isLast) {
      for (let row = 0; row < scores.length; row += 1) {
        const score = scores[row] ?? 0;
        if (score > least && score <= top) give(row, score, false);
      }
    } else {
      for (const { row, score } of best.slice(from, to)) give(row, score, true);
    }
    ordered.push(...few.inOrder());
    from = to;
  }
  return ordered;
}

export type FairOrder = {
  readonly limit: number;
  readonly exposure: (profileId: string) => Exposed;
  readonly seed?: string;
  readonly mayBeShown: (row: number) => boolean;
};

function isBefore(table: MentorTable, a: Turn, b: Turn): boolean {
  if (a.exposed !== b.exposed) return a.exposed < b.exposed;
  if (a.lot !== b.lot) return a.lot < b.lot;
  return table.isBefore(a.row, b.row);
}

/** FNV-1a, mixed once more: the same seed and id always draw the same lot; without a seed all lots are equal. */
function lotOf(seed: string, id: string): number {
  if (seed === '') return 0;
  let hash = 0x811c9dc5;
  for (const text of [seed, id]) {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
