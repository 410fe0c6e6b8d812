import type { Side } from './change-meeting.ts';
import type { Meeting } from './meeting.ts';

type Organised = Pick<Meeting, 'organiser'>;

/** Who books, moves and cancels the event with their own sign-in. */
export function organiserOf({ organiser = 'mentee' }: Organised): Side {
  return organiser;
}

/** Who answers. */
export function invitedOf(meeting: Organised): Side {
  return organiserOf(meeting) === 'mentee' ? 'mentor' : 'mentee';
}
