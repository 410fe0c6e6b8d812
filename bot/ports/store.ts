/**
 * Containers by confidentiality. profiles: what others may see of a person, and approval · people: diary,
 * memberships, conversation reference, answers to presses · pairs · notes: private writing, scope is its writer ·
 * schemes: a scheme's own, and whom its matching keeps apart · figures: counts without text · due: what is to be done
 * when · audit: create-only.
 */
export const containers = [
  'profiles',
  'people',
  'pairs',
  'notes',
  'schemes',
  'figures',
  'due',
  'audit',
] as const;
export type Container = (typeof containers)[number];

/** The full partition key: nothing is read or written without one. */
export type Partition = { readonly container: Container; readonly tenant: string; readonly scope: string };

/** Plain JSON. `id` is unique in its partition; `type` says what it is. */
export type Document = { readonly id: string; readonly type: string };

export type Stored<D extends Document = Document> = { readonly document: D; readonly etag: string };

/**
 * `put` with an etag replaces only what was read; with 'absent' it creates only; with 'any' it writes whatever is there.
 * `remove` needs the etag that was read.
 */
export type Write =
  | { readonly put: Document; readonly ifMatch: string }
  | { readonly remove: string; readonly ifMatch: string };

/** `conflict`: a condition failed and nothing at all was written. Otherwise the new etags of the puts, by document id. */
export type Written =
  | { readonly outcome: 'written'; readonly etags: ReadonlyMap<string, string> }
  | { readonly outcome: 'conflict' };

export type Change =
  | { readonly partition: Partition; readonly document: Document; readonly removed: false }
  | { readonly partition: Partition; readonly id: string; readonly type: string; readonly removed: true };

export type Changes = {
  /** Latest state of what changed since the token, oldest change first within a partition; may repeat a change, never omit one. */
  readonly changes: readonly Change[];
  readonly token: string;
  /** Nothing more was waiting when this was read. */
  readonly caughtUp: boolean;
};

export type Store = {
  read<D extends Document>(partition: Partition, id: string): Promise<Stored<D> | undefined>;
  /** All documents of one type in one partition whose id starts with the prefix, by id. */
  list<D extends Document>(
    partition: Partition,
    type: string,
    idPrefix?: string,
  ): Promise<readonly Stored<D>[]>;
  /** All or nothing. At most 100 writes, each of another id; more is a programming error and throws. */
  write(partition: Partition, writes: readonly Write[]): Promise<Written>;
  /** Over all partitions of one container. Without a token: from the beginning. */
  changesSince(container: Container, token?: string): Promise<Changes>;
  close(): Promise<void>;
};

/** The ids that are written. A RangeError at what no store takes: over 100, an id twice or empty, a change in audit. */
export function idsToWrite({ container }: Partition, writes: readonly Write[]): readonly string[] {
  const ids = writes.map(write => ('put' in write ? write.put.id : write.remove));
  if (ids.length > 100) throw new RangeError(`${ids.length} writes at once, where 100 is the most`);
  if (new Set(ids).size < ids.length || ids.includes(''))
    throw new RangeError('Every write needs an id of its own');
  if (container === 'audit' && writes.some(({ ifMatch }) => ifMatch !== 'absent'))
    throw new RangeError('What is in audit is only ever created');
  return ids;
}
