import type { PersonId } from '../mentoring/people/person.ts';
import type { Scheme } from '../mentoring/people/scheme.ts';
import type { Partition } from '../ports/store.ts';

/** Profiles of a scheme and the places taken with its mentors. */
export function profilesOf(scheme: Scheme): Partition {
  return { container: 'profiles', tenant: scheme.homeTenantId, scope: scheme.id };
}

export function personPartition(person: PersonId): Partition {
  return { container: 'people', tenant: person.tenantId, scope: person.objectId };
}

/** A pair lives in its scheme's home tenant, whichever tenants the two people are in. */
export function pairPartition(scheme: Scheme, pairId: string): Partition {
  return { container: 'pairs', tenant: scheme.homeTenantId, scope: pairId };
}

/** What is open and must be finished or undone when its time comes. */
export function openIntents(scheme: Scheme): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: 'intents' };
}

/** Who keeps whom apart. Not with what others may see: only the matching reads it, and each person their own words. */
export function keptApart(scheme: Scheme): Partition {
  return { container: 'schemes', tenant: scheme.homeTenantId, scope: `${scheme.id}:kept-apart` };
}

/** How often mentors have been shown lately. */
export function shownFigures(scheme: Scheme): Partition {
  return { container: 'figures', tenant: scheme.homeTenantId, scope: `${scheme.id}:shown` };
}

/** How far this scheme's relay has read. */
export function relayPosition(scheme: Scheme): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: 'relay' };
}
