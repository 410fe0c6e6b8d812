import type { AskBack } from '../matching/ask-back.ts';
import type { Criteria } from '../matching/criteria.ts';
import { slug } from '../matching/slug.ts';
import type { Understanding } from '../matching/understand.ts';

/** A name that means several places, and what each answer takes off and puts on, by the ids of criteria. */
export type AskedBack = { readonly name: string; readonly choices: readonly PlaceChoice[] };

export type PlaceChoice = {
  readonly words: string;
  readonly takeOff: readonly string[];
  readonly putOn: string;
};

/** Towns of the same name are told apart by their regions. */
export function askedBack({ askBack, criteria }: Understanding): readonly AskedBack[] {
  return askBack.map(({ name, places }) => ({ name, choices: choices(places, criteria) }));
}

function choices(places: AskBack['places'], criteria: Criteria): readonly PlaceChoice[] {
  const towns = new Set(places.map(({ town }) => town));
  if (towns.size === places.length) {
    return places.map(({ town }) => ({
      words: town,
      takeOff: [...towns].filter(other => other !== town && criteria.towns.includes(other)).map(placeId),
      putOn: placeId(town),
    }));
  }
  return places.map(({ town, region }) => ({
    words: towns.size === 1 ? region : `${town}, ${region}`,
    takeOff: [...towns].filter(each => criteria.towns.includes(each)).map(placeId),
    putOn: `region:${slug(region)}`,
  }));
}

function placeId(town: string): string {
  return `place:${slug(town)}`;
}
