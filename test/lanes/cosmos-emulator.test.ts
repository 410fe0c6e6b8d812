import { cosmosStore } from '../../bot/adapters/cosmos/cosmos-store.ts';
import type { Store } from '../../bot/ports/store.ts';
import { storeContract } from '../contracts/store.ts';
import { startCosmosEmulator } from '../support/cosmos-emulator.ts';
import { pressedAtTwoProcesses } from '../support/pressed-at-two-processes.ts';

storeContract('Cosmos, in the emulator', async () => {
  const emulator = await startCosmosEmulator();
  const opened: Store[] = [];
  const open = (): Store => {
    const store = cosmosStore(emulator.account);
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    another: async () => open(),
    end: async () => {
      for (const store of opened) await store.close();
      await emulator.close();
    },
  };
});

describe('with one Cosmos account', () => {
  let end: () => Promise<void>;
  after(() => end());

  pressedAtTwoProcesses('one Cosmos account', async () => {
    const { account, close } = await startCosmosEmulator();
    end = close;
    return { COSMOS_ENDPOINT: account.endpoint, COSMOS_KEY: account.access.key };
  });
});
