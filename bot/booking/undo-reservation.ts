import { released, type Side } from '../mentoring/chemistry/change-meeting.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { IntentRecord } from '../records/pair-record.ts';
import { freeWhatWasHeld } from './free-what-was-held.ts';
import { changeMatter, type Matter } from './meeting-store.ts';
import { clearing } from './todo.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/**
 * A reservation comes to nothing: the record says so first, and only for whoever holds its intent; then all that it held
 * is given back. `undefined`: somebody else has taken it over.
 */
export async function undoReservation(
  ports: Needs,
  {
    pairId,
    meetingId,
    mine,
    tell = [],
  }: {
    readonly pairId: string;
    readonly meetingId: string;
    readonly mine: Stored<IntentRecord>;
    readonly tell?: readonly Side[];
  },
): Promise<Matter | undefined> {
  const undone = await changeMatter(
    ports,
    { pairId, meetingId },
    meeting => ({
      meeting: released(meeting),
      todo: { clear: clearing(meeting, meeting.interval ? [meeting.interval] : []) },
      tell,
    }),
    { mine },
  );
  return isRefusal(undone) ? undefined : freeWhatWasHeld(ports, undone);
}
