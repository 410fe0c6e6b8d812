import { changeAfter, ownAnswer } from '../booking/after-store.ts';
import { readMeeting } from '../booking/meeting-store.ts';
import { looksAgain, releasedBy } from '../booking/release-answers.ts';
import type { BlindAnswer, BlindReason, GivenAnswer } from '../mentoring/chemistry/blind-answer.ts';
import { hasEnded, sideOf } from '../mentoring/chemistry/change-meeting.ts';
import type { Meeting, OwnMeeting } from '../mentoring/chemistry/meeting.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'store' | 'scheme' | 'clock'>;

export type AnswerAfterMeeting = {
  readonly person: PersonId;
  readonly pairId: string;
  readonly meetingId: string;
  readonly answer: BlindAnswer;
  /** Only why not; it goes to totals. */
  readonly reason?: BlindReason;
};

/**
 * Whether to go on, said or changed by one of the two. What the clock has released by now is released first, so that no
 * answer comes before it. Whatever is answered is looked at again at the next quarter of an hour.
 */
export async function answerAfterMeeting(
  ports: Needs,
  { person, pairId, meetingId, answer, reason }: AnswerAfterMeeting,
): Promise<Meeting | Refusal> {
  const after = await changeAfter(ports, { pairId, meetingId }, (matter, times) => {
    const { record, pair } = matter;
    const { meeting, answers } = record;
    const side = sideOf(meeting, person);
    if (!side) return { refused: 'not found' };
    if (hasEnded(meeting)) return { refused: 'already cancelled' };
    if (!meeting.after) return { refused: 'not met yet' };
    if (meeting.after.released) return { refused: 'already released', meeting };
    const due = releasedBy(matter, times);
    if (due) return due;
    const given = answerAfter(answers?.[side], answer, reason, times.now);
    if (given === answers?.[side]) return 'as it was';
    return {
      record: { ...record, answers: { ...answers, [side]: given } },
      pair,
      outbox: looksAgain(matter, times),
    };
  });
  return isRefusal(after) ? after : after.meeting;
}

/** A meeting as this person sees it, with their own answer. */
export async function ownMeeting(
  ports: Pick<Ports, 'store' | 'scheme'>,
  person: PersonId,
  { pairId, id }: Meeting,
): Promise<OwnMeeting | undefined> {
  const record = (await readMeeting(ports, pairId, id))?.document;
  if (!record) return undefined;
  const mine = ownAnswer(record, person);
  return mine === undefined ? record.meeting : { ...record.meeting, mine };
}

/** Their own card in the chat, which asked, tells what they have answered elsewhere. */
export async function showOwnAnswer(
  ports: Pick<Ports, 'store' | 'scheme' | 'chat'>,
  person: PersonId,
  meeting: Meeting,
): Promise<void> {
  const record = (await readMeeting(ports, meeting.pairId, meeting.id))?.document;
  const to = sideOf(meeting, person);
  const card = to && record?.questions?.[to];
  if (to && card) await ports.chat.update(person, card, { about: 'question', meeting, to });
}

/** The same answer again stands since it was first given. */
function answerAfter(
  before: GivenAnswer | undefined,
  answer: BlindAnswer,
  reason: BlindReason | undefined,
  now: number,
): GivenAnswer {
  const why = answer === 'not for me' ? (reason ?? before?.reason) : undefined;
  if (before?.answer === answer && before.reason === why) return before;
  const at = before?.answer === answer ? before.at : now;
  return { answer, at, ...(why ? { reason: why } : {}) };
}
