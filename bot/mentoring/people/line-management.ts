import type { PersonId } from './person.ts';

/** `unknown` is never taken for `does not`: then the two confirm it themselves. */
export type LineManagement = 'manages' | 'does not' | 'unknown';

/** Object ids of the same tenant from the direct manager upwards. */
export type ManagedPerson = { readonly person: PersonId; readonly managers: readonly string[] | 'unknown' };

/**
 * Whether either manages the other, directly or further up. `does not` only where both chains are known, lead to the
 * same top and go in no circle: a chain that stops elsewhere may lack somebody.
 */
export function lineManagement(one: ManagedPerson, other: ManagedPerson): LineManagement {
  if (one.person.tenantId !== other.person.tenantId || idOf(one) === idOf(other)) return 'unknown';
  const above = chain(one);
  const aboveOther = chain(other);
  if (above.includes(idOf(other)) || aboveOther.includes(idOf(one))) return 'manages';
  const top = above.at(-1);
  if (top === undefined || top !== aboveOther.at(-1)) return 'unknown';
  return hasCircle([idOf(one), ...above]) || hasCircle([idOf(other), ...aboveOther]) ? 'unknown' : 'does not';
}

function idOf({ person }: ManagedPerson): string {
  return person.objectId.toLowerCase();
}

function chain({ managers }: ManagedPerson): string[] {
  return managers === 'unknown' ? [] : managers.map(id => id.toLowerCase());
}

function hasCircle(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length;
}
