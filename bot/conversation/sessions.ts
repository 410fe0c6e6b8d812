import { type BookSession, bookSession } from '../journeys/book-session.ts';
import { finishBooking } from '../journeys/follow-up.ts';
import { type ProposeSessionTimes, proposeSessionTimes } from '../journeys/propose-session-times.ts';
import { seePartner } from '../journeys/session-partners.ts';
import { isRefusal } from '../mentoring/refusal.ts';
import { usualSessionLength } from '../mentoring/sessions/session-length.ts';
import { refusalWords } from './cards/refusal-words.ts';
import { pickTime, showSessionTimes } from './choosing-times.ts';
import { mayChooseAnew, outcome, standing } from './meetings.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** One press books it; where something has still to be confirmed, it shows the card that asks for it. */
export async function bookOneSession(
  turn: Turn,
  asked: Omit<BookSession, 'cardId'>,
  cardId: string | undefined,
): Promise<Reply> {
  const asker = await turn.asker();
  const card = cardId ? { cardId } : {};
  const booked = await bookSession(turn.ports, asker, { ...asked, ...card });
  if (!isRefusal(booked)) {
    const { meeting, again } = booked;
    if (again) return standing(turn, meeting, card);
    return { ...(await standing(turn, meeting, {})), afterwards: () => finishBooking(turn.ports, meeting) };
  }
  const because = refusalWords(booked.refused);
  if (booked.meeting) return standing(turn, booked.meeting, { because });
  const { pairId, start, minutes = usualSessionLength, mode } = asked;
  if (booked.refused === 'line management unknown') {
    const partner = await seePartner(turn.ports, asker, pairId);
    if (isRefusal(partner)) return { messages: [{ text: refusalWords(partner.refused) }] };
    return pickTime(turn, { profileId: partner.profileId, session: { pairId, minutes } }, start);
  }
  if (!mayChooseAnew.has(booked.refused)) return { messages: [{ text: because }] };
  return showSessionTimes(turn, { pairId, minutes, because, ...(mode ? { mode } : {}) });
}

export async function proposeSession(
  turn: Turn,
  asked: ProposeSessionTimes,
  cardId: string | undefined,
): Promise<Reply> {
  const meeting = await proposeSessionTimes(turn.ports, await turn.asker(), asked);
  if (isRefusal(meeting) && mayChooseAnew.has(meeting.refused)) {
    const { pairId, minutes, mode } = asked;
    return showSessionTimes(turn, { pairId, minutes, mode, because: refusalWords(meeting.refused) });
  }
  return outcome(turn, meeting, cardId);
}
