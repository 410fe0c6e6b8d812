import { reserveSession } from '../booking/reserve-session.ts';
import { sendProposal } from '../booking/send-proposal.ts';
import { canBeProposed } from '../mentoring/availability/not-bookable.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Asker } from './asker.ts';
import { sessionMeetingId } from './book-session.ts';

export type ProposeSessionTimes = {
  readonly pairId: string;
  /** Up to three starts, epoch milliseconds, from which the other picks. */
  readonly starts: readonly number[];
  /** 45 or 60. */
  readonly minutes: number;
  readonly mode: MeetingMode;
  readonly place?: string;
  readonly opId: string;
  readonly declares: boolean;
};

/** Where the other's calendar cannot be seen, nobody takes it for free: they pick. Nothing is held until then. */
export async function proposeSessionTimes(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids'>,
  asker: Asker,
  { starts, opId, ...asked }: ProposeSessionTimes,
): Promise<Meeting | Refusal> {
  const toPickFrom = canBeProposed(starts, await ports.clock.now());
  if (toPickFrom.length === 0) return { refused: 'time passed' };
  const meetingId = sessionMeetingId(ports.ids, asked.pairId, opId);
  const reserved = await reserveSession(ports, asker, { ...asked, meetingId, at: { toPickFrom } });
  if (isRefusal(reserved)) return reserved;
  if ('meeting' in reserved) return reserved.meeting;
  return sendProposal(ports, reserved.reservation, { verb: 'book-session', opId });
}
