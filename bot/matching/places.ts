import places from './vocabulary/places.json' with { type: 'json' };
import regions from './vocabulary/regions.json' with { type: 'json' };

/** A town or county. Degrees, good to about 5 km; of a county, its middle. */
export type KnownPlace = {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly region: string;
  /** The name itself for a county. */
  readonly county: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Its names are English words too. */
  readonly alsoWord: boolean;
};

export const regionNames: readonly string[] = regions.map(({ name }) => name);

export const knownPlaces: readonly KnownPlace[] = places.regions.flatMap(
  ({ region, towns, counties, alsoWords }) =>
    [...towns, ...counties].map(row => {
      const cells = row.split('|').map(cell => cell.trim());
      const [name = '', ...alsoCalled] = (cells[0] ?? '').split(';').map(each => each.trim());
      const [latitude = 0, longitude = 0] = cells.slice(-2).map(Number);
      const county = cells.length === 4 ? (cells[1] ?? '') : name;
      return { name, alsoCalled, region, county, latitude, longitude, alsoWord: alsoWords.includes(name) };
    }),
);

export const placeNames: readonly string[] = knownPlaces.map(({ name }) => name);

const byName = new Map(
  knownPlaces
    .toReversed()
    .flatMap(place => [place.name, ...place.alsoCalled].map(name => [name.toLowerCase(), place] as const)),
);

/** By any of its names, in any case. */
export function placeNamed(name: string): KnownPlace | undefined {
  return byName.get(name.trim().toLowerCase());
}

/** For a profile that names its town but not its region. */
export function regionOf(town: string): string | undefined {
  return placeNamed(town)?.region;
}

/** As the crow flies; `undefined` where a place is not known. */
export function kilometresBetween(one: string, other: string): number | undefined {
  const [from, to] = [placeNamed(one), placeNamed(other)];
  if (from === undefined || to === undefined) return undefined;
  const radians = Math.PI / 180;
  const north = (to.latitude - from.latitude) * 111.2;
  const east =
    (to.longitude - from.longitude) * 111.3 * Math.cos(((from.latitude + to.latitude) / 2) * radians);
  return Math.hypot(north, east);
}
