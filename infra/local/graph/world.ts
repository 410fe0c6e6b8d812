import type { LocalPerson } from '../people/local-person.ts';
import { seedCalendar } from './calendar-seed.ts';
import { type Kept, openKept } from './kept.ts';
import { type LocalClock, localClock } from './local-clock.ts';
import { type Mailboxes, openMailboxes } from './mailboxes.ts';

/** Everything that the local Graph knows. */
export type World = {
  readonly kept: Kept;
  readonly mailboxes: Mailboxes;
  readonly clock: LocalClock;
  people(): readonly LocalPerson[];
  person(tenantId: string, objectId: string): LocalPerson | undefined;
  /** Whose mailbox it is, in any tenant. */
  owner(objectId: string): LocalPerson | undefined;
  /** By address, in one tenant, or wherever the mail would arrive. */
  byAddress(address: string, tenantId?: string): LocalPerson | undefined;
  /** Whoever is known by that id stays as they are. Says how many were new. */
  add(people: readonly LocalPerson[]): number;
};

export function openWorld(dataFile?: string): World {
  const kept = openKept(dataFile);
  const mailboxes = openMailboxes(kept);
  const clock = localClock();
  const byId = new Map<string, LocalPerson>();
  const byMail = new Map<string, LocalPerson[]>();
  const hold = (person: LocalPerson) => {
    byId.set(person.id, person);
    byMail.set(person.email, [...(byMail.get(person.email) ?? []), person]);
  };
  for (const value of kept.all('person')) if (isPerson(value)) hold(value);
  return {
    kept,
    mailboxes,
    clock,
    people: () => [...byId.values()],
    person(tenantId, objectId) {
      const person = byId.get(objectId.toLowerCase());
      return person?.tenantId === tenantId ? person : undefined;
    },
    owner: objectId => byId.get(objectId),
    byAddress(address, tenantId) {
      const known = byMail.get(address.toLowerCase()) ?? [];
      if (tenantId === undefined) return known.find(one => one.mailbox !== 'none') ?? known[0];
      return known.find(one => one.tenantId === tenantId);
    },
    add(people) {
      const fresh = people.filter(person => !byId.has(person.id));
      kept.together(() => {
        for (const person of fresh) {
          kept.put('person', person.id, person);
          hold(person);
          for (const event of seedCalendar(person, clock.now())) mailboxes.put(event);
        }
      });
      return fresh.length;
    },
  };
}

function isPerson(value: unknown): value is LocalPerson {
  return typeof value === 'object' && value !== null && 'email' in value && 'roster' in value;
}
