import { kilometresBetween, placeNamed } from './places.ts';
import ambiguousPlaces from './vocabulary/ambiguous-places.json' with { type: 'json' };

export type AskBack = {
  /** As the vocabulary spells it: "Newcastle". */
  readonly name: string;
  /** Likeliest first. */
  readonly places: readonly { readonly region: string; readonly town: string }[];
};

type Other = { readonly region: string; readonly town?: string };

const placesNamed = new Map(
  ambiguousPlaces.map(({ name, places }) => [name.toLowerCase(), { name, places }]),
);
/** A neighbour decides when it is this near one of the places, and much farther from the others. */
const near = { kilometres: 90, times: 0.5 };

/** Which of the places of one name is meant. `ask`: nothing else in the sentence decides it. */
export function whichOf(
  typed: string,
  others: readonly Other[],
): { readonly town?: string; readonly ask?: AskBack } {
  const known = placesNamed.get(typed.toLowerCase());
  const [likeliest] = known?.places ?? [];
  if (known === undefined || likeliest === undefined) return {};
  for (const other of others) {
    const decided = pointedTo(known.places, other);
    if (decided !== undefined) return { town: decided };
  }
  const places = known.places.flatMap(town => {
    const region = placeNamed(town)?.region;
    return region === undefined ? [] : [{ region, town }];
  });
  return { town: likeliest, ask: { name: known.name, places } };
}

function pointedTo(places: readonly string[], { region, town }: Other): string | undefined {
  if (town === undefined) {
    const inside = places.filter(place => placeNamed(place)?.region === region);
    return inside.length > 0 ? inside[0] : undefined;
  }
  const [first, second] = places
    .map(place => ({ place, away: kilometresBetween(place, town) ?? Number.POSITIVE_INFINITY }))
    .toSorted((a, b) => a.away - b.away);
  if (first === undefined || first.away > near.kilometres) return undefined;
  return second === undefined || first.away < near.times * second.away ? first.place : undefined;
}
