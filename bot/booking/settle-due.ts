import { isAbandoned, isDue } from '../outbox/take.ts';
import type { AboutMeeting } from '../records/outbox-record.ts';
import type { IntentRecord, MeetingRecord } from '../records/pair-record.ts';
import { claimMatter } from './claim-matter.ts';
import { readMatter } from './meeting-store.ts';
import { ofMatter } from './outbox-of-meeting.ts';
import { type SettleNeeds, settleMatter } from './settle-matter.ts';
import { restsUntil } from './todo.ts';
import { tryAgain } from './try-again.ts';

/** Takes over what of a meeting is due and nobody's, and does it. */
export async function settleDue(ports: SettleNeeds, { pairId, meetingId }: AboutMeeting): Promise<void> {
  const matter = await readMatter(ports, pairId, meetingId);
  if (!matter) return;
  const now = await ports.clock.now();
  const real = ports.clock.real();
  const isOpen = matter.outbox.some(
    ({ document }) => isDue(document, now, real) || isAbandoned(document, real),
  );
  if (!isOpen) return;
  const claimed = await claimMatter(ports, matter, { takes: each => isDue(each, now, real) });
  if (typeof claimed === 'object') await settleMatter(ports, claimed);
}

/**
 * Right after a change, by whoever answered for it: the card that tells it is remembered, and what was left is done now
 * rather than by the next pass. By one only, however often a press was sent; and never a booking or move that is under way.
 */
export async function settleNow(
  ports: SettleNeeds,
  { pairId, meetingId }: AboutMeeting,
  cards: MeetingRecord['cards'],
): Promise<void> {
  const now = await ports.clock.now();
  const claimed = await tryAgain(async () => {
    const matter = await readMatter(ports, pairId, meetingId);
    if (!matter) return 'not taken';
    return claimMatter(ports, matter, {
      cards,
      takes: each =>
        each.tries === 0 &&
        each.dueAt <= now &&
        (ofMatter.has(each.kind) || isFresh(each, matter.intent?.document)),
    });
  });
  if (claimed !== 'not taken') await settleMatter(ports, claimed);
}

function isFresh(record: object, intent: IntentRecord | undefined): boolean {
  if (record !== intent) return false;
  const { todo } = intent;
  return !todo.book && !todo.move && restsUntil(todo) === undefined;
}
