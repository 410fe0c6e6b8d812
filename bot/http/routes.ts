import { z } from 'zod';
import type { Meeting, OwnMeeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { ActingFor } from '../ports/sign-in.ts';
import * as contract from './contract.ts';
import { contractPdfRoutes, type TabContractPdf } from './contract-pdf-routes.ts';
import { contractRoutes, type TabContracts } from './contract-routes.ts';
import { homeView, type Listed, oneMeetingView, pastView } from './home-view.ts';
import { reviewRoutes, type TabReviews } from './review-routes.ts';
import { type RouteRow, route } from './route.ts';
import { searchRoutes } from './search-routes.ts';
import type { TabSearch } from './tab-search.ts';

export type MeetingDecision = {
  readonly who: ActingFor;
  readonly pairId: string;
  readonly meetingId: string;
  readonly opId: string;
};

/** What the tab can do. A decision about a meeting that is not this person's is refused with "not found". */
export type TabJourneys = TabSearch &
  TabContracts &
  TabContractPdf &
  TabReviews & {
    listMeetings(who: PersonId): Promise<Listed>;
    acceptMeeting(asked: MeetingDecision): Promise<Meeting | Refusal>;
    cancelMeeting(asked: MeetingDecision): Promise<Meeting | Refusal>;
    declineMeeting(asked: MeetingDecision): Promise<Meeting | Refusal>;
    offerSessionTimesInChat(who: ActingFor, pairId: string): Promise<{ readonly inChat: boolean } | Refusal>;
    /** Whether to go on, without the other knowing; the meeting with one's own answer. */
    answerAfterMeeting(
      asked: MeetingDecision & Pick<contract.AfterAnswer, 'answer' | 'reason'>,
    ): Promise<OwnMeeting | Refusal>;
    /** The time that schedules see, epoch milliseconds. */
    now(): Promise<number>;
  };

const id = z.string().regex(/^[\w.~-]{1,100}$/);
const noParams = z.strictObject({});
const noBody = z.undefined();
const pastParams = z.strictObject({
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
});
const meetingParams = z.strictObject({ pairId: id, meetingId: id });
const pairParams = z.strictObject({ pairId: id });

export function routes(journeys: TabJourneys): readonly RouteRow[] {
  return [
    route({
      method: 'GET',
      path: '/api/me/mentoring',
      summary: 'My meetings, and who waits for whom',
      params: noParams,
      body: noBody,
      answer: contract.homeView,
      journey: async ({ who }) =>
        homeView(who.person, await journeys.listMeetings(who.person), await journeys.now()),
    }),
    route({
      method: 'GET',
      path: '/api/me/past-meetings/:page',
      summary: 'A page of my past meetings, newest first',
      params: pastParams,
      body: noBody,
      answer: contract.pastView,
      journey: async ({ who, params }) =>
        pastView(who.person, await journeys.listMeetings(who.person), params.page, await journeys.now()),
    }),
    decisionRoute('accept', 'Say yes to a meeting, as its mentor', journeys, journeys.acceptMeeting),
    decisionRoute('cancel', 'Cancel a meeting', journeys, journeys.cancelMeeting),
    decisionRoute('not-now', 'Say no to a meeting, as its mentor', journeys, journeys.declineMeeting),
    ...searchRoutes(journeys),
    ...reviewRoutes(journeys),
    ...contractRoutes(journeys),
    ...contractPdfRoutes(journeys),
    route({
      method: 'POST',
      path: '/api/pairs/:pairId/session-times-in-chat',
      summary: 'Have the bot write to me when a session of this pair could be',
      params: pairParams,
      body: contract.nothingMore,
      answer: contract.timesView,
      journey: ({ who, params }) => journeys.offerSessionTimesInChat(who.actingFor, params.pairId),
    }),
    route({
      method: 'POST',
      path: '/api/meetings/:pairId/:meetingId/answer',
      summary: 'Say, or say otherwise, whether to go on after a meeting; released to both by the clock alone',
      params: meetingParams,
      body: contract.afterAnswer,
      answer: contract.meetingView,
      journey: async ({ who, params, body }) => {
        const outcome = await journeys.answerAfterMeeting({ who: who.actingFor, ...params, ...body });
        if (isRefusal(outcome)) return outcome;
        return oneMeetingView(who.person, outcome, await journeys.now()) ?? { refused: 'not found' };
      },
    }),
  ];
}

function decisionRoute(
  verb: string,
  summary: string,
  journeys: TabJourneys,
  decide: (asked: MeetingDecision) => Promise<Meeting | Refusal>,
): RouteRow {
  return route({
    method: 'POST',
    path: `/api/meetings/:pairId/:meetingId/${verb}`,
    summary,
    params: meetingParams,
    body: contract.decision,
    answer: contract.meetingView,
    journey: async ({ who, params, body }) => {
      const outcome = await decide({ who: who.actingFor, ...params, opId: body.opId });
      if (isRefusal(outcome)) return outcome;
      return oneMeetingView(who.person, outcome, await journeys.now()) ?? { refused: 'not found' };
    },
  });
}
