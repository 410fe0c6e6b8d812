/** Half-open: a meeting that ends at 10:00 does not clash with one that starts at 10:00. Instants in epoch milliseconds. */
export type Interval = { readonly start: number; readonly end: number };

export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The union of any intervals: sorted, apart from one another; those without length are dropped, those that touch become one. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(each => each.start < each.end).sort((a, b) => a.start - b.start);
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = union.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return union;
}

/** What is left of `from` without `taken`. Both as `merge` gives them. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let first = 0;
  for (const { start, end } of from) {
    let at = start;
    for (let next = taken[first]; next && next.end <= at; next = taken[first]) first += 1;
    for (let index = first; at < end; index += 1) {
      const next = taken[index];
      if (!next || next.start >= end) break;
      if (next.start > at) left.push({ start: at, end: next.start });
      at = Math.max(at, next.end);
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}

/** What is in both. Both as `merge` gives them. */
export function intersect(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  let i = 0;
  let j = 0;
  for (let a = some[i], b = others[j]; a && b; a = some[i], b = others[j]) {
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (start < end) both.push({ start, end });
    if (a.end < b.end) i += 1;
    else j += 1;
  }
  return both;
}
