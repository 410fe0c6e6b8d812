import { randomUUID } from 'node:crypto';

export type Item = { readonly id: string; readonly [field: string]: unknown };
export type Outcome = { readonly statusCode: number; readonly eTag?: string; readonly resourceBody?: Item };
type Change = { readonly op: string; readonly path: string; readonly value?: unknown };
export type Operation = {
  readonly operationType: string;
  readonly id?: string;
  readonly ifMatch?: string;
  readonly resourceBody: Item & { readonly operations?: readonly Change[] };
};
type Kept = { readonly key: string; readonly item: Item; readonly change: number };

/** A status that the server answers a whole request with. */
export class Refused extends Error {
  readonly status: number;
  readonly substatus: number | undefined;
  constructor(status: number, message: string, substatus?: number) {
    super(message);
    this.status = status;
    this.substatus = substatus;
  }
}

const pageOfItems = 50;
const pageOfChanges = 400;
export const ranges = ['0', '1'] as const;

/** One container with the hierarchical key /tenant, /scope: two physical partitions, small pages, ETags, ttl. */
export type CosmosContainer = ReturnType<typeof cosmosContainer>;

export function cosmosContainer(now: () => number) {
  let kept = new Map<string, Kept>();
  let changes = 0;
  const place = (key: string, id: string): string => `${key} ${id}`;
  const find = (key: string, id: string): Item | undefined => {
    const found = kept.get(place(key, id))?.item;
    return found && alive(found) ? found : undefined;
  };
  const alive = ({ _ts, ttl }: Item): boolean => typeof ttl !== 'number' || Number(_ts) + ttl > now();

  function put(key: string, body: Item, status: number): Outcome {
    const { tenant, scope, id } = body;
    if (JSON.stringify([tenant, scope]) !== key)
      throw new Refused(400, 'The key is not that of the item', 1001);
    if (typeof id !== 'string' || !id || id.length > 255 || /[/\\?#]/.test(id))
      throw new Refused(400, 'No such id');
    const eTag = `"${randomUUID()}"`;
    changes += 1;
    kept.set(place(key, id), { key, change: changes, item: { ...body, _etag: eTag, _ts: now() } });
    return { statusCode: status, eTag };
  }

  function perform(key: string, { operationType, id = '', ifMatch, resourceBody }: Operation): Outcome {
    if (operationType === 'Create')
      return find(key, resourceBody.id) ? { statusCode: 409 } : put(key, resourceBody, 201);
    if (operationType === 'Upsert') return put(key, resourceBody, find(key, resourceBody.id) ? 200 : 201);
    const found = find(key, id);
    if (!found) return { statusCode: 404 };
    if (!ifMatch) throw new Refused(400, `${operationType} without a condition`);
    if (ifMatch !== '*' && ifMatch !== found._etag) return { statusCode: 412 };
    if (operationType === 'Replace') return put(key, resourceBody, 200);
    if (operationType === 'Patch') return put(key, patched(found, resourceBody.operations ?? []), 200);
    throw new Refused(400, `The operation ${operationType} is not known here`);
  }

  return {
    read(key: string, id: string): Item {
      const found = find(key, id);
      if (!found) throw new Refused(404, 'There is no such item');
      return found;
    },

    /** All or nothing: 424 for those that did not fail themselves. */
    batch(key: string, operations: readonly Operation[]): readonly Outcome[] {
      if (operations.length === 0 || operations.length > 100)
        throw new Refused(400, 'One to a hundred operations');
      const before = new Map(kept);
      const done: Outcome[] = [];
      for (const operation of operations) {
        const outcome = perform(key, operation);
        if (outcome.statusCode < 300) done.push(outcome);
        else {
          kept = before;
          return operations.map((_, at) => (at === done.length ? outcome : { statusCode: 424 }));
        }
      }
      return done;
    },

    ofOneType(key: string, type: unknown, prefix: string, from: number): { items: Item[]; next?: number } {
      const all = [...kept.values()]
        .filter(({ key: its, item }) => its === key && item.type === type && item.id.startsWith(prefix))
        .map(({ item }) => item)
        .filter(item => item.removed === false && alive(item));
      const next = from + pageOfItems;
      return { items: all.slice(from, next), ...(next < all.length ? { next } : {}) };
    },

    changesAfter(range: string, after: number, most: number): { items: Item[]; last: number } {
      const all = [...kept.values()]
        .filter(({ key, item, change }) => change > after && rangeOf(key) === range && alive(item))
        .sort((a, b) => a.change - b.change)
        .slice(0, Math.min(most, pageOfChanges));
      return { items: all.map(({ item }) => item), last: all.at(-1)?.change ?? after };
    },
  };
}

function patched(item: Item, operations: readonly Change[]): Item {
  const fields = new Map(Object.entries(item));
  for (const { op, path, value } of operations) {
    const name = path.slice(1);
    if (!/^\/(removed|ttl|document)$/.test(path)) throw new Refused(400, `No patch of ${path} is known here`);
    if (op === 'set') fields.set(name, value);
    else if (op === 'remove' && fields.has(name)) fields.delete(name);
    else throw new Refused(400, `The patch ${op} of ${path} cannot be done`);
  }
  return { ...Object.fromEntries(fields), id: item.id };
}

function rangeOf(key: string): string | undefined {
  const sum = [...key].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0);
  return ranges[sum % ranges.length];
}
