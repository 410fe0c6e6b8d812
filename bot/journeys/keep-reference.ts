import { isDeepStrictEqual } from 'node:util';
import { tryAgain } from '../booking/try-again.ts';
import type { WhenYouCanMeet } from '../mentoring/availability/when-you-can-meet.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';

type Needs = Pick<Ports, 'store'>;

/** Where a person is spoken to: written only when it differs from what is kept. One read for a turn that changes nothing. */
export async function keepReference(
  ports: Needs,
  person: PersonId,
  at: { readonly fromId: string; readonly reference: unknown },
): Promise<PersonRecord> {
  const reference: unknown = JSON.parse(JSON.stringify(at.reference));
  return changePerson(ports, person, record =>
    record.fromId === at.fromId && isDeepStrictEqual(record.reference, reference)
      ? record
      : { ...record, fromId: at.fromId, reference },
  );
}

export async function readReference(
  { store }: Needs,
  person: PersonId,
): Promise<Pick<PersonRecord, 'fromId' | 'reference'> | undefined> {
  return (await store.read<PersonRecord>(personPartition(person), 'person'))?.document;
}

/** The app is gone from their Teams: they cannot be spoken to, and are welcomed again if they come back. */
export async function forgetReference(ports: Needs, person: PersonId): Promise<void> {
  await changePerson(ports, person, record => {
    const { reference: _gone, welcomedAt: _welcome, ...rest } = record;
    return record.reference === undefined ? record : rest;
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
  return changePerson(ports, person, record => ({ ...record, canMeet }));
}

async function changePerson(
  { store }: Needs,
  person: PersonId,
  change: (record: PersonRecord) => PersonRecord,
): Promise<PersonRecord> {
  const partition = personPartition(person);
  return tryAgain(async () => {
    const stored = await store.read<PersonRecord>(partition, 'person');
    const before: PersonRecord = stored?.document ?? { id: 'person', type: 'person' };
    const after = change(before);
    if (after === before) return before;
    const written = await store.write(partition, [{ put: after, ifMatch: stored?.etag ?? 'absent' }]);
    return written.outcome === 'written' ? after : 'conflict';
  });
}
