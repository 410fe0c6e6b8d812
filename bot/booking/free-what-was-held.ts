import { isRefusal } from '../mentoring/refusal.ts';
import { leaseMs } from '../outbox/take.ts';
import type { Ports } from '../ports/ports.ts';
import { changeMatter, type Matter } from './meeting-store.ts';
import { freePlace } from './places.ts';
import { releaseDiaries } from './reserve-meeting.ts';
import { without } from './todo.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/** What the intent says is to be given back, out of both diaries and the mentor's places; safe to repeat. */
export async function freeWhatWasHeld(ports: Needs, matter: Matter): Promise<Matter> {
  const { meeting } = matter.record.document;
  const { intent } = matter;
  const clear = intent?.document.todo.clear;
  if (!intent || !clear || (clear.intervals.length === 0 && !clear.place)) return matter;
  for (const interval of clear.intervals) await releaseDiaries(ports, meeting, interval);
  if (clear.place) await freePlace(ports, meeting);
  const freed = await changeMatter(
    ports,
    { pairId: meeting.pairId, meetingId: meeting.id },
    (current, todo) => ({
      meeting: current,
      todo: clear.event ? { ...todo, clear: { intervals: [], event: clear.event } } : without(todo, 'clear'),
      pauseMs: leaseMs,
    }),
    { mine: intent, known: matter },
  );
  return isRefusal(freed) ? matter : freed;
}
