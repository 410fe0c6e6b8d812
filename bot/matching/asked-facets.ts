import type { Criteria } from './criteria.ts';
import type { FacetName } from './mentor-table.ts';

/** Any one of the names will do. */
export type FacetNamed = { readonly facet: FacetName; readonly names: readonly string[] };

/**
 * What counts as one thing asked each, beside the focus areas. A band says too little to stand alone: it counts only
 * beside something else. Lived experience is a plus for those who have it, so nobody is measured by it.
 */
export function askedFacets(criteria: Criteria): readonly FacetNamed[] {
  const { regions, towns, bands, meetingMode } = criteria;
  const wished = said([
    { facet: 'profession', names: criteria.professions },
    regions.length > 0 ? { facet: 'region', names: regions } : { facet: 'place', names: towns },
    { facet: 'organisation', names: criteria.organisations },
    { facet: 'type', names: criteria.organisationTypes },
    { facet: 'language', names: criteria.languages },
    { facet: 'day', names: criteria.days },
    { facet: 'mode', names: meetingMode === undefined ? [] : [meetingMode] },
  ]);
  const standsAlone = wished.length === 0 && !asksForFocus(criteria);
  return bands.length === 0 || standsAlone ? wished : [...wished, { facet: 'band', names: bands }];
}

export function asksForFocus({ needs, focusAreas }: Criteria): boolean {
  return needs > 0 && focusAreas.length > 0;
}

/** Whoever has one of these is not shown. */
export function avoidedFacets({ avoided }: Criteria): readonly FacetNamed[] {
  return said([
    { facet: 'profession', names: avoided.professions },
    { facet: 'region', names: avoided.regions },
    { facet: 'place', names: avoided.towns },
    { facet: 'organisation', names: avoided.organisations },
    { facet: 'type', names: avoided.organisationTypes },
  ]);
}

function said(facets: readonly FacetNamed[]): readonly FacetNamed[] {
  return facets.filter(({ names }) => names.length > 0);
}
