import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/store.ts';
import type { ProfileRecord } from '../records/profile-record.ts';
import { takePlace } from './places.ts';
import { type Held, holdDiaries, type Press, type Reservation } from './reserve-meeting.ts';
import { undoReservation } from './undo-reservation.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

/**
 * Step 2: both diaries in ascending order of the two people, then a place with the mentor where `profile` says that the
 * meeting takes one. All or nothing.
 */
export async function holdAll(
  ports: Needs,
  { record, intent }: Reservation,
  press: Press,
  profile?: Stored<ProfileRecord>,
): Promise<Held> {
  const { meeting } = record.document;
  const undo = () => undoReservation(ports, { pairId: meeting.pairId, meetingId: meeting.id, mine: intent });
  try {
    const diaries = await holdDiaries(ports, meeting, press);
    const held = diaries === 'held' && profile ? await takePlace(ports, meeting, profile) : diaries;
    if (held !== 'held' && held !== 'taken') await undo();
    return held === 'taken' ? 'held' : held;
  } catch (problem) {
    await undo();
    throw problem;
  }
}
