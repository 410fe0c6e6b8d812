import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { type Column, column } from './column.ts';
import { organisationKey, organisationTypeOf } from './organisation-type.ts';
import { regionOf } from './places.ts';

/** In the words of criterion ids. */
export const facetNames = [
  'focus',
  'profession',
  'place',
  'region',
  'organisation',
  'type',
  'band',
  'language',
  'lived',
  'mode',
  'day',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Mentors in rows, and a column a facet. A row that is given back is used again, so rows never move. */
export type MentorTable = {
  put(profile: MentorProfile): number;
  /** The row that has become free. */
  remove(id: string): number | undefined;
  rowOf(id: string): number | undefined;
  /** Undefined where the row is free. */
  at(row: number): MentorProfile | undefined;
  /** Rows in use or free. */
  rows(): number;
  freeRows(): readonly number[];
  size(): number;
  /** Whether the id in one row sorts before that in another, as strings do. */
  isBefore(row: number, other: number): boolean;
  readonly columns: Readonly<Record<FacetName, Column>>;
  /** As long as there are rows, and used by one search after the other, which saves the time of making and collecting them. */
  scratch(): Scratch;
};

/** `flags` are 0 at first; the others hold whatever was left in them. */
export type Scratch = {
  readonly flags: Uint16Array;
  readonly scores: Float64Array;
  readonly sums: Float64Array;
};

export function mentorTable(): MentorTable {
  const profiles: (MentorProfile | undefined)[] = [];
  const rowOf = new Map<string, number>();
  const free: number[] = [];
  const idKeys: number[] = [];
  let room = scratchOf(16);
  const columns = {
    focus: column(),
    profession: column(),
    place: column(),
    region: column(),
    organisation: column(organisationKey),
    type: column(),
    band: column(),
    language: column(),
    lived: column(),
    mode: column(),
    day: column(),
  };
  return {
    put: profile => {
      const row = rowOf.get(profile.id) ?? free.pop() ?? profiles.length;
      profiles[row] = profile;
      rowOf.set(profile.id, row);
      idKeys[row] = beginningOf(profile.id);
      const values = valuesOf(profile);
      for (const facet of facetNames) columns[facet].put(row, values[facet]);
      return row;
    },
    remove: id => {
      const row = rowOf.get(id);
      if (row === undefined) return undefined;
      rowOf.delete(id);
      profiles[row] = undefined;
      free.push(row);
      return row;
    },
    rowOf: id => rowOf.get(id),
    at: row => profiles[row],
    rows: () => profiles.length,
    freeRows: () => free,
    size: () => rowOf.size,
    isBefore: (row, other) => {
      const one = idKeys[row] ?? 0;
      const two = idKeys[other] ?? 0;
      return one === two ? (profiles[row]?.id ?? '') < (profiles[other]?.id ?? '') : one < two;
    },
    columns,
    scratch: () => {
      const rows = profiles.length;
      if (rows > room.flags.length) room = scratchOf(2 * rows);
      const { flags, scores, sums } = room;
      return {
        flags: flags.fill(0, 0, rows).subarray(0, rows),
        scores: scores.subarray(0, rows),
        sums: sums.subarray(0, rows),
      };
    },
  };
}

function scratchOf(rows: number): Scratch {
  return {
    flags: new Uint16Array(rows),
    scores: new Float64Array(rows),
    sums: new Float64Array(rows),
  };
}

function valuesOf(profile: MentorProfile): Readonly<Record<FacetName, readonly string[]>> {
  const { livedExperience } = profile;
  return {
    focus: profile.focusAreas,
    profession: [profile.profession],
    place: [profile.town],
    region: [regionOfProfile(profile)],
    organisation: [profile.organisation],
    type: [organisationTypeOf(profile)],
    band: [profile.band],
    language: profile.languages,
    lived: livedExperience?.shown === true ? livedExperience.of : [],
    mode: profile.meets,
    day: profile.availableDays,
  };
}

/** The region as registered, else the one that its town lies in. */
export function regionOfProfile({ region, town }: Pick<MentorProfile, 'region' | 'town'>): string {
  return region === '' ? (regionOf(town) ?? '') : region;
}

const charactersInKey = 6;

/** Sorts as the first characters do; equal keys are for the strings themselves to tell apart. */
function beginningOf(id: string): number {
  let key = 0;
  let plain = true;
  for (let at = 0; at < charactersInKey; at += 1) {
    const code = at < id.length ? id.charCodeAt(at) + 1 : 0;
    key = key * 256 + (plain ? Math.min(code, 255) : 0);
    plain &&= code < 255;
  }
  return key;
}
