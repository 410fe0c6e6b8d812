import { acceptMeeting } from '../journeys/accept-meeting.ts';
import { askAnotherTime } from '../journeys/ask-another-time.ts';
import { type BookChemistryMeeting, bookChemistryMeeting } from '../journeys/book-chemistry-meeting.ts';
import { endMeeting } from '../journeys/end-meeting.ts';
import { finishBooking, finishLater, meetingStanding, mustDeclare } from '../journeys/follow-up.ts';
import { listMeetings } from '../journeys/list-meetings.ts';
import { moveMeeting } from '../journeys/move-meeting.ts';
import { actOnce } from '../journeys/press-once.ts';
import { proposeTimesTo } from '../journeys/propose-times.ts';
import { colleaguesToSuggest, suggestColleagues } from '../journeys/suggest-colleagues.ts';
import type { Meeting } from '../mentoring/chemistry/meeting.ts';
import { type MeetingFor, meetingFor, meetingsFor } from '../mentoring/chemistry/meeting-for.ts';
import { isRefusal, type Refusal } from '../mentoring/refusal.ts';
import type { Choosing } from '../records/talk-record.ts';
import { cardAfter } from './after-meeting.ts';
import type { Card } from './cards/card.ts';
import { meetingCard } from './cards/meeting-card.ts';
import { notNowCard } from './cards/not-now-card.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { wording } from './cards/wording.ts';
import { showTimes } from './choosing-times.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

export type Ids = { readonly pairId: string; readonly meetingId: string };
export type Pressed = Ids & { readonly opId: string };

export async function book(
  turn: Turn,
  choosing: Choosing,
  asked: Omit<BookChemistryMeeting, 'asker' | 'profileId' | 'cardId'>,
  cardId: string | undefined,
): Promise<Reply> {
  const { profileId } = choosing;
  const asker = await turn.asker();
  const card = cardId ? { cardId } : {};
  const booked = await bookChemistryMeeting(turn.ports, { ...asked, ...card, profileId, asker });
  if (!isRefusal(booked)) {
    const shown = await standing(turn, booked.meeting, {});
    return { ...shown, afterwards: () => finishBooking(turn.ports, booked.meeting) };
  }
  if (booked.meeting) return standing(turn, booked.meeting, { because: refusalWords(booked.refused) });
  const because = refusalWords(booked.refused);
  if (!mayChooseAnew.has(booked.refused)) return { messages: [{ text: because }] };
  return showTimes(turn, { choosing: { ...choosing, mode: asked.mode }, wish: 'as before', because });
}

export const mayChooseAnew: ReadonlySet<Refusal['refused']> = new Set([
  'time taken',
  'time passed',
  'too short notice',
  'too far ahead',
  'calendar hidden',
]);

export async function propose(
  turn: Turn,
  asked: Omit<Parameters<typeof proposeTimesTo>[1], 'asker'>,
  cardId: string | undefined,
): Promise<Reply> {
  const meeting = await proposeTimesTo(turn.ports, { ...asked, asker: await turn.asker() });
  if (isRefusal(meeting) && !meeting.meeting && mayChooseAnew.has(meeting.refused)) {
    const { profileId, mode } = asked;
    return showTimes(turn, { choosing: { profileId, mode }, because: refusalWords(meeting.refused) });
  }
  return outcome(turn, meeting, cardId);
}

export async function accept(
  turn: Turn,
  pressed: Pressed,
  answer: { readonly declares: boolean; readonly picked?: number; readonly seenAt?: number },
  cardId: string | undefined,
): Promise<Reply> {
  return once(turn, 'accept', pressed, cardId, () =>
    acceptMeeting(turn.ports, { as: turn.as, ...ids(pressed), ...answer }),
  );
}

export async function anotherTime(turn: Turn, pressed: Pressed, cardId: string | undefined): Promise<Reply> {
  return once(turn, 'another-time', pressed, cardId, () =>
    askAnotherTime(turn.ports, { person: turn.person, ...ids(pressed) }),
  );
}

export async function cancel(turn: Turn, pressed: Pressed, cardId: string | undefined): Promise<Reply> {
  return once(turn, 'cancel', pressed, cardId, () =>
    endMeeting(turn.ports, { as: turn.as, how: 'cancelled', ...ids(pressed) }),
  );
}

/** No reason is asked for; the mentor may name two colleagues. */
export async function notNow(turn: Turn, pressed: Pressed, cardId: string | undefined): Promise<Reply> {
  const reply = await once(turn, 'not-now', pressed, cardId, () =>
    endMeeting(turn.ports, { as: turn.as, how: 'not now', ...ids(pressed) }),
  );
  const ended = await meetingStanding(turn.ports, pressed.pairId, pressed.meetingId);
  if (ended?.stage !== 'not now') return reply;
  const seen = meetingFor(turn.person, ended, await turn.ports.clock.now());
  if (seen?.iAm !== 'mentor') return reply;
  const colleagues = await colleaguesToSuggest(turn.ports, ended);
  return { ...reply, card: notNowCard(seen, colleagues, turn.ports.ids.random()) };
}

export async function suggest(
  turn: Turn,
  pressed: Pressed,
  profileIds: readonly string[],
  cardId: string | undefined,
): Promise<Reply> {
  return once(turn, 'suggest', pressed, cardId, () =>
    suggestColleagues(turn.ports, { person: turn.person, ...ids(pressed), profileIds }),
  );
}

export async function moveTo(
  turn: Turn,
  choosing: Choosing,
  pressed: Pressed,
  start: number,
  cardId: string | undefined,
): Promise<Reply> {
  await turn.as.graphToken();
  const moved = await actOnce(turn.ports, { person: turn.person, verb: 'move-to', ...pressed }, () =>
    moveMeeting(turn.ports, { as: turn.as, ...ids(pressed), start }),
  );
  if (isRefusal(moved) && mayChooseAnew.has(moved.refused)) {
    return showTimes(turn, { choosing, wish: 'as before', because: refusalWords(moved.refused) });
  }
  return outcome(turn, moved, cardId, pressed);
}

/** Everything that is still to come, soonest first, each as its own card. */
export async function myMeetings(turn: Turn): Promise<Reply> {
  const now = await turn.ports.clock.now();
  const mine = meetingsFor(turn.person, await listMeetings(turn.ports, turn.person), now);
  const live = [
    ...mine.past.filter(({ after }) => after?.stands === 'asked'),
    ...(mine.next ? [mine.next] : []),
    ...mine.waitingForYou,
    ...mine.waitingForOthers,
    ...mine.upcoming,
  ];
  if (live.length > 0) return meetingCards(turn, live);
  const past = mine.past.slice(0, 3);
  return past.length > 0
    ? meetingCards(turn, past, wording.onlyPast)
    : { messages: [{ text: wording.noMeetings }] };
}

export async function meetingCards(turn: Turn, shown: readonly MeetingFor[], text?: string): Promise<Reply> {
  const cards = await Promise.all(shown.slice(0, 10).map(seen => cardFor(turn, seen)));
  return { messages: [{ ...(text ? { text } : {}), cards }] };
}

/** One meeting as it stands: the way back from choosing another time for it. */
export async function showMeeting(turn: Turn, { pairId, meetingId }: Ids, because?: string): Promise<Reply> {
  const meeting = await meetingStanding(turn.ports, pairId, meetingId);
  const seen = meeting && meetingFor(turn.person, meeting, await turn.ports.clock.now());
  return seen
    ? { card: await cardFor(turn, seen, because) }
    : { messages: [{ text: refusalWords('not found') }] };
}

/** The cards of what this person has been asked and not answered. */
export async function waitingForYou(turn: Turn): Promise<readonly Card[]> {
  const now = await turn.ports.clock.now();
  const mine = await listMeetings(turn.ports, turn.person);
  const seen = mine
    .map(each => meetingFor(turn.person, each, now))
    .filter(each => each?.waitsFor === 'me' || waitsForAnswer(each));
  return Promise.all(seen.slice(0, 10).flatMap(each => (each ? [cardFor(turn, each)] : [])));
}

async function once(
  turn: Turn,
  verb: string,
  pressed: Pressed,
  cardId: string | undefined,
  act: () => Promise<Meeting | Refusal>,
): Promise<Reply> {
  await turn.as.graphToken();
  const after = await actOnce(turn.ports, { person: turn.person, verb, ...pressed }, act);
  return outcome(turn, after, cardId, pressed);
}

export async function outcome(
  turn: Turn,
  result: Meeting | Refusal,
  cardId: string | undefined,
  about?: Ids,
): Promise<Reply> {
  if (!isRefusal(result)) return standing(turn, result, { ...(cardId ? { cardId } : {}) });
  const meeting =
    result.meeting ?? (about && (await meetingStanding(turn.ports, about.pairId, about.meetingId)));
  const isOver = meeting && meetingFor(turn.person, meeting, await turn.ports.clock.now())?.isPast;
  const because = isOver && result.refused === 'time passed' ? wording.isOver : refusalWords(result.refused);
  return meeting ? standing(turn, meeting, { because }) : { messages: [{ text: because }] };
}

/** The card that tells how the meeting stands; after the answer, what is still to be done outside is done. */
export async function standing(
  turn: Turn,
  meeting: Meeting,
  { because, cardId }: { readonly because?: string; readonly cardId?: string },
): Promise<Reply> {
  const seen = meetingFor(turn.person, meeting, await turn.ports.clock.now());
  const afterwards = () => finishLater(turn.ports, meeting, turn.person, cardId);
  if (seen) return { card: await cardFor(turn, seen, because), afterwards };
  if (meeting.stage === 'reserving') return { messages: [{ text: wording.stillBooking }], afterwards };
  return { messages: [{ text: refusalWords('not found') }] };
}

async function cardFor(turn: Turn, seen: MeetingFor, because?: string): Promise<Card> {
  const after = await cardAfter(turn.ports, turn.person, seen, { because });
  if (after) return after;
  const declares = seen.can.includes('accept') && (await mustDeclare(turn.ports, seen.meeting, seen.iAm));
  return meetingCard({
    seen,
    declares,
    opId: () => turn.ports.ids.random(),
    ...(because ? { because } : {}),
  });
}

function waitsForAnswer(seen: MeetingFor | undefined): boolean {
  return seen?.after?.stands === 'asked' && seen.after.mine === undefined;
}

function ids({ pairId, meetingId }: Pressed): Ids {
  return { pairId, meetingId };
}
