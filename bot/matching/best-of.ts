export type Ranked<T> = { readonly one: T; readonly score: number };

const steps = 2048;

/**
 * The best that may be shown, equals in the order of `compare`. Scores lie between 0 and 1; 0 is never shown. Sorts no
 * more than it must: scores are counted in steps first, then steps are sorted from the top until there are enough.
 */
export function bestOf<T>(
  all: readonly T[],
  scores: Float64Array,
  limit: number,
  compare: (a: T, b: T) => number,
  mayBeShown: (one: T) => boolean,
): readonly Ranked<T>[] {
  const counts = new Uint32Array(steps + 2);
  const stepOf = (score: number): number => (score > 0 ? 1 + Math.min(steps, Math.floor(score * steps)) : 0);
  for (const score of scores) counts[stepOf(score)] = (counts[stepOf(score)] ?? 0) + 1;
  const shown: Ranked<T>[] = [];
  let top = steps + 1;
  for (let atLeast = 4 * limit + 16; top > 0 && shown.length < limit; atLeast *= 4) {
    let bottom = top;
    for (let gathered = counts[top] ?? 0; bottom > 1 && gathered < atLeast; ) {
      bottom -= 1;
      gathered += counts[bottom] ?? 0;
    }
    const batch: Ranked<T>[] = [];
    for (let at = 0; at < scores.length; at += 1) {
      const score = scores[at] ?? 0;
      const step = stepOf(score);
      const one = all[at];
      if (one !== undefined && step >= bottom && step <= top) batch.push({ one, score });
    }
    batch.sort((a, b) => b.score - a.score || compare(a.one, b.one));
    for (const ranked of batch) {
      if (shown.length === limit) break;
      if (mayBeShown(ranked.one)) shown.push(ranked);
    }
    top = bottom - 1;
  }
  return shown;
}
