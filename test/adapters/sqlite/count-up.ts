import { sqliteStore } from '../../../bot/adapters/sqlite/sqlite-store.ts';
import type { Document, Partition } from '../../../bot/ports/store.ts';

const [path = '', steps = ''] = process.argv.slice(2);
const at: Partition = { container: 'figures', tenant: 'tenant', scope: 'scope' };
const store = sqliteStore(path);
for (let done = 0; done < Number(steps); ) {
  const count = await store.read<Document & { readonly n: number }>(at, 'count');
  const put = { id: 'count', type: 'count', n: (count?.document.n ?? 0) + 1 };
  const written = await store.write(at, [{ put, ifMatch: count?.etag ?? 'absent' }]);
  if (written.outcome === 'written') done += 1;
}
await store.close();
