import { CosmosClient, PartitionKeyDefinitionVersion, PartitionKeyKind } from '@azure/cosmos';
import type { CosmosAccount } from '../../../bot/adapters/cosmos/cosmos-store.ts';
import { containers } from '../../../bot/ports/store.ts';

/** For tests: the database and its containers, by a key. In production the infrastructure makes the same. */
export async function makeContainers(account: CosmosAccount): Promise<void> {
  const client = new CosmosClient({ endpoint: account.endpoint, ...account.access });
  try {
    const { database } = await client.databases.createIfNotExists({ id: account.database });
    for (const id of containers)
      await database.containers.createIfNotExists({
        id,
        partitionKey: {
          paths: ['/tenant', '/scope'],
          kind: PartitionKeyKind.MultiHash,
          version: PartitionKeyDefinitionVersion.V2,
        },
        // Nothing ends by itself but what carries its own ttl.
        defaultTtl: -1,
        indexingPolicy: {
          includedPaths: ['/id/?', '/tenant/?', '/scope/?', '/type/?', '/removed/?'].map(path => ({ path })),
          excludedPaths: [{ path: '/*' }],
        },
      });
  } finally {
    client.dispose();
  }
}
