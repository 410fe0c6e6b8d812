export type Dice = {
  pick<T>(from: readonly T[]): T;
  shuffled<T>(from: readonly T[]): readonly T[];
};

/** Chance that falls the same way each time (mulberry32), so that learning can be repeated. */
export function dice(seed: number): Dice {
  let state = seed | 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) * bound) / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(below(from.length))];
    if (picked === undefined) throw new RangeError('Nothing to pick from');
    return picked;
  };
  return {
    pick,
    shuffled: from => {
      const numbered = from.map(one => ({ one, order: below(1) }));
      return numbered.sort((a, b) => a.order - b.order).map(({ one }) => one);
    },
  };
}
