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

/** How far this scheme's relay has read. */
export function relayPosition(scheme: Scheme): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: 'relay' };
}
