import { meetingsOf } from '../booking/meetings-of.ts';
import type { OwnMeeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import type { Ports } from '../ports/ports.ts';

/** All meetings of a person, as mentee and as mentor. */
export async function listMeetings(
  ports: Pick<Ports, 'store'>,
  person: PersonId,
): Promise<readonly OwnMeeting[]> {
  return meetingsOf(ports, person);
}
