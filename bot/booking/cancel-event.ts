import { isOver, type Meeting } from '../mentoring/chemistry/meeting.ts';
import { organiserOf } from '../mentoring/chemistry/organiser.ts';
import type { Ports } from '../ports/ports.ts';
import { isOutside } from './make-event.ts';

type Needs = Pick<Ports, 'clock' | 'calendar' | 'signIns'>;

/** By its organiser's sign-in, now or as soon as there is one; nobody misses it any more when its time is over. */
export async function cancelEvent(ports: Needs, meeting: Meeting, eventId: string): Promise<boolean> {
  const organiser = await ports.signIns.absent(meeting[organiserOf(meeting)].person);
  if (!organiser) return isOver(meeting, await ports.clock.now());
  try {
    await ports.calendar.cancel(organiser, eventId);
    return true;
  } catch (problem) {
    if (isOutside(problem)) return false;
    throw problem;
  }
}
