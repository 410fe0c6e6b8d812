import { avoidedFacets, type FacetNamed } from './asked-facets.ts';
import { setsWithAny } from './column.ts';
import type { Criteria } from './criteria.ts';
import { type Criterion, criterionIds, without } from './criterion.ts';
import type { HiddenBecause } from './hard-rules.ts';
import { type FacetName, facetNames, type MentorTable } from './mentor-table.ts';
import { nearness } from './nearness.ts';
import { regionOf } from './places.ts';
import { likelyFocusAreas } from './understood-words.ts';

/** The hard rules by row: whoever they hide is counted nowhere. */
type Because = (row: number) => HiddenBecause | undefined;

/** `id`: of the criterion that the value would be ("profession:nursing"). */
export type FacetValue = { readonly id: string; readonly name: string; readonly count: number };

/** `withEverything`: how many mentors have all that the criteria ask. Values with most mentors first, none with 0. */
export type FacetCounts = {
  readonly withEverything: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
};

/** Taking this one criterion off leaves `count` mentors who have all the rest. */
export type Relaxed = { readonly criterionId: string; readonly words: string; readonly count: number };

/** Facets that are chosen together: a town brings its region along. */
const groupOf: Readonly<Record<FacetName, number>> = {
  focus: 0,
  profession: 1,
  place: 2,
  region: 2,
  organisation: 3,
  type: 4,
  band: 5,
  language: 6,
  lived: 7,
  mode: 8,
  day: 9,
};
const unwanted = 1 << 15;

/** For each value: the mentors who have it and all that is asked in the other facets, as is usual where facets are ticked. */
export function facetCounts(table: MentorTable, criteria: Criteria, because: Because): FacetCounts {
  const missing = missingGroups(table, criteria);
  const counts = facetNames.map(facet => new Uint32Array(table.columns[facet].sets.length));
  const sets = facetNames.map(facet => table.columns[facet].setOf());
  const groups = facetNames.map(facet => 1 << groupOf[facet]);
  let withEverything = 0;
  for (let row = 0; row < missing.length; row += 1) {
    const lacks = missing[row] ?? 0;
    if ((lacks & (lacks - 1)) !== 0 || lacks === unwanted || because(row) !== undefined) continue;
    if (lacks === 0) withEverything += 1;
    for (let facet = 0; facet < facetNames.length; facet += 1) {
      if (lacks !== 0 && lacks !== groups[facet]) continue;
      const ofFacet = counts[facet];
      const set = sets[facet]?.[row] ?? 0;
      if (ofFacet !== undefined) ofFacet[set] = (ofFacet[set] ?? 0) + 1;
    }
  }
  const valuesOf = (facet: FacetName) =>
    values(table, facet, counts[facetNames.indexOf(facet)] ?? new Uint32Array());
  return {
    withEverything,
    facets: {
      focus: valuesOf('focus'),
      profession: valuesOf('profession'),
      place: valuesOf('place'),
      region: valuesOf('region'),
      organisation: valuesOf('organisation'),
      type: valuesOf('type'),
      band: valuesOf('band'),
      language: valuesOf('language'),
      lived: valuesOf('lived'),
      mode: valuesOf('mode'),
      day: valuesOf('day'),
    },
  };
}

/** Which one criterion to take off, the one that gives most mentors first; only where that gives more than there are. */
export function relax(table: MentorTable, criteria: Criteria, because: Because): readonly Relaxed[] {
  const count = (asked: Criteria): number => {
    const missing = missingGroups(table, asked);
    let found = 0;
    for (let row = 0; row < missing.length; row += 1) {
      if (missing[row] !== 0) continue;
      const rule = because(row);
      if (rule === undefined || (rule === 'own organisation' && !asked.notOwnOrganisation)) found += 1;
    }
    return found;
  };
  const now = count(criteria);
  return criterionIds(criteria)
    .map(({ id, words }: Criterion) => ({ criterionId: id, words, count: count(without(criteria, id)) }))
    .filter(relaxed => relaxed.count > now)
    .sort((a, b) => b.count - a.count);
}

/** By row: a bit for each group of facets in which the mentor lacks what is asked; `unwanted` for who is out altogether. */
function missingGroups(table: MentorTable, criteria: Criteria): Uint16Array {
  const { columns } = table;
  const rows = table.rows();
  const met = new Uint16Array(rows);
  const asked = asksByGroup(table, criteria);
  for (const { facet, has } of asked) {
    const bit = 1 << groupOf[facet];
    const sets = columns[facet].setOf();
    for (let row = 0; row < rows; row += 1) if (has[sets[row] ?? 0] === 1) met[row] = (met[row] ?? 0) | bit;
  }
  const all = asked.reduce((bits, { facet }) => bits | (1 << groupOf[facet]), 0);
  const missing = met.map(bits => all & ~bits);
  for (const { facet, has } of outOfTheQuestion(table, criteria)) {
    const sets = columns[facet].setOf();
    for (let row = 0; row < rows; row += 1) if (has[sets[row] ?? 0] === 1) missing[row] = unwanted;
  }
  for (const row of table.freeRows()) missing[row] = unwanted;
  return missing;
}

type Ask = { readonly facet: FacetName; readonly has: Uint8Array };

function asksByGroup({ columns }: MentorTable, criteria: Criteria): readonly Ask[] {
  const { towns, regions, meetingMode, needs } = criteria;
  const near = columns.place.names.filter(name => towns.some(town => nearness(name, town) > 0));
  const brought = new Set(towns.flatMap(town => regionOf(town) ?? []));
  const alone = regions.filter(region => !brought.has(region));
  const said = likelyFocusAreas(criteria);
  const named: readonly FacetNamed[] = [
    { facet: 'profession', names: criteria.professions },
    { facet: 'region', names: alone },
    { facet: 'organisation', names: criteria.organisations },
    { facet: 'type', names: criteria.organisationTypes },
    { facet: 'band', names: criteria.bands },
    { facet: 'language', names: criteria.languages },
    { facet: 'lived', names: criteria.livedExperiences },
    { facet: 'mode', names: meetingMode === undefined ? [] : [meetingMode] },
    { facet: 'day', names: criteria.days },
  ];
  return [
    ...(said.length === 0 ? [] : [{ facet: 'focus' as const, has: focusSets(columns.focus, said, needs) }]),
    ...(towns.length === 0 ? [] : [{ facet: 'place' as const, has: setsWithAny(columns.place, near) }]),
    ...named
      .filter(({ names }) => names.length > 0)
      .map(({ facet, names }) => ({ facet, has: setsWithAny(columns[facet], names) })),
  ];
}

function focusSets(
  focus: MentorTable['columns']['focus'],
  said: readonly string[],
  needs: number,
): Uint8Array {
  if (needs < 2 || said.length < 2) return setsWithAny(focus, said);
  const both = said.slice(0, 2).map(name => setsWithAny(focus, [name]));
  return Uint8Array.from(focus.sets, (_, set) => (both.every(has => has[set] === 1) ? 1 : 0));
}

/** What is avoided; of days and ways of meeting only where the mentor has no other. */
function outOfTheQuestion({ columns }: MentorTable, criteria: Criteria): readonly Ask[] {
  const noOther = (facet: FacetName, names: readonly string[]): Ask => {
    const numbers = new Set(names.map(columns[facet].numberOf));
    const has = Uint8Array.from(columns[facet].sets, values =>
      values.length > 0 && values.every(value => numbers.has(value)) ? 1 : 0,
    );
    return { facet, has };
  };
  return [
    ...avoidedFacets(criteria).map(({ facet, names }) => ({
      facet,
      has: setsWithAny(columns[facet], names),
    })),
    noOther('day', criteria.avoided.days),
    noOther('mode', criteria.avoided.modes),
  ];
}

function values({ columns }: MentorTable, facet: FacetName, bySet: Uint32Array): readonly FacetValue[] {
  const { sets, names, slugs } = columns[facet];
  const counts = new Uint32Array(names.length);
  sets.forEach((ofSet, set) => {
    for (const value of ofSet) counts[value] = (counts[value] ?? 0) + (bySet[set] ?? 0);
  });
  return names
    .map((name, value) => ({ id: `${facet}:${slugs[value] ?? ''}`, name, count: counts[value] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
