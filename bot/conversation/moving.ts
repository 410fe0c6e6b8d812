import { meetingStanding } from '../journeys/follow-up.ts';
import { isSession, minutesOf } from '../mentoring/chemistry/meeting.ts';
import { meetingFor } from '../mentoring/chemistry/meeting-for.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { showTimes } from './choosing-times.ts';
import { anotherTime, type Ids, showMeeting } from './meetings.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** Who organises chooses another time; for the other it is asking them to. Too late: how it stands. */
export async function showTimesToMove(turn: Turn, { pairId, meetingId }: Ids): Promise<Reply> {
  const meeting = await meetingStanding(turn.ports, pairId, meetingId);
  const seen = meeting && meetingFor(turn.person, meeting, await turn.ports.clock.now());
  if (!meeting || !seen) return { messages: [{ text: refusalWords('not found') }] };
  if (!seen.can.includes('move') && !seen.can.includes('pick a time')) {
    return showMeeting(turn, { pairId, meetingId });
  }
  const opId = turn.ports.ids.random();
  if (!seen.iOrganise) return anotherTime(turn, { pairId, meetingId, opId }, undefined);
  const { profileId } = meeting.mentor;
  const moves = meeting.interval ? { moves: { pairId, meetingId } } : {};
  const session = isSession(meeting) ? { session: { pairId, minutes: minutesOf(meeting) } } : {};
  return showTimes(turn, { choosing: { profileId, mode: meeting.mode, ...moves, ...session } });
}
