import assert from 'node:assert/strict';
import { CosmosClient } from '@azure/cosmos';
import { type CosmosAccount, cosmosStore } from '../../../bot/adapters/cosmos/cosmos-store.ts';
import type { Partition, Store } from '../../../bot/ports/store.ts';
import { storeContract } from '../../contracts/store.ts';
import { drain } from '../../contracts/store-changes.ts';
import { absent, any, note, read, save, saved, somewhere } from '../../contracts/store-documents.ts';
import { type CosmosServer, cosmosServer } from '../../support/cosmos-protocol/cosmos-server.ts';
import { makeContainers } from '../../support/cosmos-protocol/make-containers.ts';

async function openServer(): Promise<{ server: CosmosServer; account: CosmosAccount }> {
  const server = await cosmosServer();
  const account = { endpoint: server.endpoint, database: 'mentoring', access: { key: server.key } };
  await makeContainers(account);
  return { server, account };
}

storeContract('Cosmos', async () => {
  const { server, account } = await openServer();
  const opened: Store[] = [];
  const open = (): Store => {
    const store = cosmosStore(account);
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    another: async () => open(),
    end: async () => {
      for (const store of opened) await store.close();
      await server.close();
    },
  };
});

describe('the store in Cosmos', () => {
  let server: CosmosServer;
  let account: CosmosAccount;
  let store: Store;
  let at: Partition;

  before(async () => {
    ({ server, account } = await openServer());
    store = cosmosStore(account);
  });

  after(async () => {
    await store.close();
    await server.close();
  });

  beforeEach(() => {
    at = somewhere();
    server.calls.length = 0;
  });

  it('asks once for a read, a list and a write of many', async () => {
    await save(store, at, note('a'), note('b'), note('c'));
    await read(store, at, 'a');
    await store.list(at, 'note');
    assert.deepEqual(server.calls, ['batch 3', 'read', 'query']);
  });

  it('asks three times to create what was removed before', async () => {
    const ifMatch = await saved(store, at, note('a'));
    await store.write(at, [{ remove: 'a', ifMatch }]);
    server.calls.length = 0;
    assert.equal((await store.write(at, [absent(note('a', 'back'))])).outcome, 'written');
    assert.deepEqual(server.calls, ['batch 1', 'read', 'batch 1']);
  });

  it('keeps a large document of many scripts whole', async () => {
    const large = note('large', 'né名👩'.repeat(100_000));
    await save(store, at, large);
    assert.deepEqual(await read(store, at, 'large'), large);
  });

  it('forgets that something was removed after thirty days, and not before', async () => {
    const ifMatch = await saved(store, at, note('a'));
    await store.write(at, [{ remove: 'a', ifMatch }]);
    const removals = async () =>
      (await drain(store, at.container)).changes.filter(({ partition }) => partition.scope === at.scope);
    server.later(29 * 24 * 60 * 60);
    assert.equal((await removals()).length, 1);
    server.later(2 * 24 * 60 * 60);
    assert.equal((await removals()).length, 0);
    assert.equal((await store.write(at, [absent(note('a', 'new'))])).outcome, 'written');
    server.later(365 * 24 * 60 * 60);
    assert.deepEqual(await read(store, at, 'a'), note('a', 'new'));
  });

  it('waits and asks again when it is told that it asks too much', async () => {
    server.fail(429, { substatus: 3200, times: 3 });
    await save(store, at, note('a'));
    server.fail(429, { substatus: 3200, times: 3 });
    assert.deepEqual(await read(store, at, 'a'), note('a'));
    server.fail(429, { substatus: 3200, times: 3 });
    assert.equal((await store.list(at, 'note')).length, 1);
  });

  it('writes again when another write was under way in the partition', async () => {
    server.failInBatch(449, 3);
    assert.equal((await store.write(at, [absent(note('a')), absent(note('b'))])).outcome, 'written');
    assert.deepEqual(server.calls, ['batch 2', 'batch 2', 'batch 2', 'batch 2']);
  });

  for (const status of [400, 403, 413, 424, 429, 500])
    it(`throws when an operation in a batch fails with ${status}: that is no conflict`, async () => {
      server.failInBatch(status);
      await assert.rejects(store.write(at, [any(note('a')), any(note('b'))]), new RegExp(`${status}`));
      assert.equal(await read(store, at, 'a'), undefined);
    });

  it('throws when a batch is answered with a code that says neither yes nor no', async () => {
    server.failInBatch(201, 1, 202);
    await assert.rejects(store.write(at, [any(note('a'))]), /with 202/);
  });

  it('throws when a read, a list, a write or the feed is refused', async () => {
    for (const ask of [
      () => store.read(at, 'a'),
      () => store.list(at, 'note'),
      () => store.write(at, [any(note('a'))]),
      () => store.changesSince(at.container),
    ]) {
      server.fail(403);
      await assert.rejects(ask);
    }
  });

  it('throws when the container is missing, where a missing document is only absent', async () => {
    const elsewhere = cosmosStore({ ...account, database: 'missing' });
    await assert.rejects(elsewhere.read(at, 'a'), /404\/1003/);
    await assert.rejects(elsewhere.write(at, [any(note('a'))]));
    await elsewhere.close();
    assert.equal(await store.read(at, 'a'), undefined);
  });

  it('throws when its session cannot be read, rather than call a document absent', async () => {
    await save(store, at, note('a'));
    server.fail(404, { substatus: 1002, times: 3 });
    await assert.rejects(store.read(at, 'a'), /404\/1002/);
    assert.deepEqual(await read(store, at, 'a'), note('a'));
  });

  it('is refused with another key', async () => {
    const access = { key: Buffer.from('another key').toString('base64') };
    const stranger = cosmosStore({ ...account, access });
    await assert.rejects(stranger.read(at, 'a'), { code: 401 });
    await stranger.close();
  });
});

describe('the small Cosmos server', () => {
  it('refuses what the store does not ask for', async () => {
    const { server, account } = await openServer();
    const asked = { endpoint: account.endpoint, ...account.access };
    const client = new CosmosClient({ ...asked, consistencyLevel: 'Session' });
    const container = client.database(account.database).container('pairs');
    const refused = { code: 400 };
    const item = { id: 'a', tenant: 't', scope: 's' };
    await assert.rejects(container.items.create(item), refused);
    await assert.rejects(container.item('a', ['t', 's']).delete(), refused);
    await assert.rejects(container.item('a', ['t', 's']).replace(item), refused);
    await assert.rejects(
      container.items.query('SELECT * FROM c', { partitionKey: ['t', 's'] }).fetchAll(),
      refused,
    );
    await assert.rejects(container.item('a', ['t']).read(), refused);
    await assert.rejects(container.scripts.storedProcedures.readAll().fetchAll(), refused);
    await assert.rejects(container.delete(), refused);
    client.dispose();
    const careless = new CosmosClient(asked);
    const anywhere = careless.database(account.database).container('pairs');
    await assert.rejects(anywhere.item('a', ['t', 's']).read(), refused);
    careless.dispose();
    await server.close();
  });
});
