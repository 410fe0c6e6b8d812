import { tryAgain } from '../booking/try-again.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import { type PressRecord, pressRecordId } from '../records/person-record.ts';
import { meetingStanding } from './follow-up.ts';

type Press = {
  readonly person: PersonId;
  readonly verb: string;
  readonly opId: string;
  readonly pairId: string;
  readonly meetingId: string;
};

/**
 * The matter as it stands after the press; as it stands anyway where this person made the very press before. A press that
 * did nothing, as it was refused or something outside was broken, may be pressed again.
 */
export async function actOnce(
  ports: Pick<Ports, 'store' | 'scheme'>,
  press: Press,
  act: () => Promise<Meeting | Refusal>,
): Promise<Meeting | Refusal> {
  const before = await pressOnce(ports, press);
  if (before === 'first') return actOrForget(ports, press, act);
  const stands = await meetingStanding(ports, before.pairId, before.meetingId);
  return stands ?? { refused: 'not found' };
}

async function actOrForget(
  { store }: Pick<Ports, 'store'>,
  { person, verb, opId }: Press,
  act: () => Promise<Meeting | Refusal>,
): Promise<Meeting | Refusal> {
  let isDone = false;
  try {
    const after = await act();
    isDone = !isRefusal(after);
    return after;
  } finally {
    const partition = personPartition(person);
    const noted = isDone ? undefined : await store.read(partition, pressRecordId(verb, opId));
    if (noted) await store.write(partition, [{ remove: noted.document.id, ifMatch: noted.etag }]);
  }
}

/**
 * Notes a press before it acts. `again`: this person pressed it before, so nothing is done and the matter that it settled
 * is shown. Channels send a press a second time under a new id; a button of last week may be pressed today.
 */
async function pressOnce(
  { store }: Pick<Ports, 'store'>,
  { person, verb, opId, pairId, meetingId }: Press,
): Promise<PressRecord | 'first'> {
  const partition = personPartition(person);
  const press: PressRecord = { id: pressRecordId(verb, opId), type: 'press', pairId, meetingId };
  return tryAgain(async () => {
    const written = await store.write(partition, [{ put: press, ifMatch: 'absent' }]);
    if (written.outcome === 'written') return 'first';
    const before = await store.read<PressRecord>(partition, press.id);
    return before ? before.document : 'conflict';
  });
}
