import { changeMeeting, readMeeting } from '../booking/meeting-store.ts';
import { putInCalendars } from '../booking/put-in-calendars.ts';
import { stillNeeded } from '../booking/todo.ts';
import { accepted, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import { invitedOf, organiserOf } from '../mentoring/chemistry/organiser.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import type { Ports } from '../ports/ports.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import type { PairRecord } from '../records/pair-record.ts';
import { pairPartition } from '../records/partitions.ts';

export type AnswerMeeting = {
  readonly as: ActingFor;
  readonly pairId: string;
  readonly meetingId: string;
  /** They have confirmed that neither manages, appraises or assesses the other. */
  readonly declares?: boolean;
  /** Which of the proposed times, by its start, where times were proposed. */
  readonly picked?: number;
  /** The start of the time that they saw and says yes to. */
  readonly seenAt?: number;
};

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock' | 'ids' | 'calendar' | 'signIns'>;

/** The yes of whoever is invited: as the answer to Outlook's invitation, with their own sign-in, and in the record. */
export async function acceptMeeting(ports: Needs, asked: AnswerMeeting): Promise<Meeting | Refusal> {
  const { as, pairId, meetingId } = asked;
  const record = await readMeeting(ports, pairId, meetingId);
  const found = record?.document.meeting;
  const side = found && sideOf(found, as.person);
  if (!side || side !== invitedOf(found)) return { refused: 'not found' };
  if (found.stage === 'agreed') return found;
  const now = await ports.clock.now();
  if (isOver(found, now)) return { refused: 'time passed' };
  const pair = await ports.store.read<PairRecord>(pairPartition(ports.scheme, pairId), 'pair');
  const declaration = pair?.document.declarations[side];
  if (pair?.document.lineManagement === 'unknown' && !asked.declares && !declaration) {
    return { refused: 'line management unknown' };
  }
  const declares = asked.declares ? { [side]: new Date(now).toISOString() } : {};

  const { seenAt } = asked;
  if (seenAt !== undefined && found.interval?.start !== seenAt) return { refused: 'time changed' };
  const picked =
    found.stage === 'proposed' ? found.proposed?.find(time => time.start === asked.picked) : undefined;
  if (found.stage === 'proposed' && !picked) return { refused: 'time taken' };
  const start = (picked ?? found.interval)?.start ?? 0;
  if (!found.event && start <= now) return { refused: 'time passed' };
  if (found.stage !== 'asked' && found.stage !== 'proposed') return answer(ports, as, found, declares);
  const waiting = { ...found, stage: found.stage };
  const put = await putInCalendars(ports, waiting, { declares, ...(picked ? { picked } : {}) });
  return isRefusal(put) ? put : answer(ports, as, put, {});
}

async function answer(
  ports: Needs,
  as: ActingFor,
  found: Meeting,
  declares: { readonly mentee?: string; readonly mentor?: string },
): Promise<Meeting | Refusal> {
  const { pairId, id, event, interval } = found;
  const may = accepted(found);
  if (isRefusal(may)) return may;
  if (event && interval) await answerInvitation(ports, as, { ...found, event, interval });
  return changeMeeting(ports, pairId, id, (current, todo) => {
    const isMoved = current.interval?.start !== interval?.start;
    const meeting = isMoved ? ({ refused: 'time changed' } as const) : accepted(current);
    if (isRefusal(meeting)) return meeting;
    return { meeting, todo: stillNeeded(todo), tell: [organiserOf(current)], declares };
  });
}

/** Somebody whose calendar cannot be seen, and who picked from times for that reason, may have no mailbox to answer from. */
async function answerInvitation(
  { calendar }: Needs,
  as: ActingFor,
  { event, interval, proposed }: Meeting & Required<Pick<Meeting, 'event' | 'interval'>>,
): Promise<void> {
  try {
    await calendar.respond(as, { ...event, interval }, 'accept');
  } catch (problem) {
    if (!(proposed && problem instanceof CalendarUnavailable)) throw problem;
  }
}
