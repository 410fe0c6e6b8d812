import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { organiserOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { decentTimeFor } from '../outbox/decent-time-for.ts';
import type { Ports } from '../ports/ports.ts';
import { changeMatter, type Matter } from './meeting-store.ts';
import type { Held } from './settle-matter.ts';
import { clearing, without } from './todo.ts';

/** Nobody answered in time: it ends, all that it held is given back, the organiser is told. */
export async function lapse(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock'>,
  { record, intent }: Held,
): Promise<Matter | 'lost'> {
  const { meeting } = record.document;
  const { id: meetingId, pairId } = meeting;
  const organiser = organiserOf(meeting);
  const tellAt = await decentTimeFor(ports, meeting[organiser].person);
  const lapsed = await changeMatter(
    ports,
    { pairId, meetingId },
    (current, todo) => {
      if (!isUnanswered(current)) return { meeting: current, todo: without(todo, 'lapseAt') };
      const intervals = current.interval ? [current.interval] : [];
      const after: Meeting = { ...current, stage: 'not now' };
      return { meeting: after, todo: { clear: clearing(current, intervals) }, tell: [organiser], tellAt };
    },
    { mine: intent },
  );
  return isRefusal(lapsed) ? 'lost' : lapsed;
}

/** Asked for, and in nobody's calendar yet. */
function isUnanswered({ stage, event }: Meeting): boolean {
  return stage === 'asked' || stage === 'proposed' || (stage === 'moving' && !event);
}
