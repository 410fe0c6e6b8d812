import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';

/** What a person has said themselves, beside their calendar. */
export async function whenTheyCanMeet(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
): Promise<Pick<PersonRecord, 'canMeet'>> {
  const record = await store.read<PersonRecord>(personPartition(person), 'person');
  const canMeet = record?.document.canMeet;
  return canMeet ? { canMeet } : {};
}
