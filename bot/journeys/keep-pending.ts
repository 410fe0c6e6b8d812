import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { Document } from '../ports/store.ts';
import { personPartition } from '../records/partitions.ts';

type Asked = { readonly verb: string; readonly data: unknown };
type PendingRecord = Document & { readonly type: 'pending' } & Asked;
type Needs = Pick<Ports, 'store'>;

/** Ids and choices of a press that waits for its person to sign in; what they wrote in it is not kept. */
export async function keepPending({ store }: Needs, person: PersonId, { verb, data }: Asked): Promise<void> {
  const pending: PendingRecord = { id: 'pending', type: 'pending', verb, data: withoutWords(data) };
  await store.write(personPartition(person), [{ put: pending, ifMatch: 'any' }]);
}

/** For one caller only: several of a person's Teams may sign in at once. */
export async function takePending({ store }: Needs, person: PersonId): Promise<Asked | undefined> {
  const stored = await store.read<PendingRecord>(personPartition(person), 'pending');
  if (!stored) return undefined;
  const written = await store.write(personPartition(person), [{ remove: 'pending', ifMatch: stored.etag }]);
  return written.outcome === 'written' ? stored.document : undefined;
}

function withoutWords(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => name !== 'shared' && name !== 'text' && name !== 'place'),
  );
}
