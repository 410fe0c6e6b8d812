import { slug } from './slug.ts';

/**
 * What one facet says of every mentor, by number: a mentor's row holds the number of a set of values, as many mentors
 * share one. Set 0 is the empty set. Looking a criterion up costs one pass over a typed array.
 */
export type Column = {
  put(row: number, names: readonly string[]): void;
  /** The set of each row; rows beyond the last put may follow. Read it anew after a put. */
  readonly setOf: () => Uint32Array;
  /** The values of each set, by their positions in `names`. */
  readonly sets: readonly (readonly number[])[];
  /** As they were spelled first. */
  readonly names: readonly string[];
  /** For ids, beside `names`. */
  readonly slugs: readonly string[];
  /** The value's position in `names`, where any mentor ever had it. */
  numberOf(name: string): number | undefined;
};

/** Lists as they are written, whose set is remembered. */
const mostRemembered = 20_000;

/** `keyOf`: names with the same key are one value. */
export function column(keyOf: (name: string) => string = plainName): Column {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const slugs: string[] = [];
  const setNumbers = new Map<string, number>([['', 0]]);
  const sets: (readonly number[])[] = [[]];
  const setAsWritten = new Map<string, number>([['', 0]]);
  let setOf = new Uint32Array(16);

  const numbered = (name: string): number => {
    const key = keyOf(name);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, names.length);
    names.push(name.trim());
    slugs.push(slug(name));
    return names.length - 1;
  };
  const setNumber = (said: readonly string[]): number => {
    const values = [...new Set(said.filter(name => name.trim() !== '').map(numbered))].sort((a, b) => a - b);
    const key = values.join();
    const known = setNumbers.get(key);
    if (known !== undefined) return known;
    setNumbers.set(key, sets.length);
    sets.push(values);
    return sets.length - 1;
  };

  return {
    put: (row, said) => {
      if (row >= setOf.length) {
        const wider = new Uint32Array(Math.max(row + 1, 2 * setOf.length));
        wider.set(setOf);
        setOf = wider;
      }
      const written = said.length === 1 ? (said[0] ?? '') : said.join('\n');
      const known = setAsWritten.get(written);
      const set = known ?? setNumber(said);
      if (known === undefined && setAsWritten.size < mostRemembered) setAsWritten.set(written, set);
      setOf[row] = set;
    },
    setOf: () => setOf,
    sets,
    names,
    slugs,
    numberOf: name => numbers.get(keyOf(name)),
  };
}

export function plainName(name: string): string {
  return name.trim().toLowerCase();
}

/** Which sets hold at least one of the names: 1 or 0 by set number. */
export function setsWithAny(column: Column, names: readonly string[]): Uint8Array {
  const wanted = new Set(names.flatMap(name => column.numberOf(name) ?? []));
  return Uint8Array.from(column.sets, values => (values.some(value => wanted.has(value)) ? 1 : 0));
}
