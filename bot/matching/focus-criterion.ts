import type { Criteria, WantedFocusArea } from './criteria.ts';
import type { CriterionKind } from './criterion-kind.ts';
import { slug } from './slug.ts';
import { focusAreaNames, focusInWords, likelyFocusAreas } from './understood-words.ts';

const nameOf = new Map(focusAreaNames.map(name => [slug(name), name]));

/** Choosing or dropping an area makes the others that are said the only ones: what was unlikely does not come up then. */
export const focusKind: CriterionKind = {
  prefix: 'focus',
  of: criteria => likelyFocusAreas(criteria).map(name => ({ key: slug(name), words: focusInWords(name) })),
  add: (criteria, key) => {
    const name = nameOf.get(key);
    const said = likelyFocusAreas(criteria);
    if (name === undefined || said.includes(name)) return criteria;
    return chosen(
      criteria,
      [...said, name].map(each => ({ name: each, weight: 1 })),
    );
  },
  drop: (criteria, key) => {
    const said = likelyFocusAreas(criteria);
    const left = criteria.focusAreas.filter(({ name }) => said.includes(name) && slug(name) !== key);
    return left.length === said.length ? criteria : chosen(criteria, left);
  },
};

/** Whether the areas are wanted together; without it any of them will do. */
export const needsKind: CriterionKind = {
  prefix: 'needs',
  of: ({ needs, focusAreas }) =>
    needs === 2 && focusAreas.length > 1 ? [{ key: 'both', words: 'both of these' }] : [],
  add: (criteria, key) => (key === 'both' ? { ...criteria, needs: 2 } : criteria),
  drop: (criteria, key) => (key === 'both' && criteria.needs === 2 ? { ...criteria, needs: 1 } : criteria),
};

function chosen(criteria: Criteria, areas: readonly WantedFocusArea[]): Criteria {
  const sum = areas.reduce((total, { weight }) => total + weight, 0);
  const needs = areas.length < 2 ? (areas.length === 1 ? 1 : 0) : criteria.needs === 2 ? 2 : 1;
  return {
    ...criteria,
    needs,
    focusAreas: areas.map(({ name, weight }) => ({ name, weight: weight / sum })),
  };
}
