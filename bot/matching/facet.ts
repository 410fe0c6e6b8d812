/** What one kind of criterion found in a sentence, and which words it used up. */
export type Facet<T> = {
  readonly wanted: readonly T[];
  readonly avoided: readonly T[];
  /** Positions of the words that say nothing about what the mentoring is for. */
  readonly used: readonly number[];
};

export function positions(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

export function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
