import { readFileSync } from 'node:fs';
import type { Criteria } from '../../bot/matching/criteria.ts';

type Wishes = Readonly<Record<string, string | readonly string[]>>;
export type LabelledSentence = {
  readonly id: string;
  readonly text: string;
  readonly want: Wishes;
  readonly avoid?: Wishes;
};

export function labelledSentences(file: string): readonly LabelledSentence[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map(line => JSON.parse(line));
}

export function labels(wishes: Wishes | undefined, column: string): readonly string[] {
  const value = wishes?.[column] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** Each facet that was wanted or avoided, as "column: value". */
export function labelledFacets({ want, avoid }: LabelledSentence): readonly string[] {
  return [
    ...['profession', 'region', 'languages', 'meets', 'available_days'].flatMap(column =>
      labels(want, column).map(value => `${column}: ${value}`),
    ),
    ...['profession', 'region', 'available_days'].flatMap(column =>
      labels(avoid, column).map(value => `not ${column}: ${value}`),
    ),
  ];
}

export function understoodFacets(criteria: Criteria): readonly string[] {
  const { avoided } = criteria;
  return [
    ...criteria.professions.map(value => `profession: ${value}`),
    ...criteria.regions.map(value => `region: ${value}`),
    ...criteria.languages.map(value => `languages: ${value}`),
    ...(criteria.meetingMode === undefined ? [] : [`meets: ${criteria.meetingMode}`]),
    ...criteria.days.map(value => `available_days: ${value}`),
    ...avoided.professions.map(value => `not profession: ${value}`),
    ...avoided.regions.map(value => `not region: ${value}`),
    ...avoided.days.map(value => `not available_days: ${value}`),
  ];
}
