import { acceptMeeting } from '../journeys/accept-meeting.ts';
import { answerAfterMeeting, ownMeeting, showOwnAnswer } from '../journeys/answer-after-meeting.ts';
import { contractAsPdf } from '../journeys/contract-as-pdf.ts';
import { endMeeting } from '../journeys/end-meeting.ts';
import { finishLater } from '../journeys/follow-up.ts';
import { readKnown } from '../journeys/know-person.ts';
import { listContracts } from '../journeys/list-contracts.ts';
import { listMeetings } from '../journeys/list-meetings.ts';
import { offerSessionTimesInChat } from '../journeys/offer-session-times-in-chat.ts';
import { actOnce } from '../journeys/press-once.ts';
import { contractDocument } from '../journeys/see-contract.ts';
import { seekerOf } from '../journeys/seeker-of.ts';
import { pairsThatGoOn } from '../journeys/session-partners.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { ContractPdf } from '../ports/contract-pdf.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveRegister } from '../register/live-register.ts';
import type { MeetingDecision, TabJourneys } from './routes.ts';
import { tabContracts } from './tab-contracts.ts';
import { tabReviews } from './tab-reviews.ts';
import { tabSearch } from './tab-search.ts';

type Outcome = Promise<Meeting | Refusal>;

type Needs = Ports & { readonly register: LiveRegister; readonly contractPdf: ContractPdf };

/** The journeys as the tab's routes ask for them. `afterwards`: work that goes on when the tab has been answered. */
export function tabJourneys(ports: Needs, afterwards: (work: () => Promise<void>) => void): TabJourneys {
  const decide =
    (verb: string, act: (asked: MeetingDecision) => Outcome) => async (asked: MeetingDecision) => {
      const { pairId, meetingId, opId } = asked;
      const { person } = asked.who;
      const outcome = await actOnce(ports, { person, verb, opId, pairId, meetingId }, () => act(asked));
      if (!isRefusal(outcome)) afterwards(() => finishLater(ports, outcome, person, undefined));
      return outcome;
    };
  const contractDocumentOf = (who: PersonId, pairId: string) => contractDocument(ports, who, pairId);
  return {
    ...tabSearch(ports, afterwards),
    ...tabReviews(ports),
    ...tabContracts(ports),
    async listMeetings(person) {
      const [known, meetings, goingOn, contracts] = await Promise.all([
        readKnown(ports, person),
        listMeetings(ports, person),
        pairsThatGoOn(ports, person),
        listContracts(ports, person),
      ]);
      return { me: known ?? { name: '', isMentor: false }, meetings, goingOn, contracts };
    },
    acceptMeeting: decide('accept', ({ who, ...ids }) => acceptMeeting(ports, { as: who, ...ids })),
    cancelMeeting: decide('cancel', ({ who, ...ids }) =>
      endMeeting(ports, { as: who, how: 'cancelled', ...ids }),
    ),
    declineMeeting: decide('not-now', ({ who, ...ids }) =>
      endMeeting(ports, { as: who, how: 'not now', ...ids }),
    ),
    contractPdf: (by, pairId) => contractAsPdf({ ...ports, contractDocumentOf }, { by, pairId }),
    offerSessionTimesInChat: async (who, pairId) =>
      offerSessionTimesInChat(ports, await seekerOf(ports, who), pairId),
    async answerAfterMeeting({ who: { person }, opId, ...asked }) {
      const { pairId, meetingId } = asked;
      const { answer, reason } = asked;
      const press = { person, verb: 'after-meeting', opId, pairId, meetingId };
      const ids = { person, pairId, meetingId };
      const outcome = await actOnce(ports, press, () =>
        answerAfterMeeting(ports, { ...ids, answer, ...(reason ? { reason } : {}) }),
      );
      if (isRefusal(outcome)) return outcome;
      afterwards(() => showOwnAnswer(ports, person, outcome));
      return (await ownMeeting(ports, person, outcome)) ?? { refused: 'not found' };
    },
    now: () => ports.clock.now(),
  };
}
