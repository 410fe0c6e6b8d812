import { createHash } from 'node:crypto';

export type Seeded = {
  /** From 0 up to, not including, 1. */
  number(): number;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** Different ones, in the order of the list. */
  some<T>(from: readonly T[], count: number): T[];
  shuffled<T>(all: readonly T[]): T[];
  chance(probability: number): boolean;
};

/** The same numbers for the same seed, on every machine (mulberry32). */
export function seeded(...seed: readonly (string | number)[]): Seeded {
  let state = createHash('sha256').update(seed.join('|')).digest().readUInt32LE(0);
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (least: number, most: number) => least + Math.floor(number() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[between(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('Nothing to pick from');
    return picked;
  };
  const shuffled = <T>(all: readonly T[]): T[] =>
    all
      .map(value => ({ value, order: number() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);
  const some = <T>(from: readonly T[], count: number): T[] => {
    const taken = new Set(shuffled(from.map((_value, place) => place)).slice(0, count));
    return from.filter((_value, place) => taken.has(place));
  };
  return { number, between, pick, some, shuffled, chance: probability => number() < probability };
}

/** The same GUID for the same parts. */
export function seededGuid(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
