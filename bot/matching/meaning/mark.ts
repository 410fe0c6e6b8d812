const bits = 24;

/** A number of 24 bits that stands for a feature, so that a model is small and keeps no words (FNV-1a, folded). */
export function mark(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return ((hash >>> bits) ^ hash) & (2 ** bits - 1);
}

/** Where a mark is among ascending ones. */
export function placeAmong(marks: Uint32Array, wanted: number): number | undefined {
  let from = 0;
  let to = marks.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((marks[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return marks[from] === wanted ? from : undefined;
}

/** The marks of texts, each once, ascending. */
export function marksOf(texts: Iterable<string>): Uint32Array {
  return Uint32Array.from(new Set([...texts].map(mark))).sort();
}
