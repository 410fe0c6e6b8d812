import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import type { TalkRecord } from '../records/talk-record.ts';

export async function readTalk({ store }: Pick<Ports, 'store'>, person: PersonId): Promise<TalkRecord> {
  const stored = await store.read<TalkRecord>(personPartition(person), 'talk');
  return stored?.document ?? { id: 'talk', type: 'talk' };
}

/** The newest word counts: a person who writes from two places at once goes on from the last. */
export async function saveTalk(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
  talk: TalkRecord,
): Promise<void> {
  await store.write(personPartition(person), [{ put: talk, ifMatch: 'any' }]);
}
