import type { Criteria } from './criteria.ts';
import { slug } from './slug.ts';

/** What ids of one prefix do to criteria. Unknown keys change nothing. */
export type CriterionKind = {
  readonly prefix: string;
  of(criteria: Criteria): readonly { readonly key: string; readonly words: string }[];
  add(criteria: Criteria, key: string): Criteria;
  drop(criteria: Criteria, key: string): Criteria;
};

/** A list of names of which any will do. */
export function listed<T extends string>(
  prefix: string,
  get: (criteria: Criteria) => readonly T[],
  put: (criteria: Criteria, names: readonly T[]) => Criteria,
  nameOf: (key: string) => T | undefined,
  words: (name: T) => string,
): CriterionKind {
  return {
    prefix,
    of: criteria => get(criteria).map(name => ({ key: slug(name), words: words(name) })),
    add: (criteria, key) => {
      const name = nameOf(key);
      const names = get(criteria);
      return name === undefined || names.includes(name) ? criteria : put(criteria, [...names, name]);
    },
    drop: (criteria, key) =>
      put(
        criteria,
        get(criteria).filter(name => slug(name) !== key),
      ),
  };
}

/** A value of which there is one at most: the later one replaces the earlier. */
export function single<T>({
  prefix,
  get,
  put,
  take,
  valueFrom,
  keyOf,
  words,
}: {
  readonly prefix: string;
  get(criteria: Criteria): T | undefined;
  put(criteria: Criteria, value: T): Criteria;
  take(criteria: Criteria): Criteria;
  valueFrom(key: string): T | undefined;
  keyOf(value: T): string;
  words(value: T): string;
}): CriterionKind {
  return {
    prefix,
    of: criteria => {
      const value = get(criteria);
      return value === undefined ? [] : [{ key: keyOf(value), words: words(value) }];
    },
    add: (criteria, key) => {
      const value = valueFrom(key);
      return value === undefined ? criteria : put(criteria, value);
    },
    drop: (criteria, key) => {
      const value = get(criteria);
      return value !== undefined && keyOf(value) === key ? take(criteria) : criteria;
    },
  };
}
