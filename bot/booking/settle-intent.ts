import { hasEnded, type Side } from '../mentoring/chemistry/change-meeting.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { MeetingRecord, Todo } from '../records/pair-record.ts';
import { cancelEvent } from './cancel-event.ts';
import { freeWhatWasHeld } from './free-what-was-held.ts';
import { lapse } from './lapse.ts';
import { tellOfClash } from './look-for-clash.ts';
import { changeMatter, type Matter } from './meeting-store.ts';
import { settleBooking, settleMove } from './settle-booking.ts';
import { showCard } from './show-card.ts';
import { isNothing, restsUntil, without } from './todo.ts';

export type SettleNeeds = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar' | 'signIns' | 'chat'>;

/** The caller holds the intent's lease. */
export type Claimed = Matter & { readonly intent: NonNullable<Matter['intent']> };

const longestPauseMs = 10 * 60_000;
/** About eight hours; whoever cannot be told by then has Outlook's own words. */
const mostTries = 50;

/**
 * Does what an intent says is still to be done. What the world outside does not allow yet stays in it, to be taken up
 * after a pause that grows; one part that fails does not hold up the others. Every part is safe to repeat.
 */
export async function settleIntent(ports: SettleNeeds, claimed: Claimed): Promise<'done' | 'later'> {
  let matter: Matter | 'later' | 'lost' = claimed;
  const problems: unknown[] = [];
  try {
    matter = await decide(ports, claimed);
  } catch (problem) {
    problems.push(problem);
    matter = 'later';
  }
  if (matter === 'lost') return 'done';
  if (matter === 'later') return finish(ports, claimed, {}, problems);
  return isClaimed(matter) ? doParts(ports, matter, problems) : 'done';
}

/** What has to be decided before anything can be told. */
async function decide(ports: SettleNeeds, claimed: Claimed): Promise<Matter | 'later' | 'lost'> {
  const { todo } = claimed.intent.document;
  if (todo.book) return settleBooking(ports, claimed);
  if (todo.move) return settleMove(ports, claimed, todo.move);
  return restsUntil(todo) === undefined ? claimed : lapse(ports, claimed);
}

async function doParts(ports: SettleNeeds, decided: Claimed, problems: unknown[]): Promise<'done' | 'later'> {
  const tried = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (problem) {
      problems.push(problem);
      return otherwise;
    }
  };
  const matter = await tried(() => freeWhatWasHeld(ports, decided), decided);
  if (!isClaimed(matter)) return 'done';
  const { meeting } = matter.record.document;
  let left = matter.intent.document.todo;
  const cards: { mentee?: string; mentor?: string } = {};
  const untold: Side[] = [];
  for (const side of left.tell ?? []) {
    const told = await tried(() => showCard(ports, matter.record.document, side), undefined);
    if (!told && matter.intent.document.tries < mostTries) untold.push(side);
    else if (told?.card) cards[side] = told.card;
  }
  left = untold.length > 0 ? { ...left, tell: untold } : without(left, 'tell');
  if (left.lookForClash && (hasEnded(meeting) || (await tried(() => tellOfClash(ports, meeting), false)))) {
    left = without(left, 'lookForClash');
  }
  const event = left.clear?.event;
  if (event && (await tried(() => cancelEvent(ports, meeting, event.id), false)))
    left = without(left, 'clear');
  return finish(ports, matter, { left, cards }, problems);
}

type Outcome = { readonly left?: Todo; readonly cards?: MeetingRecord['cards'] };

/** What is left is written once; nothing of it where somebody has decided anew meanwhile, whose intent it is then. */
async function finish(
  ports: SettleNeeds,
  claimed: Claimed,
  { left, cards = {} }: Outcome,
  problems: readonly unknown[],
): Promise<'done' | 'later'> {
  const { id: meetingId, pairId } = claimed.record.document.meeting;
  const { tries, todo: before } = claimed.intent.document;
  const todo = left ?? before;
  const pauseMs = Math.min(2 ** tries * 1000, longestPauseMs);
  const finished = await changeMatter(
    ports,
    { pairId, meetingId },
    meeting => ({ meeting, todo, cards, pauseMs }),
    { mine: claimed.intent, known: claimed },
  );
  if (isRefusal(finished) && Object.keys(cards).length > 0) {
    await changeMatter(ports, { pairId, meetingId }, meeting => ({ meeting, cards }), {
      meanwhile: 'always',
    });
  }
  if (problems.length > 0) throw problems[0];
  return isRefusal(finished) || isNothing(todo) ? 'done' : 'later';
}

function isClaimed(matter: Matter): matter is Claimed {
  return matter.intent !== undefined;
}
