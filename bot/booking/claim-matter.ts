import { abandoned } from '../outbox/after-telling.ts';
import { isAbandoned, taken, writeOrLook } from '../outbox/take.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored, Write } from '../ports/store.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';
import type { IntentRecord, MeetingRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { intentIn, type Matter } from './meeting-store.ts';
import { ofMatter } from './outbox-of-meeting.ts';
import { restsUntil } from './todo.ts';

/** `mine`: the intent, whose lease the caller holds. `tells`: what the caller alone may send. */
export type Claimed = Matter & {
  readonly mine?: Stored<IntentRecord>;
  readonly tells: readonly Stored<OutboxRecord>[];
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids'>;

/**
 * Takes, of a meeting's intent and of the cards that are to be shown, what `takes` wants, in one batch. No card while its
 * meeting is being changed: what it tells would not be true. Whoever stopped while sending has left it unclear.
 */
export async function claimMatter(
  ports: Needs,
  matter: Matter,
  { cards = {}, takes }: { readonly cards?: MeetingRecord['cards']; takes(record: OutboxRecord): boolean },
): Promise<Claimed | 'not taken' | 'conflict'> {
  const { record, intent, outbox } = matter;
  const real = ports.clock.real();
  const holder = ports.ids.random();
  const told: MeetingRecord = { ...record.document, cards: { ...record.document.cards, ...cards } };
  const isNew =
    told.cards.mentee !== record.document.cards.mentee || told.cards.mentor !== record.document.cards.mentor;
  const { todo = {} } = intent?.document ?? {};
  const lapses = intent !== undefined && takes(intent.document) && restsUntil(todo) !== undefined;
  const mayTell = !todo.book && !todo.move && !lapses;
  const changed = outbox.flatMap(({ document, etag }) => {
    if (document === intent?.document)
      return takes(document) ? [{ etag, after: taken(document, real, holder) }] : [];
    if (!ofMatter.has(document.kind)) return [];
    if (isAbandoned(document, real)) return [{ etag, after: abandoned(document, real) }];
    if (!mayTell || document.state !== 'waiting' || !takes(document)) return [];
    return [{ etag, after: { ...taken(document, real, holder), state: 'sending' as const } }];
  });
  const writes: Write[] = [
    ...(isNew ? [{ put: told, ifMatch: record.etag }] : []),
    ...changed.map(({ etag, after }) => ({ put: after, ifMatch: etag })),
  ];
  if (writes.length === 0) return 'not taken';
  const partition = pairPartition(ports.scheme, told.meeting.pairId);
  const mine = changed.find(({ after }) => after.holder === holder)?.after;
  const etags = mine
    ? await writeOrLook(ports, partition, writes, mine)
    : await written(ports, partition, writes);
  if (etags === 'conflict') return 'conflict';
  if (!mine) return 'not taken';
  const after = outbox.map(({ document, etag }): Stored<OutboxRecord> => {
    const now = changed.find(each => each.after.id === document.id)?.after;
    return now ? { document: now, etag: etags.get(now.id) ?? '' } : { document, etag };
  });
  const own = intentIn(after);
  return {
    record: isNew ? { document: told, etag: etags.get(told.id) ?? '' } : record,
    pair: matter.pair,
    intent: own,
    outbox: after,
    ...(own?.document.holder === holder ? { mine: own } : {}),
    tells: after.filter(({ document }) => document.state === 'sending' && document.holder === holder),
  };
}

async function written(
  { store }: Needs,
  partition: Parameters<typeof store.write>[0],
  writes: readonly Write[],
): Promise<ReadonlyMap<string, string> | 'conflict'> {
  const result = await store.write(partition, writes);
  return result.outcome === 'written' ? result.etags : 'conflict';
}
