import { answerAfterMeeting, ownMeeting } from '../journeys/answer-after-meeting.ts';
import { knowPerson } from '../journeys/know-person.ts';
import { offerSessionTimes } from '../journeys/offer-session-times.ts';
import { actOnce } from '../journeys/press-once.ts';
import type { Slot } from '../mentoring/availability/slots.ts';
import type { BlindAnswer, BlindReason } from '../mentoring/chemistry/blind-answer.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { type MeetingFor, meetingFor } from '../mentoring/chemistry/meeting-for.ts';
import type { PersonId } from '../mentoring/people/person.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { CalendarUnavailable } from '../ports/calendar.ts';
import { SignInRequired } from '../ports/sign-in.ts';
import { personPartition } from '../records/partitions.ts';
import type { PersonRecord } from '../records/person-record.ts';
import { afterCard, isAfter } from './cards/after-card.ts';
import type { Card } from './cards/card.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { placeLinks } from './place-link.ts';
import type { Reply } from './reply.ts';
import type { Journeys, Turn } from './turn.ts';

const timesOffered = 3;

type Answered = {
  readonly pairId: string;
  readonly meetingId: string;
  readonly opId: string;
  readonly answer: BlindAnswer;
  readonly reason?: BlindReason;
};

/** One press or typed answer; the card then says what this person has answered, or what has been released meanwhile. */
export async function answerAfter(turn: Turn, { opId, ...asked }: Answered): Promise<Reply> {
  const { ports, person } = turn;
  const { pairId, meetingId } = asked;
  const press = { person, verb: 'after-meeting', opId, pairId, meetingId };
  const outcome = await actOnce(ports, press, () => answerAfterMeeting(ports, { person, ...asked }));
  const meeting = isRefusal(outcome) ? outcome.meeting : outcome;
  const seen = meeting && (await seenNow(ports, person, meeting));
  if (!seen)
    return { messages: [{ text: refusalWords(isRefusal(outcome) ? outcome.refused : 'not found') }] };
  const because = isRefusal(outcome) ? refusalWords(outcome.refused) : undefined;
  const card = await cardAfter(ports, person, seen, { because });
  return card ? { card } : { messages: [{ text: refusalWords('not found') }] };
}

/** How a meeting that is over stands, for one of the two; undefined while nobody has been asked about it. `isClosing`: another card has the times. */
export async function cardAfter(
  ports: Journeys,
  person: PersonId,
  seen: MeetingFor,
  how: { readonly because?: string | undefined; readonly isClosing?: boolean } = {},
): Promise<Card | undefined> {
  const own = seen.after && (await seenNow(ports, person, seen.meeting));
  if (!own || !isAfter(own)) return undefined;
  const goesOn = own.after.stands === 'going on' && !how.isClosing;
  const slots = goesOn ? await firstTimes(ports, person, own.meeting.pairId) : [];
  const because = how.because === undefined ? {} : { because: how.because };
  const placeLink = placeLinks(ports.scheme);
  return afterCard({ seen: own, slots, opId: () => ports.ids.random(), placeLink, ...because });
}

async function seenNow(ports: Journeys, person: PersonId, meeting: Meeting): Promise<MeetingFor | undefined> {
  const own = await ownMeeting(ports, person, meeting);
  return own && meetingFor(person, own, await ports.clock.now());
}

/** Three times for the first session; none where their calendar cannot be looked at now. */
async function firstTimes(ports: Journeys, person: PersonId, pairId: string): Promise<readonly Slot[]> {
  const stored = await ports.store.read<PersonRecord>(personPartition(person), 'person');
  try {
    const as = await ports.signIns.absent(person);
    if (!as) return [];
    const offered = await offerSessionTimes(ports, await knowPerson(ports, as, stored?.document), { pairId });
    return isRefusal(offered) || offered.from === 'hidden' ? [] : offered.slots.slice(0, timesOffered);
  } catch (problem) {
    if (problem instanceof SignInRequired || problem instanceof CalendarUnavailable) return [];
    throw problem;
  }
}
