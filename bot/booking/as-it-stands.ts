import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import { personPartition } from '../records/partitions.ts';
import { type PressRecord, pressRecordId } from '../records/person-record.ts';
import { readMeeting } from './meeting-store.ts';
import type { Press } from './reserve-meeting.ts';

/** `again`: this press was answered before; the meeting is shown as it stands now. */
export type Booked = { readonly meeting: Meeting; readonly again: boolean };

type Needs = Pick<Ports, 'store' | 'scheme'>;

/** What stands instead of the meeting that a press `asked` for, or as that very meeting. */
export async function asItStands(
  ports: Needs,
  {
    pairId,
    meetingId,
    asked,
  }: { readonly pairId: string; readonly meetingId: string; readonly asked: string },
): Promise<Booked | Refusal> {
  const record = await readMeeting(ports, pairId, meetingId);
  if (!record) return { refused: 'not found' };
  if (record.document.meeting.stage === 'released') return { refused: 'time taken' };
  if (meetingId !== asked) return { refused: 'already meeting', meeting: record.document.meeting };
  return { meeting: record.document.meeting, again: true };
}

/** The matter that this person settled with that press before. */
export async function pressedBefore(
  { store }: Pick<Ports, 'store'>,
  person: PersonId,
  { verb, opId }: Press,
): Promise<Pick<PressRecord, 'pairId' | 'meetingId'> | undefined> {
  const press = await store.read<PressRecord>(personPartition(person), pressRecordId(verb, opId));
  return press?.document;
}
