import { z } from 'zod';
import type { AgreeReview } from '../journeys/agree-review.ts';
import type { AnswerReview } from '../journeys/answer-review.ts';
import type { EndMentoring } from '../journeys/end-mentoring.ts';
import type { EndingSeen } from '../journeys/see-ending.ts';
import type { ReviewsSeen } from '../journeys/see-reviews.ts';
import type { WriteGains } from '../journeys/write-gains.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { ConflictKind } from '../mentoring/review/conflict-of-interest.ts';
import * as shapes from './review-shapes.ts';
import { endingView, reviewsView } from './review-view.ts';
import { type RouteRow, route } from './route.ts';

type OfPair = { readonly person: PersonId; readonly pairId: string };
type Decided = OfPair & { readonly opId: string };

/** What the tab can do about the reviews and the end of a contract. Anybody outside the pair is refused with "not found". */
export type TabReviews = {
  seeReviews(asked: OfPair): Promise<ReviewsSeen | Refusal>;
  answerReview(asked: AnswerReview): Promise<ReviewsSeen | Refusal>;
  agreeReview(asked: AgreeReview): Promise<ReviewsSeen | Refusal>;
  declareConflict(asked: Decided & { readonly kind: ConflictKind }): Promise<ReviewsSeen | Refusal>;
  conflictHasPassed(asked: Decided): Promise<ReviewsSeen | Refusal>;
  seeEnding(asked: OfPair): Promise<EndingSeen | Refusal>;
  endMentoring(asked: EndMentoring): Promise<EndingSeen | Refusal>;
  writeGains(asked: WriteGains): Promise<EndingSeen | Refusal>;
  noteForManager(asked: OfPair): Promise<{ readonly text: string } | Refusal>;
};

const id = z.string().regex(/^[\w.~-]{1,100}$/);
const ofPair = z.strictObject({ pairId: id });
const ofReview = z.strictObject({ pairId: id, reviewId: id });
const noBody = z.undefined();
const base = '/api/contracts/:pairId';

export function reviewRoutes(journeys: TabReviews): readonly RouteRow[] {
  return [
    route({
      method: 'GET',
      path: `${base}/reviews`,
      summary: 'The reviews of a contract, as one of its two people sees them',
      params: ofPair,
      body: noBody,
      answer: shapes.reviewsView,
      journey: async ({ who, params }) =>
        seen(await journeys.seeReviews({ person: who.person, ...params }), reviewsView),
    }),
    route({
      method: 'POST',
      path: `${base}/reviews/:reviewId/answers`,
      summary: 'Answer a review, or change an answer that the other cannot see yet',
      params: ofReview,
      body: shapes.answering,
      answer: shapes.reviewsView,
      journey: async ({ who, params, body }) =>
        seen(await journeys.answerReview({ as: who.actingFor, ...params, ...body }), reviewsView),
    }),
    route({
      method: 'POST',
      path: `${base}/reviews/:reviewId/result`,
      summary: 'Say what should come of a review that both can read',
      params: ofReview,
      body: shapes.agreeing,
      answer: shapes.reviewsView,
      journey: async ({ who, params, body }) =>
        seen(await journeys.agreeReview({ person: who.person, ...params, ...body }), reviewsView),
    }),
    route({
      method: 'POST',
      path: `${base}/conflicts`,
      summary: 'Say that a conflict of interest has come up',
      params: ofPair,
      body: shapes.declaring,
      answer: shapes.reviewsView,
      journey: async ({ who, params, body }) =>
        seen(await journeys.declareConflict({ person: who.person, ...params, ...body }), reviewsView),
    }),
    route({
      method: 'POST',
      path: `${base}/conflicts/passed`,
      summary: 'Say that what I declared stands in the way no more',
      params: ofPair,
      body: shapes.deciding,
      answer: shapes.reviewsView,
      journey: async ({ who, params, body }) =>
        seen(await journeys.conflictHasPassed({ person: who.person, ...params, ...body }), reviewsView),
    }),
    ...endingRoutes(journeys),
  ];
}

function endingRoutes(journeys: TabReviews): readonly RouteRow[] {
  return [
    route({
      method: 'GET',
      path: `${base}/ending`,
      summary: 'The end of a mentoring: what can be done, what each has gained, until when it is kept',
      params: ofPair,
      body: noBody,
      answer: shapes.endingView,
      journey: async ({ who, params }) =>
        seen(await journeys.seeEnding({ person: who.person, ...params }), endingView),
    }),
    route({
      method: 'POST',
      path: `${base}/end`,
      summary: 'End it together, take that off the table, or end it now',
      params: ofPair,
      body: shapes.endingAct,
      answer: shapes.endingView,
      journey: async ({ who, params, body }) =>
        seen(await journeys.endMentoring({ person: who.person, ...params, ...body }), endingView),
    }),
    route({
      method: 'POST',
      path: `${base}/gains`,
      summary: 'Write what I have gained, or half a year later what has come of it',
      params: ofPair,
      body: shapes.gaining,
      answer: shapes.endingView,
      journey: async ({ who, params, body }) =>
        seen(await journeys.writeGains({ person: who.person, ...params, ...body }), endingView),
    }),
    route({
      method: 'GET',
      path: `${base}/manager-note`,
      summary: 'The note that a mentee may send to their manager',
      params: ofPair,
      body: noBody,
      answer: shapes.managerNoteView,
      journey: async ({ who, params }) =>
        seen(await journeys.noteForManager({ person: who.person, ...params }), note => ({ ...note })),
    }),
  ];
}

function seen<S extends object, V extends object>(outcome: S | Refusal, view: (seen: S) => V): V | Refusal {
  return isRefusal(outcome) ? outcome : view(outcome);
}
