import { kilometresBetween, placeNamed } from './places.ts';

/** In kilometres as the crow flies: beyond this a place is no longer near. */
const farthest = 40;

/**
 * 1 in the town itself or anywhere in the county that is wanted, falling to 0 where it is no longer near; a town that the
 * vocabulary does not know is near to itself alone.
 */
export function nearness(town: string, wanted: string): number {
  const [here, there] = [placeNamed(town), placeNamed(wanted)];
  if (here === undefined || there === undefined) return same(town, wanted) ? 1 : 0;
  if (here.name === there.name || here.county === there.name) return 1;
  return Math.max(0, 1 - (kilometresBetween(town, wanted) ?? farthest) / farthest);
}

function same(town: string, other: string): boolean {
  return town.trim() !== '' && town.trim().toLowerCase() === other.trim().toLowerCase();
}
