import { agreeReview } from '../journeys/agree-review.ts';
import { answerReview } from '../journeys/answer-review.ts';
import { conflictHasPassed, declareConflict } from '../journeys/declare-conflict.ts';
import { endMentoring } from '../journeys/end-mentoring.ts';
import { noteForManager } from '../journeys/note-for-manager.ts';
import { seeEnding } from '../journeys/see-ending.ts';
import { seeReviews } from '../journeys/see-reviews.ts';
import { writeGains } from '../journeys/write-gains.ts';
import type { Ports } from '../ports/ports.ts';
import type { TabReviews } from './review-routes.ts';

export function tabReviews(ports: Ports): TabReviews {
  return {
    seeReviews: asked => seeReviews(ports, asked),
    answerReview: asked => answerReview(ports, asked),
    agreeReview: asked => agreeReview(ports, asked),
    declareConflict: asked => declareConflict(ports, asked),
    conflictHasPassed: asked => conflictHasPassed(ports, asked),
    seeEnding: asked => seeEnding(ports, asked),
    endMentoring: asked => endMentoring(ports, asked),
    writeGains: asked => writeGains(ports, asked),
    noteForManager: asked => noteForManager(ports, asked),
  };
}
