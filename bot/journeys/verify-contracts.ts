import { type VerifiedContract, verifyPair } from '../contracts/verify-stored.ts';
import type { Ports } from '../ports/ports.ts';
import type { Partition } from '../ports/store.ts';
import { type ContractRecord, contractPrefix } from '../records/contract-record.ts';

/** Every contract of every pair in the store, one pair after the other, each read as its page reads it. */
export async function* verifyContracts({
  store,
  digests,
}: Pick<Ports, 'store' | 'digests'>): AsyncGenerator<VerifiedContract> {
  for (const partition of await pairsWithContracts({ store })) {
    const records = await store.list<ContractRecord>(partition, 'contract');
    const verified = verifyPair(digests, partition.scope, records);
    const nothing = { pairId: partition.scope, contractId: 'unknown', problems: ['nothing of it is left'] };
    yield* verified.length > 0 ? verified : [nothing];
  }
}

async function pairsWithContracts({ store }: Pick<Ports, 'store'>): Promise<Iterable<Partition>> {
  const found = new Map<string, Partition>();
  let token: string | undefined;
  for (;;) {
    const { changes, token: next, caughtUp } = await store.changesSince('pairs', token);
    for (const change of changes) {
      if (change.removed) continue;
      const { type, id } = change.document;
      const { tenant, scope } = change.partition;
      if (type === 'contract' || id.startsWith(contractPrefix))
        found.set(`${tenant}\n${scope}`, change.partition);
    }
    token = next;
    if (caughtUp) return found.values();
  }
}
