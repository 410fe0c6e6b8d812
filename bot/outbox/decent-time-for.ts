import { nextDecentTime } from '../mentoring/decency/decent-hours.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { zone } from '../mentoring/zone.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';

/** From now on, by what the person said about when they can meet. Movable time, epoch ms. */
export async function decentTimeFor(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  person: PersonId,
): Promise<number> {
  const record = await store.read<PersonRecord>(personPartition(person), 'person');
  return nextDecentTime(await clock.now(), record?.document.canMeet, zone);
}
