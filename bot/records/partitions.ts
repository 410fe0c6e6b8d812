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

/** Copies of what comes due in one hour, one part of several: "2026-11-22T10#3". */
export function dueBucket(scheme: Scheme, bucket: string): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: bucket };
}

/** The days that have buckets. */
export function dueDays(scheme: Scheme): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: 'days' };
}

/** The buckets of one day, an ISO date. */
export function dueBuckets(scheme: Scheme, day: string): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: `buckets:${day}` };
}

/** What was given up, or may have arrived and may not, for somebody to look at. */
export function givenUp(scheme: Scheme): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: 'given up' };
}

/** Who keeps whom apart. Not with what others may see: only the matching reads it, and each person their own words. */
export function keptApart(scheme: Scheme): Partition {
  return { container: 'schemes', tenant: scheme.homeTenantId, scope: `${scheme.id}:kept-apart` };
}

/** How often mentors have been shown lately. */
export function shownFigures(scheme: Scheme): Partition {
  return { container: 'figures', tenant: scheme.homeTenantId, scope: `${scheme.id}:shown` };
}

/** Why people did not go on after they had met, in totals. */
export function reasonFigures(scheme: Scheme): Partition {
  return { container: 'figures', tenant: scheme.homeTenantId, scope: `${scheme.id}:reasons` };
}

/** The meetings whose two people are looked for in the directory now and then. */
export function watchedMeetings(scheme: Scheme): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: 'watched' };
}

/** How far this scheme's relay has read. */
export function relayPosition(scheme: Scheme): Partition {
  return { container: 'due', tenant: scheme.homeTenantId, scope: 'relay' };
}
