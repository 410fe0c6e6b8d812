import type { MentorProfile } from '../mentoring/people/mentor-profile.ts';
import { personKey } from '../mentoring/people/person.ts';
import { type Asker, type HiddenBecause, hiddenFrom, hiddenFromAll } from './hard-rules.ts';
import type { MentorTable } from './mentor-table.ts';

/** For whom the hard rules are asked, and on which day: an ISO date. */
export type Rules = { readonly asker: Asker; readonly today: string };

export type HiddenRows = {
  put(row: number, profile: MentorProfile): void;
  remove(row: number, profile: MentorProfile): void;
  /** How many places of a mentor are taken; kept for profiles that are not there yet. */
  setPlacesTaken(profileId: string, count: number): void;
  placesTaken(profileId: string): number;
  /** Good until the next change or call. */
  because(rules: Rules): (row: number) => HiddenBecause | undefined;
};

const forAll = ['unavailable', 'paused', 'lapsed'] as const;
const asksRules = 255;

/**
 * Knows by row who is hidden from everybody, and finds the few rows that have to do with the asker. Only for those are
 * the rules asked, so that a search costs the same however many mentors are hidden.
 */
export function hiddenRows(table: MentorTable): HiddenRows {
  let codes = new Uint8Array(16);
  let asked = new Uint8Array(16);
  let codesOn = '';
  const dated = new Set<number>();
  const rowsByKey = new Map<string, number | readonly number[]>();
  const taken = new Map<string, number>();

  const rowsOf = (key: string): readonly number[] => {
    const rows = rowsByKey.get(key) ?? [];
    return typeof rows === 'number' ? [rows] : rows;
  };
  const code = (row: number, profile: MentorProfile): void => {
    const because = hiddenFromAll(profile, codesOn);
    codes[row] = because === undefined ? 0 : 1 + forAll.indexOf(because);
  };
  const codesFor = (today: string): Uint8Array => {
    if (today !== codesOn) {
      codesOn = today;
      for (const row of dated) {
        const profile = table.at(row);
        if (profile !== undefined) code(row, profile);
      }
    }
    if (asked.length < codes.length) asked = new Uint8Array(codes.length);
    asked.set(codes);
    return asked;
  };

  return {
    put: (row, profile) => {
      if (row >= codes.length) {
        const wider = new Uint8Array(Math.max(row + 1, 2 * codes.length));
        wider.set(codes);
        codes = wider;
      }
      if (profile.pausedUntil !== undefined || profile.trainingCurrentUntil !== undefined) dated.add(row);
      for (const key of keysOf(profile)) {
        const others = rowsOf(key);
        rowsByKey.set(key, others.length === 0 ? row : [...others, row]);
      }
      code(row, profile);
    },
    remove: (row, profile) => {
      dated.delete(row);
      for (const key of keysOf(profile)) {
        const left = rowsOf(key).filter(other => other !== row);
        if (left.length > 0) rowsByKey.set(key, left);
        else rowsByKey.delete(key);
      }
    },
    setPlacesTaken: (profileId, count) => {
      if (count > 0) taken.set(profileId, count);
      else taken.delete(profileId);
    },
    placesTaken: profileId => taken.get(profileId) ?? 0,
    because: ({ asker, today }) => {
      const rules = hiddenFrom(asker, today, profileId => taken.get(profileId) ?? 0);
      const own = codesFor(today);
      for (const id of [...taken.keys(), ...namesIn(asker)]) {
        const row = table.rowOf(id);
        if (row !== undefined) own[row] = asksRules;
        for (const other of rowsOf(id)) own[other] = asksRules;
      }
      markOrganisation(table, asker, own);
      return row => {
        const known = own[row] ?? 0;
        if (known !== asksRules) return known === 0 ? undefined : forAll[known - 1];
        const profile = table.at(row);
        return profile === undefined ? undefined : rules(profile);
      };
    },
  };
}

/** By what the rules know a person: address, directory object, and person. */
function keysOf({ address, person }: MentorProfile): readonly string[] {
  const byAddress = address.toLowerCase();
  return person === undefined ? [byAddress] : [byAddress, person.objectId, personKey(person)];
}

function namesIn(asker: Asker): readonly string[] {
  const { person, address, managers, conflicts = [], blocks = [], currentMentors = [] } = asker;
  return [
    ...(person === undefined ? [] : [personKey(person)]),
    ...(address === undefined ? [] : [address.trim().toLowerCase()]),
    ...managers,
    ...conflicts,
    ...blocks,
    ...currentMentors,
  ];
}

function markOrganisation({ columns, rows }: MentorTable, { organisation }: Asker, codes: Uint8Array): void {
  if (organisation === undefined) return;
  const number = columns.organisation.numberOf(organisation);
  if (number === undefined) return;
  const isOwn = columns.organisation.sets.map(values => values.includes(number));
  const sets = columns.organisation.setOf();
  for (let row = 0; row < rows(); row += 1) if (isOwn[sets[row] ?? 0] === true) codes[row] = asksRules;
}
