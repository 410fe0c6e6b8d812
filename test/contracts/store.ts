import assert from 'node:assert/strict';
import type { Store } from '../../bot/ports/store.ts';
import { storeChanges } from './store-changes.ts';
import { storeAgainstModel } from './store-model.ts';
import { storeReading } from './store-reading.ts';
import { storeWriting } from './store-writing.ts';

export type OpenedStore = {
  readonly store: Store;
  /** A second one on the same data, as another process would have it. */
  readonly another: () => Promise<Store>;
  readonly end: () => Promise<void>;
};

/** What every store must do, whatever keeps the documents. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the store, as ${name}`, () => {
    let held: OpenedStore | undefined;
    const opened = (): OpenedStore => held ?? assert.fail('It was not opened');

    before(async () => {
      held = await open();
    });

    after(() => held?.end());

    storeReading(opened);
    storeWriting(opened);
    storeChanges(opened);
    storeAgainstModel(opened);
  });
}
