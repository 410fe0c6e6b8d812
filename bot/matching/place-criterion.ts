import type { Criteria } from './criteria.ts';
import type { CriterionKind } from './criterion-kind.ts';
import { distinct } from './facet.ts';
import { placeNames, regionNames, regionOf } from './places.ts';
import { slug } from './slug.ts';
import { regionInWords } from './understood-words.ts';

const placeOf = new Map(placeNames.toReversed().map(name => [slug(name), name]));
const regionNamed = new Map(regionNames.map(name => [slug(name), name]));

/** A place brings its region along, and takes it away again. */
export const placeKind: CriterionKind = {
  prefix: 'place',
  of: ({ towns }) => towns.map(town => ({ key: slug(town), words: `near ${town}` })),
  add: (criteria, key) => {
    const town = placeOf.get(key);
    if (town === undefined || criteria.towns.includes(town)) return criteria;
    return {
      ...criteria,
      towns: [...criteria.towns, town],
      regions: inOrder([...criteria.regions, ...regionsOf([town])]),
    };
  },
  drop: (criteria, key) => {
    const towns = criteria.towns.filter(town => slug(town) !== key);
    const implied = regionsOf(towns);
    const dropped = regionsOf(criteria.towns.filter(town => slug(town) === key));
    const regions = criteria.regions.filter(name => implied.includes(name) || !dropped.includes(name));
    return { ...criteria, towns, regions };
  },
};

/** The regions that no place of the criteria brought along. */
export const regionKind: CriterionKind = {
  prefix: 'region',
  of: criteria => alone(criteria).map(name => ({ key: slug(name), words: `in ${regionInWords(name)}` })),
  add: (criteria, key) => {
    const region = regionNamed.get(key);
    return region === undefined ? criteria : { ...criteria, regions: inOrder([...criteria.regions, region]) };
  },
  drop: (criteria, key) => ({
    ...criteria,
    regions: criteria.regions.filter(name => slug(name) !== key || !alone(criteria).includes(name)),
  }),
};

function alone({ regions, towns }: Criteria): readonly string[] {
  const implied = regionsOf(towns);
  return regions.filter(name => !implied.includes(name));
}

function regionsOf(towns: readonly string[]): readonly string[] {
  return distinct(towns.flatMap(town => regionOf(town) ?? []));
}

function inOrder(regions: readonly string[]): readonly string[] {
  return regionNames.filter(name => regions.includes(name));
}
