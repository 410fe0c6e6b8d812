import { hasEnded, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { afterTelling } from '../outbox/after-telling.ts';
import { hasTime } from '../outbox/take.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { OutboxRecord } from '../records/outbox-record.ts';
import type { MeetingRecord } from '../records/pair-record.ts';
import { cancelEvent } from './cancel-event.ts';
import { type Claimed, claimMatter } from './claim-matter.ts';
import { finishMatter } from './finish-matter.ts';
import { freeWhatWasHeld } from './free-what-was-held.ts';
import { lapse } from './lapse.ts';
import { hasClashed } from './look-for-clash.ts';
import type { Matter } from './meeting-store.ts';
import { clash, standing } from './outbox-of-meeting.ts';
import { settleBooking, settleMove } from './settle-booking.ts';
import { showCard } from './show-card.ts';
import { mustDecide, without } from './todo.ts';

export type SettleNeeds = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar' | 'signIns' | 'chat'>;

/** The caller holds the intent's lease. */
export type Held = Matter & { readonly intent: NonNullable<Matter['intent']> };

/**
 * Does what was claimed of a meeting. What the world outside does not allow yet stays in the outbox, to be taken up after
 * a pause that grows; one part that fails does not hold up the others. What may have been sent is not sent again; every
 * other part is safe to repeat.
 */
export async function settleMatter(ports: SettleNeeds, claimed: Claimed): Promise<void> {
  const { mine } = claimed;
  if (!mine || !mustDecide(mine.document.todo)) return doParts(ports, claimed);
  let decided: Matter | 'later' | 'lost';
  try {
    decided = await decide(ports, { ...claimed, intent: mine });
  } catch (problem) {
    await finishMatter(ports, claimed, {});
    throw problem;
  }
  if (decided === 'lost') return;
  if (decided === 'later') {
    await finishMatter(ports, claimed, {});
    return;
  }
  const now = await ports.clock.now();
  const again = await claimMatter(ports, decided, {
    takes: each => each.kind === standing && each.tries === 0 && each.dueAt <= now,
  });
  if (again === 'conflict') return;
  const rest = again === 'not taken' ? { ...decided, tells: [] } : again;
  await doParts(ports, rest.intent ? { ...rest, mine: rest.intent } : rest);
}

/** What has to be decided before anything can be told. */
async function decide(ports: SettleNeeds, held: Held): Promise<Matter | 'later' | 'lost'> {
  const { todo } = held.intent.document;
  if (todo.book) return settleBooking(ports, held);
  return todo.move ? settleMove(ports, held, todo.move) : lapse(ports, held);
}

async function doParts(ports: SettleNeeds, claimed: Claimed): Promise<void> {
  const problems: unknown[] = [];
  const tried = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (problem) {
      problems.push(problem);
      return otherwise;
    }
  };
  const cards: { mentee?: string; mentor?: string } = {};
  const outcomes = new Map<string, OutboxRecord | 'done'>();
  const telling = Promise.all(
    claimed.tells.map(async tell => {
      const failed = { told: 'failed' as const };
      const { told, side, card } = await tried(() => send(ports, claimed.record.document, tell), failed);
      if (side && card) cards[side] = card;
      outcomes.set(tell.etag, afterTelling(tell.document, told, ports.clock.real()));
    }),
  );
  const freed = claimed.mine ? await tried(() => freeWhatWasHeld(ports, claimed), claimed) : claimed;
  const { meeting } = freed.record.document;
  let left = claimed.mine && freed.intent?.document.todo;
  let clashed = false;
  if (left?.lookForClash) {
    const looked = hasEnded(meeting) ? 'free' : await tried(() => hasClashed(ports, meeting), undefined);
    clashed = looked === 'clashed';
    if (looked) left = without(left, 'lookForClash');
  }
  const event = left?.clear?.event;
  if (left && event && (await tried(() => cancelEvent(ports, meeting, event.id), false)))
    left = without(left, 'clear');
  await telling;
  const { mine: _freed, ...rest } = { ...claimed, ...freed };
  const held = claimed.mine && freed.intent ? { ...rest, mine: freed.intent } : rest;
  const finished = await finishMatter(ports, held, { left, cards, clashed, outcomes });
  if (clashed && finished) await tellOfClash(ports, finished);
  if (problems.length > 0) throw problems[0];
}

/** At once, as whoever organises may still be looking. */
async function tellOfClash(ports: SettleNeeds, matter: Matter): Promise<void> {
  const claimed = await claimMatter(ports, matter, {
    takes: each => each.kind === clash && each.tries === 0,
  });
  if (typeof claimed === 'object') await doParts(ports, claimed);
}

type Sent = {
  readonly told: Parameters<typeof afterTelling>[1];
  readonly side?: 'mentee' | 'mentor';
  readonly card?: string;
};

/** A card that its meeting's state gives to one of the two. */
async function send(
  ports: SettleNeeds,
  record: MeetingRecord,
  { document }: Stored<OutboxRecord>,
): Promise<Sent> {
  const side = document.to && sideOf(record.meeting, document.to);
  if (!document.to || !side) return { told: 'no news' };
  if (!hasTime(document, ports.clock.real())) return { told: { afterMs: 0 } };
  if (document.kind === clash)
    return { told: await ports.chat.tell(document.to, { about: 'clash', meeting: record.meeting }) };
  return { side, ...(await showCard(ports, record, side)) };
}
