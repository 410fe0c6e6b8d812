import regions from './vocabulary/regions.json' with { type: 'json' };

/** An integrated care board; dates are ISO dates, the first and last day on which it is one. */
export type Board = {
  readonly name: string;
  readonly region: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successors: readonly string[];
};

const boards: readonly Board[] = regions.flatMap(({ name: region, boards: inRegion }) =>
  inRegion.map(({ name, validFrom, validTo, successors }) => ({
    name,
    region,
    validFrom,
    validTo,
    successors,
  })),
);

/** The boards of that day. */
export function boardsOn(today: string): readonly Board[] {
  return boards.filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
  );
}

/** What a board of any time has become by that day: itself, or those that followed it. */
export function boardsToday(name: string, today: string): readonly string[] {
  const board = boards.find(each => each.name.toLowerCase() === name.toLowerCase());
  if (board === undefined) return [];
  if (board.validTo === null || today <= board.validTo) return [board.name];
  return [...new Set(board.successors.flatMap(successor => boardsToday(successor, today)))];
}
