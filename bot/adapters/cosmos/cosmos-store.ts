import { setTimeout } from 'node:timers/promises';
import type { CosmosClientOptions, OperationInput } from '@azure/cosmos';
import { ChangeFeedStartFrom, CosmosClient } from '@azure/cosmos';
import type { Change, Container, Document, Partition, Store, Stored, Write } from '../../ports/store.ts';
import { idsToWrite } from '../../ports/store.ts';

export type CosmosAccount = {
  readonly endpoint: string;
  readonly database: string;
  readonly access: Pick<CosmosClientOptions, 'key' | 'aadCredentials' | 'httpClient'>;
};

/** The document is nested: no field of it can meet one of Cosmos. Removed, it stays without it until its `ttl` ends. */
type Envelope<D extends Document> = Document &
  Omit<Partition, 'container'> & { readonly removed: boolean; readonly document?: D };
type Found<D extends Document = Document> = Envelope<D> & { readonly _etag: string };

const changesAtOnce = 1000;
const removal = {
  operations: [
    { op: 'set' as const, path: '/removed', value: true },
    { op: 'set' as const, path: '/ttl', value: 30 * 24 * 60 * 60 },
    { op: 'remove' as const, path: '/document' },
  ],
};
const ofOneType = 'SELECT * FROM c WHERE c.type = @type AND STARTSWITH(c.id, @prefix) AND c.removed = false';

/** The store in Azure Cosmos DB for NoSQL, in containers that are there. Removals are told for 30 days. */
export function cosmosStore(account: CosmosAccount): Store {
  const client = new CosmosClient({
    endpoint: account.endpoint,
    ...account.access,
    consistencyLevel: 'Session',
    connectionPolicy: { requestTimeout: 10_000, retryOptions: { maxWaitTimeInSeconds: 10 } },
  });
  const containerOf = (container: Container) => client.database(account.database).container(container);

  async function find<D extends Document>({ container, tenant, scope }: Partition, id: string) {
    const item = containerOf(container).item(cosmosId(id), [tenant, scope]);
    const { resource, statusCode, substatus } = await item.read<Envelope<D>>();
    // With a sub-status it is not the document that is missing, but its container or the session:
    // https://learn.microsoft.com/azure/cosmos-db/nosql/troubleshoot-not-found
    if (!resource && (statusCode !== 404 || substatus))
      throw new Error(`Cosmos answered a read with ${statusCode}/${substatus}`);
    return resource;
  }

  async function batch({ container, tenant, scope }: Partition, operations: OperationInput[]) {
    const { code, result } = await containerOf(container).items.batch(operations, [tenant, scope]);
    if ((code !== 200 && code !== 207) || result?.length !== operations.length)
      throw new Error(`Cosmos answered a batch of ${operations.length} with ${code} and ${result?.length}`);
    return result;
  }

  /** The etags of those that are to be created and that stand there removed. */
  async function removedBefore(at: Partition, writes: readonly Write[]): Promise<Map<string, string>> {
    const created = writes.flatMap(write =>
      'put' in write && write.ifMatch === 'absent' ? [write.put.id] : [],
    );
    const found = await Promise.all(created.map(id => find(at, id)));
    return new Map(found.flatMap(one => (one?.removed ? [[one.id, one._etag]] : [])));
  }

  return {
    async read<D extends Document>(partition: Partition, id: string) {
      const found = await find<D>(partition, id);
      return found && !found.removed ? stored(found) : undefined;
    },

    async list<D extends Document>({ container, tenant, scope }: Partition, type: string, idPrefix = '') {
      const values = Object.entries({ '@type': type, '@prefix': cosmosId(idPrefix) });
      const asked = { query: ofOneType, parameters: values.map(([name, value]) => ({ name, value })) };
      const where = { partitionKey: [tenant, scope], maxItemCount: -1 };
      const { resources } = await containerOf(container).items.query<Found<D>>(asked, where).fetchAll();
      return resources.map(stored).sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
    },

    async write(partition, writes) {
      const ids = idsToWrite(partition, writes).map(cosmosId);
      if (ids.length === 0) return { outcome: 'written', etags: new Map() };
      let removed = new Map<string, string>();
      for (let tries = 0; tries < 10; tries += 1) {
        const results = await batch(
          partition,
          writes.map((write, at) => operation(partition, write, ids[at], removed)),
        );
        const failed = results.map(({ statusCode }) => statusCode).filter(code => !(code < 300));
        const status = failed.find(code => code !== 424) ?? failed[0];
        if (failed.length === 0) {
          const etags = new Map<string, string>();
          for (const [at, write] of writes.entries())
            if ('put' in write) etags.set(write.put.id, bare(results[at]?.eTag));
          return { outcome: 'written', etags };
        }
        if (status === 449) await setTimeout(20 * 2 ** tries);
        else if (status === 409 && removed.size === 0) {
          removed = await removedBefore(partition, writes);
          if (removed.size === 0) return { outcome: 'conflict' };
        } else if ([404, 409, 412].includes(Number(status))) return { outcome: 'conflict' };
        else throw new Error(`Cosmos refused a write with ${status}`);
      }
      throw new Error('Cosmos kept asking for a write to be tried again');
    },

    async changesSince(container, token) {
      const start = token ? ChangeFeedStartFrom.Continuation(token) : ChangeFeedStartFrom.Beginning();
      const asked = { changeFeedStartFrom: start, maxItemCount: changesAtOnce };
      const feed = containerOf(container).items.getChangeFeedIterator<Found>(asked);
      const changes: Change[] = [];
      for (;;) {
        const page = await feed.readNext();
        const caughtUp = page.statusCode === 304;
        if (!caughtUp) changes.push(...page.result.map(found => change(container, found)));
        if (caughtUp || changes.length >= changesAtOnce)
          return { changes, token: page.continuationToken, caughtUp };
      }
    },

    async close() {
      client.dispose();
    },
  };
}

/** Etags have no quotes outside and get them back here, so that none can mean more than itself, as `*` would. */
function operation(
  { tenant, scope }: Partition,
  write: Write,
  id = '',
  removed: Map<string, string>,
): OperationInput {
  const ifMatch = removed.get(id) ?? `"${write.ifMatch}"`;
  if ('remove' in write) return { operationType: 'Patch', id, ifMatch, resourceBody: removal };
  const resourceBody = { id, tenant, scope, type: write.put.type, removed: false, document: write.put };
  if (write.ifMatch === 'any') return { operationType: 'Upsert', resourceBody };
  if (write.ifMatch === 'absent' && !removed.has(id)) return { operationType: 'Create', resourceBody };
  return { operationType: 'Replace', id, ifMatch, resourceBody };
}

function bare(etag: string | undefined): string {
  if (!etag?.startsWith('"')) throw new Error('Cosmos gave no etag');
  return etag.slice(1, -1);
}

function stored<D extends Document>({ document, _etag }: Found<D>): Stored<D> {
  if (!document) throw new Error('A document without its content');
  return { document, etag: bare(_etag) };
}

function change(container: Container, { id, tenant, scope, type, document }: Found): Change {
  const partition = { container, tenant, scope };
  if (document) return { partition, document, removed: false };
  const idBefore = id.replace(/~(....)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return { partition, id: idBefore, type, removed: true };
}

/** Cosmos forbids some signs in ids: all but the plainest become ~ and four digits, which keeps a prefix a prefix. */
function cosmosId(id: string): string {
  return id.replace(/[^\w.:-]/g, sign => `~${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
