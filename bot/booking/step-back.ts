import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { freeWhatWasHeld } from './free-what-was-held.ts';
import { changeMatter, type Matter } from './meeting-store.ts';
import { without } from './todo.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/**
 * Nothing came of the mentor's yes: the request waits for an answer again, as long as it would have. `undefined`:
 * somebody else has taken it over.
 */
export async function stepBack(
  ports: Needs,
  reserving: Matter,
  stage: 'asked' | 'proposed',
): Promise<Matter | undefined> {
  const { id: meetingId, pairId } = reserving.record.document.meeting;
  if (!reserving.intent) return undefined;
  const back = await changeMatter(
    ports,
    { pairId, meetingId },
    (current, todo) => {
      const { interval, ...rest } = current;
      const waits = without(todo, 'book');
      if (stage === 'asked' || !interval) return { meeting: { ...current, stage }, todo: waits };
      const meeting: Meeting = { ...rest, stage };
      return { meeting, todo: { ...waits, clear: { intervals: [interval] } } };
    },
    { mine: reserving.intent },
  );
  return isRefusal(back) ? undefined : freeWhatWasHeld(ports, back);
}
