import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { decentTimeFor } from '../outbox/decent-time-for.ts';
import type { Ports } from '../ports/ports.ts';
import { changeMatter, type Matter } from './meeting-store.ts';
import type { Held } from './settle-matter.ts';
import { without } from './todo.ts';

/** Nobody answered in time: it ends, all that it held is given back, the mentee is told. */
export async function lapse(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock'>,
  { record, intent }: Held,
): Promise<Matter | 'lost'> {
  const { id: meetingId, pairId, mentee } = record.document.meeting;
  const tellAt = await decentTimeFor(ports, mentee.person);
  const lapsed = await changeMatter(
    ports,
    { pairId, meetingId },
    (current, todo) => {
      if (!isUnanswered(current)) return { meeting: current, todo: without(todo, 'lapseAt') };
      const intervals = current.interval ? [current.interval] : [];
      const meeting: Meeting = { ...current, stage: 'not now' };
      return { meeting, todo: { clear: { intervals, place: true } }, tell: ['mentee'], tellAt };
    },
    { mine: intent },
  );
  return isRefusal(lapsed) ? 'lost' : lapsed;
}

/** Asked for, and in nobody's calendar yet. */
function isUnanswered({ stage, event }: Meeting): boolean {
  return stage === 'asked' || stage === 'proposed' || (stage === 'moving' && !event);
}
