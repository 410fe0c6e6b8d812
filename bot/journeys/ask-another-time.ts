import { changeMeeting, readMeeting } from '../booking/meeting-store.ts';
import { stillNeeded } from '../booking/todo.ts';
import { lapsesAt } from '../mentoring/chemistry/asked-first.ts';
import { anotherTimeAsked, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import { invitedOf, organiserOf } from '../mentoring/chemistry/organiser.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';

type AskAnotherTime = { readonly person: PersonId; readonly pairId: string; readonly meetingId: string };

/** Whoever is invited cannot at that time: the organiser chooses another. What is held stays held until then. */
export async function askAnotherTime(
  ports: Pick<Ports, 'store' | 'scheme' | 'clock'>,
  { person, pairId, meetingId }: AskAnotherTime,
): Promise<Meeting | Refusal> {
  const record = await readMeeting(ports, pairId, meetingId);
  const found = record?.document.meeting;
  if (!found || sideOf(found, person) !== invitedOf(found)) return { refused: 'not found' };
  if (found.stage === 'moving') return found;
  const now = await ports.clock.now();
  if (isOver(found, now)) return { refused: 'time passed' };
  return changeMeeting(ports, pairId, meetingId, (current, todo) => {
    const meeting = anotherTimeAsked(current);
    if (isRefusal(meeting)) return meeting;
    const lapse = meeting.event ? {} : { lapseAt: lapsesAt(now) };
    return { meeting, todo: { ...stillNeeded(todo), ...lapse }, tell: [organiserOf(current)] };
  });
}
