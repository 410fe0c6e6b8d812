import { isDeepStrictEqual } from 'node:util';
import { tryAgain } from '../booking/try-again.ts';
import type { WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord, UntoldRecord } from '../records/person-record.ts';

type Needs = Pick<Ports, 'store'>;

/**
 * Where a person is spoken to: written only when it differs from what is kept, and then they can be reached again. One
 * read for a turn that changes nothing.
 */
export async function keepReference(
  ports: Needs,
  person: PersonId,
  at: { readonly fromId: string; readonly reference: unknown },
): Promise<PersonRecord> {
  const reference: unknown = JSON.parse(JSON.stringify(at.reference));
  const kept = await changePerson(ports, person, record => {
    const { unreachable, leftAt, ...rest } = record;
    const isSame = record.fromId === at.fromId && isDeepStrictEqual(record.reference, reference);
    if (isSame && !unreachable && !leftAt) return record;
    const { known, ...unknown } = rest;
    // Who was taken to have left is looked for in the directory anew, which gives them back their profile.
    return { ...unknown, ...(known && !leftAt ? { known } : {}), fromId: at.fromId, reference };
  });
  if (kept.before.unreachable) await forgetUntold(ports, person);
  return kept.after;
}

export async function readReference(
  { store }: Needs,
  person: PersonId,
): Promise<Pick<PersonRecord, 'fromId' | 'reference'> | undefined> {
  return (await store.read<PersonRecord>(personPartition(person), 'person'))?.document;
}

/** The app is gone from their Teams: they cannot be spoken to, and are welcomed again if they come back. `at` is an ISO instant. */
export async function forgetReference(ports: Needs, person: PersonId, at: string): Promise<void> {
  await changePerson(ports, person, record => {
    const { reference: _gone, welcomedAt: _welcome, ...rest } = record;
    if (record.reference === undefined) return record;
    return { ...rest, unreachable: { since: at, why: 'removed' } };
  });
}

/** True for one caller only, however often Teams says that the app was installed. `at` is an ISO instant. */
export async function takeWelcome(ports: Needs, person: PersonId, at: string): Promise<boolean> {
  let isFirst = false;
  await changePerson(ports, person, record => {
    isFirst = record.welcomedAt === undefined;
    return isFirst ? { ...record, welcomedAt: at } : record;
  });
  return isFirst;
}

export async function sayWhenYouCanMeet(
  ports: Needs,
  person: PersonId,
  canMeet: WhenYouCanMeet,
): Promise<PersonRecord> {
  return (await changePerson(ports, person, record => ({ ...record, canMeet }))).after;
}

async function forgetUntold({ store }: Needs, person: PersonId): Promise<void> {
  const partition = personPartition(person);
  const untold = await store.list<UntoldRecord>(partition, 'untold');
  for (const { document, etag } of untold) {
    await store.write(partition, [{ remove: document.id, ifMatch: etag }]);
  }
}

export async function changePerson(
  { store }: Needs,
  person: PersonId,
  change: (record: PersonRecord) => PersonRecord,
): Promise<{ readonly before: PersonRecord; readonly after: PersonRecord }> {
  const partition = personPartition(person);
  return tryAgain(async () => {
    const stored = await store.read<PersonRecord>(partition, 'person');
    const before: PersonRecord = stored?.document ?? { id: 'person', type: 'person' };
    const after = change(before);
    if (after === before) return { before, after };
    const written = await store.write(partition, [{ put: after, ifMatch: stored?.etag ?? 'absent' }]);
    return written.outcome === 'written' ? { before, after } : 'conflict';
  });
}
