import { isDeepStrictEqual } from 'node:util';
import { changeMeeting, readMeeting } from '../booking/meeting-store.ts';
import { findMentorPerson } from '../booking/mentor-person.ts';
import { writeReservation } from '../booking/reserve-meeting.ts';
import { proposalNow, sendProposal } from '../booking/send-proposal.ts';
import { canBeProposed } from '../mentoring/availability/not-bookable.ts';
import { mayMeetAgain } from '../mentoring/chemistry/asked-about.ts';
import { lapsesAt } from '../mentoring/chemistry/asked-first.ts';
import { hasEnded } from '../mentoring/chemistry/change-meeting.ts';
import { isOver, type Meeting, meetingInterval } from '../mentoring/chemistry/meeting.ts';
import type { MeetingMode } from '../mentoring/people/mentor-profile.ts';
import { personKey } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { mayBookSession } from '../mentoring/sessions/may-book-session.ts';
import type { Ports } from '../ports/ports.ts';
import type { PairRecord, Todo } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';
import type { Asker } from './asker.ts';

export type ProposeTimes = {
  readonly asker: Asker;
  readonly profileId: string;
  /** Up to three starts, epoch milliseconds, from which the mentor picks. */
  readonly starts: readonly number[];
  readonly mode: MeetingMode;
  readonly place?: string;
  readonly shared?: string;
  readonly opId: string;
  readonly declares: boolean;
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'directory'>;

/** Where the mentor's calendar cannot be seen, nobody takes it for free: the mentor picks. Nothing is held until then. */
export async function proposeTimesTo(ports: Needs, asked: ProposeTimes): Promise<Meeting | Refusal> {
  const { asker, profileId, opId } = asked;
  const now = await ports.clock.now();
  const proposed = canBeProposed(asked.starts, now).map(start => meetingInterval(start));
  if (proposed.length === 0) return { refused: 'time passed' };
  const pairId = ports.ids.derived('pair', personKey(asker.person), profileId);
  const partition = pairPartition(ports.scheme, pairId);
  const [found, pair] = await Promise.all([
    findMentorPerson(ports, asker, profileId),
    ports.store.read<PairRecord>(partition, 'pair'),
  ]);
  if (isRefusal(found)) return found;
  const openId = pair?.document.openMeetingId;
  const open = openId && (await readMeeting(ports, pairId, openId));
  if (open && !isOver(open.document.meeting, now))
    return proposeAnew(ports, open.document.meeting, proposed, { lapseAt: lapsesAt(now) });
  if (mayBookSession(pair?.document)) return { refused: 'going on already' };
  const again = mayMeetAgain(open ? open.document.meeting : undefined);
  if (again !== 'yes') return { refused: again };
  const declared = asked.declares || pair?.document.declarations.mentee;
  if (found.lineManagement === 'unknown' && !declared) return { refused: 'line management unknown' };

  const { person, name, address } = asker;
  const meeting: Meeting = {
    id: ports.ids.derived('meeting', pairId, opId),
    pairId,
    mentee: { person, name, address },
    mentor: { ...found.mentor, profileId },
    stage: 'reserving',
    proposed,
    mode: asked.mode,
    ...(asked.mode === 'in person' && asked.place ? { place: asked.place } : {}),
    ...(asked.shared ? { shared: asked.shared } : {}),
  };
  const record: PairRecord = {
    ...(pair?.document ?? { id: 'pair', type: 'pair' }),
    lineManagement: found.lineManagement,
    declarations: {
      ...pair?.document.declarations,
      ...(asked.declares ? { mentee: new Date(now).toISOString() } : {}),
    },
  };
  const reservation = await writeReservation(ports, {
    meeting,
    pair: { ...record, openMeetingId: meeting.id },
    pairEtag: pair?.etag ?? 'absent',
  });
  if (reservation === 'conflict') return proposalNow(ports, meeting);
  return sendProposal(ports, reservation, { verb: 'book', opId }, found.profile);
}

async function proposeAnew(
  ports: Needs,
  { pairId, id }: Meeting,
  proposed: Meeting['proposed'] & object,
  todo: Todo,
): Promise<Meeting | Refusal> {
  return changeMeeting(ports, pairId, id, current => {
    if (current.stage === 'proposed' && isDeepStrictEqual(current.proposed, proposed))
      return { meeting: current };
    const open = current.stage === 'proposed' || (current.stage === 'moving' && !current.event);
    if (!open)
      return { refused: hasEnded(current) ? 'already cancelled' : 'already meeting', meeting: current };
    const { interval, ...rest } = current;
    const meeting: Meeting = { ...rest, stage: 'proposed', proposed };
    const clear = interval ? { clear: { intervals: [interval] } } : {};
    return { meeting, todo: { ...todo, ...clear }, tell: ['mentor'] };
  });
}
