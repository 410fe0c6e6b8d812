import type { Write } from '../ports/store.ts';
import type { IntentRecord, MeetingRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import { leaseMs, type Matter, readMatter } from './meeting-store.ts';
import { type Claimed, type SettleNeeds, settleIntent } from './settle-intent.ts';
import { tryAgain } from './try-again.ts';

type Ids = { readonly pairId: string; readonly meetingId: string };

/**
 * Takes over an intent whose lease has ended and settles it. `none`: there is none (any more). `later`: somebody else
 * holds it, its time has not come, or the world outside was not ready.
 */
export async function claimIntent(
  ports: SettleNeeds,
  { pairId, meetingId }: Ids,
): Promise<'done' | 'later' | 'none'> {
  const matter = await readMatter(ports, pairId, meetingId);
  if (!matter?.intent) return 'none';
  const { leaseUntil, dueAt } = matter.intent.document;
  if (leaseUntil > ports.clock.real()) return 'later';
  if (dueAt !== undefined && dueAt > (await ports.clock.now())) return 'later';
  const claimed = await claim(ports, matter, { cards: {}, takes: true });
  return claimed === 'conflict' || claimed === 'not taken' ? 'later' : settleIntent(ports, claimed);
}

/**
 * Right after a change, by whoever answered for it: the card that tells it is remembered, and what was left is done now
 * rather than by the repair. By one only, however often a press was sent; and never a booking or move that is under way.
 */
export async function settleNow(
  ports: SettleNeeds,
  { pairId, meetingId }: Ids,
  cards: MeetingRecord['cards'],
): Promise<void> {
  const claimed = await tryAgain(async () => {
    const matter = await readMatter(ports, pairId, meetingId);
    return matter ? claim(ports, matter, { cards, takes: isFresh(matter.intent?.document) }) : 'not taken';
  });
  if (claimed !== 'not taken') await settleIntent(ports, claimed);
}

function isFresh(intent: IntentRecord | undefined): boolean {
  if (!intent || intent.dueAt !== undefined || intent.tries > 0) return false;
  return !intent.todo.book && !intent.todo.move;
}

async function claim(
  { store, scheme, clock }: SettleNeeds,
  { record, pair, intent }: Matter,
  { cards, takes }: { readonly cards: MeetingRecord['cards']; readonly takes: boolean },
): Promise<Claimed | 'not taken' | 'conflict'> {
  const { mentee, mentor } = { ...record.document.cards, ...cards };
  const told: MeetingRecord = { ...record.document, cards: { ...record.document.cards, ...cards } };
  const isNew = mentee !== record.document.cards.mentee || mentor !== record.document.cards.mentor;
  const taken: IntentRecord | undefined =
    takes && intent
      ? { ...intent.document, leaseUntil: clock.real() + leaseMs, tries: intent.document.tries + 1 }
      : undefined;
  const writes: Write[] = [
    ...(isNew ? [{ put: told, ifMatch: record.etag }] : []),
    ...(taken && intent ? [{ put: taken, ifMatch: intent.etag }] : []),
  ];
  if (writes.length === 0) return 'not taken';
  const written = await store.write(pairPartition(scheme, record.document.meeting.pairId), writes);
  if (written.outcome === 'conflict') return 'conflict';
  if (!taken) return 'not taken';
  return {
    record: isNew ? { document: told, etag: written.etags.get(told.id) ?? '' } : record,
    pair,
    intent: { document: taken, etag: written.etags.get(taken.id) ?? '' },
  };
}
