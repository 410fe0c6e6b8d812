import { acceptMeeting } from '../journeys/accept-meeting.ts';
import { endMeeting } from '../journeys/end-meeting.ts';
import { finishLater } from '../journeys/follow-up.ts';
import { readKnown } from '../journeys/know-person.ts';
import { listMeetings } from '../journeys/list-meetings.ts';
import { actOnce } from '../journeys/press-once.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveRegister } from '../register/live-register.ts';
import type { MeetingDecision, TabJourneys } from './routes.ts';
import { tabSearch } from './tab-search.ts';

type Outcome = Promise<Meeting | Refusal>;

/** The journeys as the tab's routes ask for them. `afterwards`: work that goes on when the tab has been answered. */
export function tabJourneys(
  ports: Ports & { readonly register: LiveRegister },
  afterwards: (work: () => Promise<void>) => void,
): TabJourneys {
  const decide =
    (verb: string, act: (asked: MeetingDecision) => Outcome) => async (asked: MeetingDecision) => {
      const { pairId, meetingId, opId } = asked;
      const { person } = asked.who;
      const outcome = await actOnce(ports, { person, verb, opId, pairId, meetingId }, () => act(asked));
      if (!isRefusal(outcome)) afterwards(() => finishLater(ports, outcome, person, undefined));
      return outcome;
    };
  return {
    ...tabSearch(ports, afterwards),
    async listMeetings(person) {
      const [known, meetings] = await Promise.all([readKnown(ports, person), listMeetings(ports, person)]);
      return { me: known ?? { name: '', isMentor: false }, meetings };
    },
    acceptMeeting: decide('accept', ({ who, ...ids }) => acceptMeeting(ports, { as: who, ...ids })),
    cancelMeeting: decide('cancel', ({ who, ...ids }) =>
      endMeeting(ports, { as: who, how: 'cancelled', ...ids }),
    ),
    declineMeeting: decide('not-now', ({ who, ...ids }) =>
      endMeeting(ports, { as: who, how: 'not now', ...ids }),
    ),
    now: () => ports.clock.now(),
  };
}
