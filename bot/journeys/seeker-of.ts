import type { Ports } from '../ports/ports.ts';
import { type ActingFor, SignInRequired } from '../ports/sign-in.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import type { Seeker } from './find-mentors.ts';
import { knowPerson } from './know-person.ts';

/** Whoever has not signed in to the directory yet finds mentors all the same. */
export async function seekerOf(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'directory'>,
  as: ActingFor,
): Promise<Seeker> {
  const stored = await ports.store.read<PersonRecord>(personPartition(as.person), 'person');
  try {
    return await knowPerson(ports, as, stored?.document);
  } catch (problem) {
    if (problem instanceof SignInRequired) return { person: as.person, managers: 'unknown', as };
    throw problem;
  }
}
