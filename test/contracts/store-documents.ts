import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Container, Document, Partition, Store, Stored, Write } from '../../bot/ports/store.ts';

export type Note = Document & { readonly text?: string };

export const note = (id: string, text = ''): Note => ({ id, type: 'note', text });
export const absent = (put: Document): Write => ({ put, ifMatch: 'absent' });
export const any = (put: Document): Write => ({ put, ifMatch: 'any' });

/** A partition that no other test has. */
export const somewhere = (container: Container = 'notes', tenant: string = randomUUID()): Partition => ({
  container,
  tenant,
  scope: randomUUID(),
});

/** Writes whatever is there; the etags in the order of the documents. */
export async function save(store: Store, at: Partition, ...documents: Document[]): Promise<string[]> {
  const written = await store.write(at, documents.map(any));
  assert.equal(written.outcome, 'written');
  return documents.map(({ id }) => written.etags.get(id) ?? assert.fail(`no etag for ${id}`));
}

export async function saved(store: Store, at: Partition, document: Document): Promise<string> {
  return (await save(store, at, document))[0] ?? assert.fail();
}

export async function read(store: Store, at: Partition, id: string): Promise<Note | undefined> {
  return (await store.read<Note>(at, id))?.document;
}

export function ids(found: readonly Stored[]): string[] {
  return found.map(({ document }) => document.id);
}
