import { readMeeting } from '../booking/meeting-store.ts';
import { settleNow } from '../booking/settle-due.ts';
import type { SettleNeeds } from '../booking/settle-matter.ts';
import { type Side, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';
import type { PairRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';

type Needs = Pick<Ports, 'store' | 'scheme'>;

/** As it stands now, for whoever is one of the two; callers show it through `meetingFor`, which knows who that is. */
export async function meetingStanding(
  ports: Needs,
  pairId: string,
  meetingId: string,
): Promise<Meeting | undefined> {
  return (await readMeeting(ports, pairId, meetingId))?.document.meeting;
}

/** Nobody can tell whether one manages the other, and this one of the two has not said so yet. */
export async function mustDeclare({ store, scheme }: Needs, meeting: Meeting, side: Side): Promise<boolean> {
  const pair = await store.read<PairRecord>(pairPartition(scheme, meeting.pairId), 'pair');
  return pair?.document.lineManagement === 'unknown' && pair.document.declarations[side] === undefined;
}

/**
 * After a person has been answered: their card is remembered so that it can tell later states, what the change still
 * needs outside is done now rather than by the next repair, and where they decided elsewhere than on the card that they
 * had, that card tells it too.
 */
export async function finishLater(
  ports: SettleNeeds,
  meeting: Meeting,
  person: PersonId,
  cardId: string | undefined,
): Promise<void> {
  const { pairId, id: meetingId } = meeting;
  const side = sideOf(meeting, person);
  const before = side && (await readMeeting(ports, pairId, meetingId))?.document.cards[side];
  await settleNow(ports, { pairId, meetingId }, side && cardId ? { [side]: cardId } : {});
  if (side && before && before !== cardId) {
    await ports.chat.update(person, before, { about: 'meeting', meeting, to: side });
  }
}

/** The same for a meeting that has just been made, with the card that it was booked on. */
export async function finishBooking(ports: SettleNeeds, { pairId, id }: Meeting): Promise<void> {
  await settleNow(ports, { pairId, meetingId: id }, {});
}
